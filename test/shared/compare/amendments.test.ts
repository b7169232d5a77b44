import { describe, expect, test } from 'vitest'
import { planAmendments, textWith } from '../../../shared/compare/amendments.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { type BilingualText, type Block, unitsOf } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { randomPair } from '../../support/random-revision.ts'
import { type Random, seeded } from '../../support/seeded.ts'

const SEEDS = 1_500

describe('the amendments of an answer', () => {
  test('[A2] accept all gives the answer, reject all gives the base, for any two texts', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const plan = planAmendments(compareTexts(base, answer))
      const all = new Set(plan.amendments.map(({ key }) => key))
      expect(textWith(plan, new Set()), `seed ${seed}`).toEqual(base)
      expect(saying(textWith(plan, all)), `seed ${seed}`).toEqual(saying(answer))
    })
  })

  test('[A2] any mixture is a text with every block once, and the decided units read as decided', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const plan = planAmendments(compareTexts(base, answer))
      const accepted = new Set(plan.amendments.filter(() => random.below(2)).map(({ key }) => key))
      const mixed = textWith(plan, accepted)
      for (const language of LANGUAGES) {
        const ids = mixed[language].map(block => block.id)
        expect(new Set(ids).size, `seed ${seed}`).toBe(ids.length)
        for (const item of plan.items[language]) {
          if (item.amendment === null || !item.old || !item.new) continue
          const taken = accepted.has(item.amendment)
          expect(mixed[language], `seed ${seed}`).toContain(taken ? item.new : item.old)
        }
      }
    })
  })

  test('[A1] one amendment a unit, both languages together; units that share a block are one', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const comparison = compareTexts(base, answer)
      const { amendments } = planAmendments(comparison)
      const rows = amendments.flatMap(amendment => amendment.rows)
      expect(new Set(rows).size, `seed ${seed}`).toBe(rows.length)
      const changed = comparison.rows.filter(row => row.kinds.length).map(row => row.key)
      for (const key of changed) expect(rows, `seed ${seed}`).toContain(key)
    }, 300)
  })

  test('[A1] two units deleted and inserted at one place touch; two changed in their words do not', () => {
    const old = text(['a', 'Un.', '一。'], ['b', 'Deux mots.', '二。'], ['c', 'Trois mots.', '三。'])
    const gone = text(
      ['a', 'Un.', '一。'],
      ['n', 'Tout autre chose ici.', '全く別の話題。'],
      ['c', 'Trois.', '三。'],
    )
    const { amendments } = planAmendments(compareTexts(old, gone))
    expect(amendments.map(({ key, touches }) => [key, touches])).toEqual([
      ['-b', ['n']],
      ['n', ['-b', 'c']],
      ['c', ['n']],
    ])
    const reworded = text(
      ['a', 'Un.', '一。'],
      ['b', 'Deux mots dits.', '二。'],
      ['c', 'Trois mots dits.', '三。'],
    )
    expect(planAmendments(compareTexts(old, reworded)).amendments.map(({ touches }) => touches)).toEqual([
      [],
      [],
    ])
  })

  test('[A1] the same two texts give the same keys', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const keys = () => planAmendments(compareTexts(structuredClone(base), answer)).amendments
      expect(keys(), `seed ${seed}`).toEqual(keys())
    }, 100)
  })
})

function forEachSeed(run: (random: Random, seed: number) => void, seeds = SEEDS): void {
  for (let seed = 1; seed <= seeds; seed++) run(seeded(seed), seed)
}

function text(...units: readonly (readonly [string, string, string])[]): BilingualText {
  const block = (unit: string, language: string, words: string) =>
    ({
      id: `${unit}-${language}`,
      unit,
      kind: 'paragraph',
      level: 1,
      content: [{ type: 'text', text: words }],
    }) as unknown as Block
  return {
    fr: units.map(([unit, fr]) => block(unit, 'fr', fr)),
    ja: units.map(([unit, , ja]) => block(unit, 'ja', ja)),
  }
}

/** What a reader sees: the words, and which paragraphs say the same. Ids apart. */
function saying(text: BilingualText) {
  const units = new Map(unitsOf(text).map((unit, index) => [unit.id, index]))
  return LANGUAGES.map(language =>
    text[language].map(({ unit, kind, level, content }) => ({ unit: units.get(unit), kind, level, content })),
  )
}
