/** [C6] Fates already computed, by the hashes of the three texts: the same three give everyone the same ones. */
import { type AmendmentPlan, planAmendments } from '../../shared/compare/amendments.ts'
import type { Comparison } from '../../shared/compare/comparison.ts'
import type { AmendmentFate } from '../../shared/compare/fate.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { ComparisonCache, HashedText } from './comparison-cache.ts'
import { fatesBeside } from './fates-beside.ts'
import { createKeptResults } from './kept-results.ts'

export type ThreeTexts = {
  /** What was answered. */
  readonly base: HashedText
  readonly answer: HashedText
  /** The text that came after the answer. */
  readonly following: HashedText
}

/** The amendments of the answer in its reading order, and of each, in that order, what became of it. */
export type KnownFates = {
  /** From the base to the answer. */
  readonly comparison: Comparison
  readonly amendments: AmendmentPlan['amendments']
  readonly fates: readonly AmendmentFate[]
}

export type FateCache = {
  /** `too-large` when it would take too long. */
  fates(texts: ThreeTexts): Promise<KnownFates | Refusal>
}

/** Some 20 KB each beside its comparison. */
const CAPACITY = 64

export function createFateCache(
  comparisons: ComparisonCache,
  capacity = CAPACITY,
  compute: typeof fatesBeside = fatesBeside,
): FateCache {
  const kept = createKeptResults<KnownFates>(capacity)
  return {
    fates: ({ base, answer, following }) =>
      kept.of(`${base.sha256} ${answer.sha256} ${following.sha256}`, async () => {
        const comparison = await comparisons.compare(base, answer)
        if (isRefusal(comparison)) return comparison
        const { amendments } = planAmendments(comparison)
        const texts = { base: base.text, answer: answer.text, following: following.text }
        const fates = await compute({ ...texts, amendments, comparison })
        return isRefusal(fates) ? fates : { comparison, amendments, fates }
      }),
  }
}
