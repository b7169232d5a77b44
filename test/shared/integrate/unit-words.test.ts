import { describe, expect, test } from 'vitest'
import { pathOf } from '../../../shared/integrate/proposal-path.ts'
import {
  hasWords,
  sameWords,
  withFreshIds,
  withUnit,
  withWords,
  wordsForm,
  wordsOfUnits,
} from '../../../shared/integrate/unit-words.ts'
import { type BilingualText, unitOrder } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { randomBlock, randomText, revisedText } from '../../support/random-text.ts'
import { type Random, seeded } from '../../support/seeded.ts'

const u = (id: string) => id as UnitId

/** Proposals for random places of a text, each with the units above its place. */
function randomProposals(random: Random, text: BilingualText, count: number) {
  const order = unitOrder(text)
  return Array.from({ length: count }, (_, index) => {
    const at = random.below(order.length + 1) - 1
    const unit = u(`new${index}`)
    const block = (language: 'fr' | 'ja') => randomBlock(random, language, unit, `${language}-new${index}`)
    const words = { fr: random.below(5) ? [block('fr')] : [], ja: [block('ja')] }
    return { unit, words, after: order[at] ?? null, above: order.slice(0, Math.max(0, at)).toReversed() }
  })
}

function accept(
  text: BilingualText,
  proposals: ReturnType<typeof randomProposals>,
  index: number,
): BilingualText {
  return withUnit(text, proposals[index]!.words, pathOf(proposals, index))
}

function shuffled(random: Random, count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  return order
    .map(index => [random.next(), index] as const)
    .sort(([a], [b]) => a - b)
    .map(([, index]) => index)
}

describe('[W3] [A2] units of workshops put into a text', () => {
  test('accepting none leaves the text as it is, accepting all gives one text in whatever order', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed)
      const text = randomText(random)
      const proposals = randomProposals(random, text, 1 + random.below(6))
      const all = () =>
        shuffled(random, proposals.length).reduce((made, index) => accept(made, proposals, index), text)
      const first = all()
      for (let time = 0; time < 3; time++) expect(all(), `seed ${seed}`).toEqual(first)
      const without = proposals.reduce((made, { unit }) => withWords(made, unit, { fr: [], ja: [] }), first)
      expect(without, `seed ${seed}`).toEqual(text)
      for (const { unit, words } of proposals)
        expect(sameWords(wordsOfUnits(first, [unit]), words)).toBe(true)
    }
  })

  test('what is accepted and taken back in random order leaves nothing, and no block twice', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed + 5_000)
      const text = randomText(random)
      const proposals = randomProposals(random, text, 1 + random.below(6))
      let made = text
      const held = new Set<number>()
      for (let step = 0; step < 20; step++) {
        const index = random.below(proposals.length)
        if (held.delete(index)) made = withWords(made, proposals[index]!.unit, { fr: [], ja: [] })
        else {
          made = accept(made, proposals, index)
          held.add(index)
        }
        for (const language of ['fr', 'ja'] as const) {
          const ids = made[language].map(({ id }) => id)
          expect(new Set(ids).size, `seed ${seed}`).toBe(ids.length)
        }
      }
      const inOrder = [...held]
        .sort((a, b) => a - b)
        .reduce((now, index) => accept(now, proposals, index), text)
      expect(made, `seed ${seed}`).toEqual(inOrder)
    }
  })

  test('a place that was deleted since gives way to the nearest above that stands', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed + 9_000)
      const text = randomText(random)
      const [proposal] = randomProposals(random, text, 1)
      const edited = revisedText(random, text)
      const made = withUnit(edited, proposal!.words, pathOf([proposal!], 0))
      expect(withWords(made, proposal!.unit, { fr: [], ja: [] }), `seed ${seed}`).toEqual(edited)
      expect(sameWords(wordsOfUnits(made, [proposal!.unit]), proposal!.words)).toBe(true)
    }
  })

  test('other words in a unit and its words again leave the text as it was', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed + 13_000)
      const text = randomText(random)
      const unit = random.pick(unitOrder(text))
      const before = wordsOfUnits(text, [unit])
      const other = {
        fr: before.fr.map(block => ({ ...randomBlock(random, 'fr', unit, block.id) })),
        ja: before.ja.map(block => ({ ...randomBlock(random, 'ja', unit, block.id) })),
      }
      const changed = withWords(text, unit, other)
      expect(wordsOfUnits(changed, [unit])).toEqual(other)
      expect(withWords(changed, unit, before), `seed ${seed}`).toEqual(text)
    }
  })

  test('fresh ids say the same, and nothing of a title or an empty paragraph is taken over', () => {
    const random = seeded(1)
    const block = {
      ...randomBlock(random, 'fr', 'u', 'b'),
      kind: 'title' as const,
      content: [{ type: 'text', text: 'Un' }] as const,
    }
    const empty = { ...block, id: 'c' as typeof block.id, content: [] }
    let count = 0
    const fresh = withFreshIds({ fr: [block, empty], ja: [] }, u('new'), () => `id${count++}`)
    expect(fresh.fr).toMatchObject([{ id: 'id0', unit: 'new', kind: 'paragraph' }])
    expect(hasWords(fresh)).toBe(true)
    expect(wordsForm({ fr: [block], ja: [] })).toBe(
      wordsForm({ fr: [{ ...block, id: 'z' as typeof block.id }], ja: [] }),
    )
    expect(wordsForm({ fr: [block], ja: [] })).not.toBe(wordsForm({ fr: [], ja: [block] }))
  })
})
