/** Comparisons already made, by the hashes of their two texts: the same two texts give everyone the same one. */
import type { Comparison } from '../../shared/compare/comparison.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { Refusal } from '../http/respond.ts'
import { compareBeside } from './compare-beside.ts'
import { createKeptResults } from './kept-results.ts'

/** A text with the SHA-256 of its canonical form. */
export type HashedText = { readonly text: BilingualText; readonly sha256: string }

export type ComparisonCache = {
  /** `too-large` when it would take too long. Whoever asks meanwhile waits for the same computation. */
  compare(from: HashedText, to: HashedText): Promise<Comparison | Refusal>
}

export type Compare = (from: BilingualText, to: BilingualText) => Promise<Comparison | Refusal>

/** Some 200 KB each for a declaration, so about 25 MB at most. */
const DEFAULT_CAPACITY = 128

export function createComparisonCache(
  capacity = DEFAULT_CAPACITY,
  compare: Compare = compareBeside,
): ComparisonCache {
  const kept = createKeptResults<Comparison>(capacity)
  return {
    compare: (from, to) => kept.of(`${from.sha256} ${to.sha256}`, () => compare(from.text, to.text)),
  }
}
