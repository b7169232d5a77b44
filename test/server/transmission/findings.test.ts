import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../server/transmission/findings.ts'
import type { Comparison } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block, Inline } from '../../../shared/model/bilingual-text.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import { factValues } from '../../../shared/model/fact-values.ts'

const block = (id: string, unit: string, ...content: (string | Inline)[]) =>
  ({
    id,
    unit,
    kind: 'paragraph',
    level: 1,
    content: content.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part)),
  }) as unknown as Block
const factInline = (id: string) => ({ type: 'fact', fact: id }) as Inline
const fact = (id: string, status: Fact['status'], value: Fact['value'], label = { fr: 'nom', ja: '名称' }) =>
  ({ id, status, value, label }) as Fact

const complete: BilingualText = {
  fr: [block('f1', 'u1', 'Un.'), block('f2', 'u2', 'Deux.')],
  ja: [block('j1', 'u1', '一。'), block('j2', 'u2', '二。')],
}
/** Only what findings look at. */
const comparison = (changed: number, rows: unknown[] = []) =>
  ({ counts: { changed }, rows }) as unknown as Comparison
const find = (text: BilingualText, more: Partial<Parameters<typeof findingsOf>[0]> = {}) =>
  findingsOf({ text, comparison: comparison(1), facts: [], decisions: null, ...more })

describe('what the sender sees before transmitting', () => {
  it('[R5] a complete text that changed raises nothing', () => {
    expect(find(complete)).toEqual([])
  })

  it('[A1] [R5] an undecided amendment stops it; a text that differs from its decision is only shown', () => {
    const decisions = { undecided: ['u1'], differing: ['u2'] } as never
    expect(find(complete, { decisions })).toEqual([
      { kind: 'undecided-amendment', blocks: true, units: ['u1'] },
      { kind: 'decision-differs', blocks: false, units: ['u2'] },
    ])
  })

  it('[R5] a text without a word in one language stops the transmission', () => {
    expect(find({ fr: complete.fr, ja: [block('j1', 'u1', ' 　')] })[0]).toEqual({
      kind: 'empty-text',
      blocks: true,
      units: [],
    })
    expect(find({ fr: [], ja: [] })[0]).toMatchObject({ kind: 'empty-text', blocks: true })
  })

  it('[R5] an unchanged text is shown as such and may leave: it is an answer without amendment', () => {
    expect(find(complete, { comparison: comparison(0) })).toEqual([
      { kind: 'unchanged', blocks: false, units: [] },
    ])
    expect(find(complete, { comparison: null })).toEqual([])
  })

  it('[U1] a unit with words in one language only is named, an empty row is not', () => {
    const text = {
      fr: [...complete.fr, block('f3', 'u3', 'Trois.'), block('f4', 'u4', '')],
      ja: [...complete.ja, block('j5', 'u5', '五。')],
    }
    expect(find(text)).toEqual([{ kind: 'missing-counterpart', blocks: false, units: ['u5', 'u3'] }])
  })

  it('[C3] a unit changed in one language only is named, a deleted one by its old name', () => {
    const rows = [
      { alarm: null, newUnit: 'u1', oldUnits: ['u1'] },
      { alarm: 'fr-only', newUnit: 'u2', oldUnits: ['u2'] },
      { alarm: 'ja-only', newUnit: null, oldUnits: ['u9'] },
    ]
    expect(find(complete, { comparison: comparison(2, rows) })).toEqual([
      { kind: 'one-language-changed', blocks: false, units: ['u2', 'u9'] },
    ])
  })

  it('[F1] open facts and brackets that the text uses are named', () => {
    const bracketed = { type: 'text', text: 'dix', marks: [{ type: 'bracket', id: 'b', by: 'fra' }] } as const
    const text = {
      fr: [block('f1', 'u1', factInline('open')), block('f2', 'u2', bracketed)],
      ja: [block('j1', 'u1', factInline('known')), block('j2', 'u2', '十')],
    }
    const facts = [
      fact('open', 'open', null),
      fact('known', 'confirmed', { fr: '35', ja: '35' }),
      fact('unused', 'open', null),
    ]
    expect(find(text, { facts })).toEqual([
      { kind: 'open-fact', blocks: false, units: ['u1'] },
      { kind: 'fact-in-one-language', blocks: false, units: ['u1'] },
      { kind: 'open-bracket', blocks: false, units: ['u2'] },
    ])
  })
})

describe('what facts read as', () => {
  it('[F1] a confirmed fact is its value; an open one stands in the brackets of each language', () => {
    const text: BilingualText = {
      fr: [block('f1', 'u1', factInline('a'), factInline('b'))],
      ja: [block('j1', 'u1', factInline('c'), factInline('gone'))],
    }
    const facts = [
      fact('a', 'confirmed', { fr: 'trente-cinq', ja: '35' }),
      fact('b', 'open', { fr: 'Lyon', ja: 'リヨン' }),
      fact('c', 'open', null, { fr: 'hôte', ja: '開催都市' }),
      fact('unused', 'confirmed', { fr: 'x', ja: 'x' }),
    ]
    expect(factValues(text, facts)).toEqual({
      a: { fr: 'trente-cinq', ja: '35' },
      b: { fr: '[Lyon]', ja: '［リヨン］' },
      c: { fr: '[hôte]', ja: '［開催都市］' },
      gone: { fr: '[…]', ja: '［…］' },
    })
  })
})
