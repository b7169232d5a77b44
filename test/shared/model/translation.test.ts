import { describe, expect, it } from 'vitest'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { isWaiting, unitsUnsaid, wordsOfUnit } from '../../../shared/model/translation.ts'

const block = (unit: string, words: string): Block => ({
  id: `${unit}-${words}` as Block['id'],
  unit: unit as UnitId,
  kind: 'paragraph',
  level: 1,
  content: words ? [{ type: 'text', text: words }] : [],
})
const text = (fr: readonly Block[], ja: readonly Block[]): BilingualText => ({ fr, ja })
const request = (unit: string, before = '') => ({ unit: unit as UnitId, language: 'ja', before }) as const

describe('[W1] what waits to be said in the other language', () => {
  it('is what the other language says and this one does not, in reading order', () => {
    const found = text(
      [block('a', 'Titre'), block('b', 'Emploi'), block('c', ''), block('d', 'Jeunesse')],
      [block('a', '題'), block('b', ''), block('c', '')],
    )
    expect(unitsUnsaid(found, 'ja')).toEqual(['b', 'd'])
    expect(unitsUnsaid(found, 'fr')).toEqual([])
  })

  it('waits until its words change, and while there is something to say', () => {
    const asked = text([block('a', 'Emploi')], [block('a', '')])
    expect(isWaiting(asked, request('a'))).toBe(true)
    expect(isWaiting(text(asked.fr, [block('a', '雇用')]), request('a'))).toBe(false)
    expect(isWaiting(text(asked.fr, [block('a', '雇用')]), request('a', '雇用'))).toBe(true)
    expect(isWaiting(text([], asked.ja), request('a'))).toBe(false)
  })

  it('counts every block of the unit, and spaces for nothing', () => {
    const many = text([block('a', 'Un'), block('b', 'Non'), block('a', ' Deux ')], [])
    expect(wordsOfUnit(many, 'a' as UnitId, 'fr')).toBe('Un\nDeux')
  })
})
