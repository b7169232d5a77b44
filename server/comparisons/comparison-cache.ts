/** Comparisons already made, by the hashes of their two texts: the same two texts give everyone the same one. */
import { type Comparison, compareTexts } from '../../shared/compare/comparison.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'

/** A text with the SHA-256 of its canonical form. */
export type HashedText = { readonly text: BilingualText; readonly sha256: string }

export type ComparisonCache = {
  compare(from: HashedText, to: HashedText): Comparison
}

/** Some 200 KB each for a declaration, so about 25 MB at most. */
const DEFAULT_CAPACITY = 128

/** Keeps the `capacity` comparisons used last. `compare` is asked only for those it does not hold. */
export function createComparisonCache(
  capacity = DEFAULT_CAPACITY,
  compare: (from: BilingualText, to: BilingualText) => Comparison = compareTexts,
): ComparisonCache {
  const held = new Map<string, Comparison>()
  return {
    compare(from, to) {
      const key = `${from.sha256} ${to.sha256}`
      const found = held.get(key) ?? compare(from.text, to.text)
      // A Map keeps the order of insertion: putting it back makes it the youngest.
      held.delete(key)
      held.set(key, found)
      const [oldest] = held.keys()
      if (held.size > capacity && oldest !== undefined) held.delete(oldest)
      return found
    },
  }
}
