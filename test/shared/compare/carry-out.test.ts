import { describe, expect, test } from 'vitest'
import {
  type Amendment,
  type AmendmentPlan,
  planAmendments,
  textWith,
} from '../../../shared/compare/amendments.ts'
import { blocksIn, blocksNow, standingOf, withBlocks } from '../../../shared/compare/carry-out.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { randomPair } from '../../support/random-revision.ts'
import { type Random, seeded } from '../../support/seeded.ts'

/** A draft in which amendments are carried out and taken back, in any order. */
class Desk {
  draft: BilingualText
  readonly plan: AmendmentPlan
  readonly accepted = new Set<AmendmentKey>()
  constructor(base: BilingualText, answer: BilingualText) {
    this.draft = base
    this.plan = planAmendments(compareTexts(base, answer))
  }
  put(amendment: Amendment, text: 'base' | 'answer'): void {
    const wanted = blocksIn(this.plan, amendment, text)
    this.draft = withBlocks(this.draft, this.plan, amendment, wanted, this.accepted, text)
    if (text === 'answer') this.accepted.add(amendment.key)
    else this.accepted.delete(amendment.key)
  }
  standing(amendment: Amendment) {
    return standingOf(this.draft, this.plan, amendment, this.accepted)
  }
}

describe('carrying out amendments in a draft', () => {
  test('[A2] in any order gives the answer, and taken back in any order the base, for any two texts', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const desk = new Desk(base, answer)
      for (const amendment of shuffled(random, desk.plan.amendments)) desk.put(amendment, 'answer')
      const all = new Set(desk.plan.amendments.map(({ key }) => key))
      expect(desk.draft, `seed ${seed}, accepted`).toEqual(textWith(desk.plan, all))
      for (const amendment of shuffled(random, desk.plan.amendments)) desk.put(amendment, 'base')
      expect(desk.draft, `seed ${seed}, taken back`).toEqual(base)
    })
  })

  test('[A2] back and forth gives exactly the mixture decided', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const desk = new Desk(base, answer)
      if (!desk.plan.amendments.length) return
      for (let turn = 0; turn < 12; turn++) {
        desk.put(random.pick(desk.plan.amendments), random.below(3) ? 'answer' : 'base')
        expect(desk.draft, `seed ${seed}, turn ${turn}`).toEqual(textWith(desk.plan, desk.accepted))
      }
    }, 300)
  })

  test('[A1] a draft stands towards each amendment as it was carried out', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const desk = new Desk(base, answer)
      for (const amendment of desk.plan.amendments) {
        expect(desk.standing(amendment), `seed ${seed}, ${amendment.key}`).toBe('base')
        if (random.below(2)) desk.put(amendment, 'answer')
      }
      for (const amendment of desk.plan.amendments)
        expect(desk.standing(amendment), `seed ${seed}, ${amendment.key}`).toBe(
          desk.accepted.has(amendment.key) ? 'answer' : 'base',
        )
    }, 400)
  })

  test('[A1] what people wrote elsewhere stays, whatever is decided', () => {
    forEachSeed((random, seed) => {
      const [base, answer] = randomPair(random)
      const desk = new Desk(base, answer)
      const own: Block = block('own', 'own', 'Un paragraphe à nous.')
      const at = random.below(base.fr.length + 1)
      desk.draft = { ...base, fr: base.fr.toSpliced(at, 0, own) }
      for (const amendment of desk.plan.amendments) desk.put(amendment, 'answer')
      expect(desk.draft.fr, `seed ${seed}`).toContain(own)
      for (const amendment of desk.plan.amendments) desk.put(amendment, 'base')
      expect(
        desk.draft.fr.filter(({ id }) => id !== 'own'),
        `seed ${seed}`,
      ).toEqual(base.fr)
      expect(desk.draft.fr, `seed ${seed}`).toContain(own)
    }, 300)
  })

  test('[A1] a unit that was edited stands as neither, also when it was split', () => {
    const base = { fr: [block('a', 'f1', 'Dix jeunes.')], ja: [block('a', 'j1', '10名の若者。')] }
    const answer = { fr: [block('a', 'f1', 'Vingt jeunes.')], ja: [block('a', 'j1', '20名の若者。')] }
    const desk = new Desk(base, answer)
    const amendment = desk.plan.amendments[0]!
    desk.draft = { ...base, fr: [block('a', 'f1', 'Dix'), block('a', 'f2', ' jeunes.')] }
    expect(desk.standing(amendment)).toBe('edited')
    expect(blocksNow(desk.draft, desk.plan, amendment).fr.map(({ id }) => id)).toEqual(['f1', 'f2'])
    desk.put(amendment, 'answer')
    expect(desk.draft).toEqual(answer)
  })
})

function forEachSeed(run: (random: Random, seed: number) => void, seeds = 1_000): void {
  for (let seed = 1; seed <= seeds; seed++) run(seeded(seed), seed)
}

function shuffled<T>(random: Random, values: readonly T[]): T[] {
  const rest = [...values]
  return values.map(() => rest.splice(random.below(rest.length), 1)[0]!)
}

function block(unit: string, id: string, words: string): Block {
  return {
    id: id as BlockId,
    unit: unit as UnitId,
    kind: 'paragraph',
    level: 1,
    content: [{ type: 'text', text: words }],
  }
}
