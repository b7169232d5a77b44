/** Comparisons already made, by the hashes of their two texts: the same two texts give everyone the same one. */
import type { Comparison, ComparisonOptions } from '../../shared/compare/comparison.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import type { Refusal } from '../http/respond.ts'
import { compareBeside } from './compare-beside.ts'
import { createKeptResults } from './kept-results.ts'

/**
 * A text with the SHA-256 of its canonical form. With `facts`, those of that form, on both sides a fact that
 * reads otherwise is a change.
 */
export type HashedText = {
  readonly text: BilingualText
  readonly sha256: string
  readonly facts?: FactValues
}

export type ComparisonCache = {
  /** `too-large` when it would take too long. Whoever asks meanwhile waits for the same computation. */
  compare(from: HashedText, to: HashedText): Promise<Comparison | Refusal>
}

export type Compare = (
  from: BilingualText,
  to: BilingualText,
  options: ComparisonOptions,
) => Promise<Comparison | Refusal>

/** Some 200 KB each for a declaration, so about 25 MB at most. */
const DEFAULT_CAPACITY = 128

export function createComparisonCache(
  capacity = DEFAULT_CAPACITY,
  compare: Compare = compareBeside,
): ComparisonCache {
  const kept = createKeptResults<Comparison>(capacity)
  return {
    compare(from, to) {
      const facts = from.facts && to.facts && { old: from.facts, new: to.facts }
      const key = `${from.sha256} ${to.sha256}${facts ? ' facts' : ''}`
      return kept.of(key, () => compare(from.text, to.text, facts ? { facts } : {}))
    },
  }
}
