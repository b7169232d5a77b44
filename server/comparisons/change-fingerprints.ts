/**
 * A fingerprint per change: what a reader has ticked as seen is named by it. It is taken over the words, marks and
 * shapes before and after in both languages and over the kinds of change, and over nothing that says where the
 * change stands or in which version: the same change carried on into the next version stays seen, a change that
 * was changed is to be seen again.
 */
import { createHash } from 'node:crypto'
import type { BlockPair, Comparison, ComparisonRow } from '../../shared/compare/comparison.ts'
import type { Block } from '../../shared/model/bilingual-text.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'

/** Lower-case hexadecimal SHA-256 by the key of each row that has a change. */
export type ChangeFingerprints = Readonly<Record<string, string>>

/** Comparisons are kept and shared by all readers; their fingerprints go with them and are taken once. */
const known = new WeakMap<Comparison, ChangeFingerprints>()

export function changeFingerprints(comparison: Comparison): ChangeFingerprints {
  const before = known.get(comparison)
  if (before) return before
  const made = fingerprintsOf(comparison)
  known.set(comparison, made)
  return made
}

function fingerprintsOf({ rows }: Comparison): ChangeFingerprints {
  const found: Record<string, string> = {}
  /** The same sentence put in twice is two changes: the second and further ones are counted into their print. */
  const met = new Map<string, number>()
  for (const row of rows) {
    if (row.kinds.length === 0) continue
    const change = canonicalJson(whatChanged(row))
    const nth = (met.get(change) ?? 0) + 1
    met.set(change, nth)
    found[row.key] = createHash('sha256')
      .update(nth === 1 ? change : `${change}${nth}`)
      .digest('hex')
  }
  return found
}

function whatChanged({ fr, ja, kinds }: ComparisonRow) {
  return {
    old: { fr: shapesOf(fr.pairs, 'old'), ja: shapesOf(ja.pairs, 'old') },
    new: { fr: shapesOf(fr.pairs, 'new'), ja: shapesOf(ja.pairs, 'new') },
    kinds,
  }
}

/** The blocks of one text without their ids, in its order; one that was split or merged stands once. */
function shapesOf(
  pairs: readonly BlockPair[],
  text: 'old' | 'new',
): Pick<Block, 'kind' | 'level' | 'content'>[] {
  const blocks = new Map<number, Block>()
  for (const pair of pairs) {
    const [block, index] = text === 'old' ? [pair.old, pair.oldIndex] : [pair.new, pair.newIndex]
    if (block && index !== null) blocks.set(index, block)
  }
  return [...blocks]
    .sort(([a], [b]) => a - b)
    .map(([, { kind, level, content }]) => ({ kind, level, content }))
}
