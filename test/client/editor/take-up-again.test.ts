/** [A4] After a refusal: everything one wrote goes on but what stands in locked units, and that is given back. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { takeUpAgain } from '../../../client/editor/rescue/take-up-again.ts'
import { type BilingualText, plainText } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { seeded } from '../../support/seeded.ts'
import { textOf } from './desk.ts'

const TEXT = textOf(`
  a | Un | 一
  b | Deux | 二
  c | Trois + Trois bis | 三
  d | Quatre | 四`)

function apart(): { server: Y.Doc; own: Y.Doc } {
  const state = newDocumentState(TEXT)
  const [server, own] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [server, own]) Y.applyUpdate(doc, state)
  return { server, own }
}

const element = (doc: Y.Doc, index: number, language: 'fr' | 'ja' = 'fr') =>
  doc.getXmlFragment(language).get(index) as Y.XmlElement
const words = (doc: Y.Doc, index: number, language: 'fr' | 'ja' = 'fr') =>
  element(doc, index, language).get(0) as Y.XmlText
const french = (text: BilingualText) => text.fr.map(plainText)

describe('[A4] what one wrote without a network, while units were locked', () => {
  it('goes on in the others, with what colleagues wrote meanwhile', () => {
    const { server, own } = apart()
    words(own, 0).insert(2, ' à moi')
    words(own, 1).insert(0, 'Non. ')
    words(own, 1, 'ja').insert(0, '否')
    words(server, 0).insert(0, 'Le leur. ')
    words(server, 4).insert(0, 'Vingt-')
    const notTaken = takeUpAgain(server, Y.encodeStateAsUpdate(own), new Set(['b', 'c']))
    expect(french(readBilingualText(server))).toEqual([
      'Le leur. Un à moi',
      'Deux',
      'Trois',
      'Trois bis',
      'Vingt-Quatre',
    ])
    expect(notTaken).toHaveLength(1)
    expect(notTaken[0]).toMatchObject({ unit: 'b', number: 2 })
    expect(LANGUAGES.map(language => notTaken[0]!.words[language]!.map(plainText))).toEqual([
      ['Non. Deux'],
      ['否二'],
    ])
  })

  it('goes on as one change that the server can take: no locked block is touched', () => {
    const { server, own } = apart()
    const locked = element(server, 1)
    own.getXmlFragment('fr').delete(1, 1)
    words(own, 0).insert(2, ' à moi')
    const notTaken = takeUpAgain(server, Y.encodeStateAsUpdate(own), new Set(['b']))
    expect(element(server, 1)).toBe(locked)
    expect(notTaken).toEqual([{ unit: 'b', number: 2, words: { fr: [] } }])
  })

  it('keeps the language that one did not change out of what is given back, and nothing where one changed nothing', () => {
    const { server, own } = apart()
    words(own, 4).insert(0, 'Vingt-')
    expect(takeUpAgain(server, Y.encodeStateAsUpdate(own), new Set(['b', 'c']))).toEqual([])
    words(own, 3).insert(0, 'x')
    const [only] = takeUpAgain(server, Y.encodeStateAsUpdate(own), new Set(['b', 'c']))
    expect(only).toMatchObject({ unit: 'c', words: { fr: [{ id: 'c-fr' }, { id: 'c-fr1' }] } })
    expect(only!.words.ja).toBeUndefined()
  })

  it('is all there, whatever it was (seeded)', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = seeded(seed)
      const { server, own } = apart()
      const tokens: string[] = []
      for (const [name, doc] of Object.entries({ s: server, o: own }))
        for (let step = 0; step < 6; step++) {
          const index = random.below(doc.getXmlFragment('fr').length)
          const unit = String(element(doc, index).getAttribute('unit'))
          const locked = unit === 'b' || unit === 'c'
          const token = `${name}${step}.`
          if (locked && name === 's') continue
          if (random.below(5) === 0 && locked) doc.getXmlFragment('fr').delete(index, 1)
          else {
            words(doc, index).insert(0, token)
            if (!locked) tokens.push(token)
          }
        }
      takeUpAgain(server, Y.encodeStateAsUpdate(own), new Set(['b', 'c']))
      const text = readBilingualText(server)
      for (const unit of ['b', 'c'])
        expect(text.fr.filter(each => each.unit === unit)).toEqual(TEXT.fr.filter(each => each.unit === unit))
      for (const token of tokens) expect(french(text).join(' '), `seed ${seed}`).toContain(token)
    }
  })
})
