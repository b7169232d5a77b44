import { describe, expect, test } from 'vitest'
import { applyComparison, revertComparison } from '../../../shared/compare/apply-comparison.ts'
import { CHANGE_KINDS, compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { randomText, relinked, revisedText } from '../../support/random-text.ts'
import { type Random, seeded } from '../../support/seeded.ts'
import { editedWording } from './random-wording.ts'

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

/** A text and a revision of it; sometimes without common ids, as an import is; sometimes split, merged or reworded. */
function randomPair(random: Random): readonly [BilingualText, BilingualText] {
  const a = randomText(random)
  if (random.below(12) === 0) return [a, randomText(random)]
  let b = revisedText(random, a)
  for (const language of ['fr', 'ja'] as const) {
    const blocks = b[language].flatMap(block => {
      const chance = random.below(8)
      return chance === 0
        ? splitBlock(random, block)
        : chance < 3
          ? [reworded(random, language, block)]
          : [block]
    })
    b = { ...b, [language]: random.below(4) ? blocks : mergedBlocks(random, blocks) }
  }
  b = relinked(random, b)
  return random.below(3) ? [a, b] : [a, withoutIds(b)]
}

function reworded(random: Random, language: 'fr' | 'ja', block: Block): Block {
  const content = block.content.map(inline =>
    inline.type === 'text'
      ? { ...inline, text: `${editedWording(random, language, inline.text)}x`.normalize('NFC') }
      : inline,
  )
  return {
    ...block,
    content: content.filter((inline, index) => inline.type !== 'text' || content[index - 1]?.type !== 'text'),
  }
}

function splitBlock(random: Random, block: Block): Block[] {
  const at = random.below(block.content.length + 1)
  const fresh = `${block.id}-${random.below(1e9)}`
  const unit = random.below(2) ? block.unit : (`unit-${fresh}` as UnitId)
  return [
    { ...block, content: block.content.slice(0, at) },
    { ...block, id: fresh as BlockId, unit, content: block.content.slice(at) },
  ]
}

function mergedBlocks(random: Random, blocks: readonly Block[]): Block[] {
  const at = random.below(blocks.length)
  const [first, second] = [blocks[at], blocks[at + 1]]
  if (!first || !second) return [...blocks]
  return blocks.toSpliced(at, 2, {
    ...first,
    content: [...first.content, { type: 'break' }, ...second.content],
  })
}

function withoutIds(text: BilingualText): BilingualText {
  const fresh = (block: Block): Block => ({
    ...block,
    id: `i-${block.id}` as BlockId,
    unit: `i-${block.unit}` as UnitId,
  })
  return { fr: text.fr.map(fresh), ja: text.ja.map(fresh) }
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
