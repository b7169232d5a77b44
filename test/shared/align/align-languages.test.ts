import { describe, expect, test } from 'vitest'
import { alignLanguages, type ImportedBlock } from '../../../shared/align/align-languages.ts'
import { kanjiValue } from '../../../shared/align/block-features.ts'
import { seeded } from '../../support/seeded.ts'
import { beadScore, damagedPair } from './damaged-pair.ts'
import { trueBeads, universalDeclaration } from './universal-declaration.ts'

const VARIANTS = ['jpn', 'jpn_tokyo', 'jpn_osaka'] as const
const DAMAGE = { merged: 0.05, split: 0.05, dropped: 0.03 }
const fr = universalDeclaration('fra')

describe('aligning French and Japanese on import', () => {
  test('every block of both texts is in exactly one bead, in reading order, with a confidence from 0 to 1', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { fr, ja } = damagedPair(seeded(seed), rowsOf('jpn_tokyo'), {
        merged: 0.2,
        split: 0.2,
        dropped: 0.2,
      })
      const beads = alignLanguages(fr, ja)
      expect(
        beads.flatMap(bead => bead.fr),
        `seed ${seed}`,
      ).toEqual([...fr.keys()])
      expect(
        beads.flatMap(bead => bead.ja),
        `seed ${seed}`,
      ).toEqual([...ja.keys()])
      for (const { confidence } of beads) expect(confidence > 0 && confidence <= 1, `seed ${seed}`).toBe(true)
    }
  })

  test('the Universal Declaration aligns as it is known to, in three Japanese versions', () => {
    const scores = VARIANTS.map(code =>
      beadScore(alignLanguages(fr, universalDeclaration(code)), trueBeads(code)),
    )
    expect(pooled(scores)).toBeGreaterThanOrEqual(0.99)
  })

  test('two recitals that one version runs together become one bead of two French blocks', () => {
    const beads = alignLanguages(fr, universalDeclaration('jpn'))
    expect(beads.find(bead => bead.ja.includes(5))?.fr).toEqual([5, 6])
  })

  test('a text with merged, split and dropped paragraphs is mostly aligned', () => {
    const scores = Array.from({ length: 12 }, (_, seed) => {
      const pair = damagedPair(seeded(seed + 1), rowsOf(VARIANTS[seed % 3]!), DAMAGE)
      return beadScore(alignLanguages(pair.fr, pair.ja), pair.truth)
    })
    expect(pooled(scores)).toBeGreaterThanOrEqual(0.96)
  })

  test('wrong beads are less sure than right ones', () => {
    const confidences = { right: [] as number[], wrong: [] as number[] }
    for (let seed = 1; seed <= 12; seed++) {
      const pair = damagedPair(seeded(seed), rowsOf('jpn_tokyo'), DAMAGE)
      const known = new Set(pair.truth.map(bead => `${bead.fr.join()}|${bead.ja.join()}`))
      for (const bead of alignLanguages(pair.fr, pair.ja))
        confidences[known.has(`${bead.fr.join()}|${bead.ja.join()}`) ? 'right' : 'wrong'].push(
          bead.confidence,
        )
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(confidences.wrong.length).toBeGreaterThan(0)
    expect(mean(confidences.right)).toBeGreaterThan(0.95)
    expect(mean(confidences.wrong)).toBeLessThan(0.8)
  })

  test('figures align short paragraphs of equal length, in digits, full width or kanji', () => {
    const years = {
      fr: ['Une rencontre en 2014.', 'Une rencontre en 2026.'],
      ja: ['二〇〇八年に会議を開催。', '２０１４年に会議を開催。', '二千二十六年に会議を開催。'],
    }
    const beads = alignLanguages(years.fr.map(paragraph), years.ja.map(paragraph))
    expect(beads.map(({ fr, ja }) => ({ fr, ja }))).toEqual([
      { fr: [], ja: [0] },
      { fr: [0], ja: [1] },
      { fr: [1], ja: [2] },
    ])
  })

  test('a text without counterpart, or no text at all, is answered and not refused', () => {
    expect(alignLanguages([], [])).toEqual([])
    expect(alignLanguages([paragraph('Seul.')], [])).toEqual([{ fr: [0], ja: [], confidence: 1 }])
    expect(alignLanguages([], [paragraph('一人。'), paragraph('')]).map(({ ja }) => ja)).toEqual([[0], [1]])
  })

  test('a long text is aligned in bounded memory', () => {
    const long = (code: 'fra' | 'jpn_tokyo') =>
      Array.from({ length: 8 }, () => universalDeclaration(code)).flat()
    const beads = alignLanguages(long('fra'), long('jpn_tokyo'))
    const truth = beads.map((_, index) => ({ fr: [index], ja: [index] }))
    expect(beadScore(beads, truth).f1).toBeGreaterThanOrEqual(0.99)
  })
})

test('kanji numerals are read by position and by unit', () => {
  const values = {
    二〇二六: 2026,
    二千二十六: 2026,
    十: 10,
    三百: 300,
    '7万4千': 74_000,
    '15億': 1_500_000_000,
    万: 10_000,
    百二十万: 1_200_000,
  }
  for (const [figure, value] of Object.entries(values)) expect(kanjiValue(figure), figure).toBe(value)
})

function rowsOf(code: (typeof VARIANTS)[number]) {
  const ja = universalDeclaration(code)
  return trueBeads(code).map(bead => ({ fr: bead.fr.map(i => fr[i]!), ja: bead.ja.map(j => ja[j]!) }))
}

function paragraph(text: string): ImportedBlock {
  return { kind: 'paragraph', level: 1, text }
}

function pooled(scores: readonly ReturnType<typeof beadScore>[]): number {
  const sum = (what: 'right' | 'found' | 'truth') => scores.reduce((total, score) => total + score[what], 0)
  return (2 * sum('right')) / (sum('found') + sum('truth'))
}
