import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../../shared/import/decode-bytes.ts'
import { encoded } from '../../support/old-encodings.ts'

const FRENCH =
  'Préambule\r\nNous, représentants réunis à l’hôtel de ville, «\u00a0déclarons\u00a0» : c’est là.'
const LIST = '自治体,希望\r\n静岡市,1\r\n香川県高松市,2\r\n金沢市,3'
const APOSTROPHES = 'Collectivité;Choix\r\nVille d’Aix;1\r\nL’État créé;2\r\nl’été à Étampes;3'
const JAPANESE = '前文\r\n私たちは、ここに宣言する。カンヌにて。'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const characters = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(characters.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < characters.length; i++) view.setUint16(i * 2, characters.charCodeAt(i), littleEndian)
  return bytes
}
describe('decodeBytes', () => {
  const cases: [string, string, string, Uint8Array][] = [
    ['French in UTF-8', 'utf-8', FRENCH, utf8(FRENCH)],
    ['Japanese in UTF-8 with a byte order mark', 'utf-8', JAPANESE, utf8(`\ufeff${JAPANESE}`)],
    ['French in Windows-1252', 'windows-1252', FRENCH, encoded(FRENCH, 'windows-1252')],
    ['Japanese in Shift_JIS', 'shift_jis', JAPANESE, encoded(JAPANESE, 'shift_jis')],
    ['a list of names in kanji in Shift_JIS', 'shift_jis', LIST, encoded(LIST, 'shift_jis')],
    [
      'a French list full of apostrophes in Windows-1252',
      'windows-1252',
      APOSTROPHES,
      encoded(APOSTROPHES, 'windows-1252'),
    ],
    ['French in UTF-16LE with a mark', 'utf-16le', FRENCH, utf16(FRENCH, true, true)],
    ['Japanese in UTF-16BE with a mark', 'utf-16be', JAPANESE, utf16(JAPANESE, false, true)],
    ['French in UTF-16LE without a mark', 'utf-16le', FRENCH, utf16(FRENCH, true, false)],
    ['Japanese in UTF-16BE without a mark', 'utf-16be', JAPANESE, utf16(JAPANESE, false, false)],
  ]
  it.each(cases)('reads %s', (_, encoding, text, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ encoding, text: text.replaceAll('\r\n', '\n') })
  })

  it('does not take French in Windows-1252 for Shift_JIS where it is valid as both', () => {
    // é before s is a valid pair in Shift_JIS.
    const bytes = encoded('présence', 'windows-1252')
    expect(() => new TextDecoder('shift_jis', { fatal: true }).decode(bytes)).not.toThrow()
    expect(decodeBytes(bytes)?.text).toBe('présence')
  })

  it('knows no encoding of an image or an archive', () => {
    expect(decodeBytes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toBeUndefined()
    expect(decodeBytes(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]))).toBeUndefined()
  })

  it('reads an empty file as an empty text', () => {
    expect(decodeBytes(new Uint8Array())).toEqual({ encoding: 'utf-8', text: '' })
  })
})
