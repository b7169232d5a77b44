import { describe, expect, test } from 'vitest'
import { applyComparison, revertComparison } from '../../../shared/compare/apply-comparison.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { segmentsWithFacts } from '../../../shared/compare/fact-changes.ts'
import type { BilingualText, Block, Inline } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'
import { marked } from './redline.ts'

const TOWNS = 'towns' as FactId
const NEXT = 'next' as FactId
const fact = (id: FactId): Inline => ({ type: 'fact', fact: id })
const TEXT: BilingualText = {
  fr: [block('f', 'Nous sommes ', fact(TOWNS), ' villes, reçues à ', fact(NEXT), '.')],
  ja: [block('j', fact(NEXT), 'に集う', fact(TOWNS), '都市である。')],
}
const values = (
  towns: readonly [string, string],
  next: readonly [string, string] = ['Tours', 'トゥール'],
): FactValues =>
  ({ [TOWNS]: { fr: towns[0], ja: towns[1] }, [NEXT]: { fr: next[0], ja: next[1] } }) as FactValues

describe('facts that read otherwise', () => {
  test('[F1] [C2] make their unit modified, in the languages where they do, and the texts stay the same', () => {
    const facts = { old: values(['35', '35']), new: values(['36', '36']) }
    const comparison = compareTexts(TEXT, TEXT, { facts })
    expect(comparison.rows).toMatchObject([{ kinds: ['modified'], alarm: null }])
    expect(applyComparison(TEXT, comparison)).toEqual(TEXT)
    expect(revertComparison(TEXT, comparison)).toEqual(TEXT)
    expect(compareTexts(TEXT, TEXT, { facts: { old: facts.old, new: facts.old } }).counts.changed).toBe(0)
    expect(compareTexts(TEXT, TEXT).counts.changed).toBe(0)
  })

  test('[F1] [C3] raise the alarm when only one language reads otherwise', () => {
    const facts = { old: values(['35', '35']), new: values(['35', '３６']) }
    expect(compareTexts(TEXT, TEXT, { facts }).rows).toMatchObject([
      { fr: { kinds: [] }, ja: { kinds: ['modified'] }, alarm: 'ja-only' },
    ])
  })

  test('[F1] are deleted and inserted for a reader, beside changed words too, and in a split', () => {
    const facts = { old: values(['35', '35']), new: values(['36', '36']) }
    const shown = (a: BilingualText, b: BilingualText) =>
      compareTexts(a, b, { facts }).rows.flatMap(row =>
        row.fr.pairs.map(pair => segmentsWithFacts(pair, 'fr', facts).map(marked).join('')),
      )
    expect(shown(TEXT, TEXT)).toEqual(['Nous sommes [-\uFFFC-]{+\uFFFC+} villes, reçues à \uFFFC.'])
    const now = {
      ...TEXT,
      fr: [block('f', 'Nous sommes ', fact(TOWNS), ' villes, bien reçues à ', fact(NEXT), '.')],
    }
    expect(shown(TEXT, now)).toEqual(['Nous sommes [-\uFFFC-]{+\uFFFC+} villes, {+bien +}reçues à \uFFFC.'])
    const long = (...more: Inline[]) => [
      'Les villes se parlent depuis longtemps. ',
      'Elles sont ',
      ...more,
      ' et le resteront.',
    ]
    const [whole, halves] = [
      { fr: [block('f', ...long(fact(TOWNS)))], ja: [] },
      { fr: [block('f', long()[0]!), block('g', ...long(fact(TOWNS)).slice(1))], ja: [] },
    ]
    expect(shown(whole, halves).join('|')).toContain('Elles sont [-\uFFFC-]{+\uFFFC+} et le resteront.')
  })

  test('[F1] the pieces cover both texts without gap, in their coordinates', () => {
    const facts = { old: values(['35', '35']), new: values(['36', '36'], ['Nara', '奈良']) }
    const [pair] = compareTexts(TEXT, TEXT, { facts }).rows[0]!.fr.pairs
    let [x, y] = [0, 0]
    for (const { fromA, toA, fromB, toB } of segmentsWithFacts(pair!, 'fr', facts)) {
      expect([fromA, fromB]).toEqual([x, y])
      ;[x, y] = [toA, toB]
    }
    expect([x, y]).toEqual([pair!.toA, pair!.toB])
  })
})

function block(id: string, ...content: (string | Inline)[]): Block {
  return {
    id: id as BlockId,
    unit: 'u' as UnitId,
    kind: 'paragraph',
    level: 1,
    content: content.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part)),
  }
}
