import { describe, expect, test } from 'vitest'
import { pairHashes } from '../../../shared/model/agreement.ts'
import type { BilingualText, Side } from '../../../shared/model/bilingual-text.ts'
import { type ConvergenceInput, convergenceOf, type TimedConsent } from '../../../shared/model/convergence.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { bracketed } from '../../support/bracketed.ts'

const TEXT = bracketed(
  ['a', 'Préambule.', '前文。'],
  ['h', '# Ateliers', '# 分科会'],
  ['b', 'Un {q1.a fra|deux}.', '一{q1.a fra|二}。'],
  ['c', 'Trois.', '三。'],
  ['i', '# Engagements', '# 約束'],
  ['d', 'Quatre {q2.a jap|cinq}{q2.b fra|six}.', '四{q2.a jap|五}{q2.b fra|六}。'],
)
const NOON = '2031-05-01T12:00:00.000Z'

async function converged(change: Partial<ConvergenceInput> = {}, text: BilingualText = TEXT) {
  const pairs = await pairHashes(text)
  return convergenceOf({
    text,
    pairs,
    basePairs: pairs,
    consents: [],
    discussed: new Set(),
    at: NOON,
    ...change,
  })
}

async function consent(unit: string, side: Side, change: Partial<TimedConsent> = {}): Promise<TimedConsent> {
  const pair = (await pairHashes(TEXT)).get(unit as UnitId)!
  return {
    ...{
      unit: unit as UnitId,
      side,
      pair,
      kind: 'agreed',
      at: '2031-05-01T10:00:00.000Z',
      withdrawnAt: null,
    },
    ...change,
  }
}
const both = async (unit: string, change: Partial<TimedConsent> = {}) => [
  await consent(unit, 'fra', change),
  await consent(unit, 'jap', change),
]

describe('[A6] the standing of a unit', () => {
  test('every unit has one, so that they add up', async () => {
    const { counts } = await converged({
      consents: [
        ...(await both('a')),
        ...(await both('c', { kind: 'ad-referendum' })),
        await consent('h', 'jap'),
      ],
    })
    expect(counts).toEqual({
      units: 6,
      agreed: 1,
      'ad-referendum': 1,
      proposed: 1,
      open: 1,
      bracketed: 2,
      amended: 0,
      discussed: 0,
      brackets: 2,
    })
  })

  test('words in brackets are not agreed, whatever was consented to', async () => {
    const { sections } = await converged({ consents: await both('b') })
    expect(sections[1]!.units.map(({ standing }) => standing)).toEqual(['open', 'bracketed', 'open'])
  })

  test('a consent to other words does not count', async () => {
    const { counts } = await converged({ consents: await both('a', { pair: 'f'.repeat(64) }) })
    expect(counts).toMatchObject({ agreed: 0, proposed: 0, open: 4 })
  })

  test('a consent counts from when it was given until it was withdrawn', async () => {
    const at = async (instant: string) =>
      (
        await converged({
          at: instant,
          consents: await both('a', { withdrawnAt: '2031-05-01T11:00:00.000Z' }),
        })
      ).counts.agreed
    expect(await at('2031-05-01T09:59:59.999Z')).toBe(0)
    expect(await at('2031-05-01T10:00:00.000Z')).toBe(1)
    expect(await at('2031-05-01T11:00:00.000Z')).toBe(0)
  })
})

describe('[A6] amended and discussed', () => {
  test('amended: other words or none in the version before; unknown where there is none', async () => {
    const before = bracketed(
      ['a', 'Préambule.', '前文'],
      ['h', '# Ateliers', '# 分科会'],
      ['c', 'Trois.', '三。'],
      ['i', '# Engagements', '# 約束'],
    )
    const basePairs = await pairHashes(before)
    const { counts, sections } = await converged({ basePairs })
    expect(counts.amended).toBe(3)
    expect(sections.flatMap(({ units }) => units.filter(({ amended }) => amended).map(u => u.unit))).toEqual([
      'a',
      'b',
      'd',
    ])
    expect((await converged({ basePairs: null })).counts.amended).toBe(0)
  })

  test('discussed: a unit, however many threads hang on it', async () => {
    const { counts } = await converged({ discussed: new Set(['a', 'gone'] as UnitId[]) })
    expect(counts.discussed).toBe(1)
  })
})

describe('[A6] by section', () => {
  test('under the highest headings of the text; a bracket counts where it begins', async () => {
    const { sections } = await converged()
    expect(
      sections.map(({ heading, units, counts }) => [heading, units.map(u => u.number), counts.brackets]),
    ).toEqual([
      [null, [1], 0],
      ['h', [2, 3, 4], 1],
      ['i', [5, 6], 1],
    ])
  })

  test('deeper headings begin no section; a text without headings is one; an empty one has none', async () => {
    const deep = {
      fr: TEXT.fr.map(block => (block.unit === 'i' ? { ...block, level: 2 as const } : block)),
      ja: TEXT.ja.map(block => (block.unit === 'i' ? { ...block, level: 2 as const } : block)),
    }
    expect((await converged({}, deep)).sections.map(({ heading }) => heading)).toEqual([null, 'h'])
    const flat = bracketed(['a', 'Un.', '一。'], ['b', 'Deux.', '二。'])
    expect((await converged({}, flat)).sections).toMatchObject([{ heading: null, units: [{}, {}] }])
    expect((await converged({}, { fr: [], ja: [] })).sections).toEqual([])
  })
})
