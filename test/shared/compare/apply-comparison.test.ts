import { describe, expect, test } from 'vitest'
import { applyComparison, revertComparison } from '../../../shared/compare/apply-comparison.ts'
import { CHANGE_KINDS, compareTexts } from '../../../shared/compare/comparison.ts'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import { randomPair } from '../../support/random-revision.ts'
import { randomText } from '../../support/random-text.ts'
import { type Random, seeded } from '../../support/seeded.ts'

const SEEDS = 1_500

describe('applying a comparison', () => {
  test('[C7] gives the new text from the old and the old from the new, for any two texts', () => {
    forEachSeed((random, seed) => {
      const [a, b] = randomPair(random)
      const comparison = compareTexts(a, b, random.below(5) ? {} : { raw: true })
      expect(applyComparison(a, comparison), `seed ${seed}`).toEqual(b)
      expect(revertComparison(b, comparison), `seed ${seed}`).toEqual(a)
    })
  })

  test('[C7] works from its JSON, and the same texts give the same JSON', () => {
    forEachSeed((random, seed) => {
      const [a, b] = randomPair(random)
      const json = JSON.stringify(compareTexts(a, b))
      expect(applyComparison(a, JSON.parse(json)), `seed ${seed}`).toEqual(b)
      expect(JSON.stringify(compareTexts(keysReversed(a), keysReversed(b))), `seed ${seed}`).toBe(
        JSON.stringify(compareTexts(keysReversed(a), keysReversed(b))),
      )
      expect(compareTexts(keysReversed(a), keysReversed(b)), `seed ${seed}`).toEqual(JSON.parse(json))
    }, 300)
  })

  test('[C7] a text compared with itself has no change, no alarm and one slot a unit', () => {
    forEachSeed((random, seed) => {
      const text = randomText(random)
      const { rows, slots, counts } = compareTexts(text, structuredClone(text))
      expect(
        rows.flatMap(row => [...row.kinds, ...(row.alarm ? [row.alarm] : [])]),
        `seed ${seed}`,
      ).toEqual([])
      expect(slots).toEqual(rows.map((_, row) => ({ row, place: 'here' })))
      expect(counts).toMatchObject({ rows: rows.length, changed: 0, substantial: 0, alarms: 0 })
    }, 300)
  })

  test('[C1] every block of both texts stands in exactly one row, every row in one slot', () => {
    forEachSeed((random, seed) => {
      const [a, b] = randomPair(random)
      const { rows, slots } = compareTexts(a, b)
      expect(new Set(rows.map(row => row.key)).size, `seed ${seed}`).toBe(rows.length)
      expect(slots.filter(slot => slot.place === 'here').map(slot => slot.row)).toEqual([...rows.keys()])
      for (const language of ['fr', 'ja'] as const) {
        const pairs = rows.flatMap(row => row[language].pairs)
        const places = (index: 'oldIndex' | 'newIndex') =>
          [...new Set(pairs.map(pair => pair[index]))].filter(place => place !== null).sort((x, y) => x - y)
        expect(places('oldIndex'), `seed ${seed}`).toEqual([...a[language].keys()])
        expect(places('newIndex'), `seed ${seed}`).toEqual([...b[language].keys()])
        for (const row of rows)
          for (const pair of row[language].pairs) if (pair.new) expect(pair.new.unit).toBe(row.newUnit)
      }
      for (const kind of rows.flatMap(row => row.kinds)) expect(CHANGE_KINDS).toContain(kind)
    }, 300)
  })

  test('a comparison refuses a text that it was not made from', () => {
    const random = seeded(7)
    const [a, b] = [randomText(random, 3), randomText(random, 3)]
    const comparison = compareTexts(a, b)
    expect(() => applyComparison({ fr: [], ja: a.ja }, comparison)).toThrow()
    const first = a.fr[0]!
    const other: Block = { ...first, content: [{ type: 'text', text: 'Autre chose.' }] }
    expect(() => applyComparison({ ...a, fr: [other, ...a.fr.slice(1)] }, comparison)).toThrow(
      'is not the one that was compared',
    )
    expect(() => applyComparison({ ...a, fr: [...a.fr, other] }, comparison)).toThrow('were not compared')
  })
})

function forEachSeed(run: (random: Random, seed: number) => void, seeds = SEEDS): void {
  for (let seed = 1; seed <= seeds; seed++) run(seeded(seed), seed)
}

function keysReversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(keysReversed) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, keysReversed(member)]),
  ) as T
}
