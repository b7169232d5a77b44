/**
 * A fingerprint per change: what a reader has ticked as seen is named by it. It is taken over the words, marks and
 * shapes before and after in both languages, the values that their facts had, and the kinds of change, and, but for
 * moves, over nothing that says where the change stands or in which version: the same change carried on into the
 * next version stays seen, a change that was changed is to be seen again.
 */
import { createHash } from 'node:crypto'
import type { BlockPair, Comparison, ComparisonRow } from '../../shared/compare/comparison.ts'
import type { Block } from '../../shared/model/bilingual-text.ts'
import { canonicalJson, type FactValues } from '../../shared/model/canonical-form.ts'

/** Lower-case hexadecimal SHA-256 by the key of each row that has a change. */
export type ChangeFingerprints = Readonly<Record<string, string>>

export type FactsOfTexts = { readonly old: FactValues; readonly new: FactValues }

/** Comparisons are kept and shared by all readers; their fingerprints go with them and are taken once. */
const known = new WeakMap<Comparison, ChangeFingerprints>()

/** `facts` are those of the two texts that were compared: a comparison is of these two and no others. */
export function changeFingerprints(comparison: Comparison, facts: FactsOfTexts): ChangeFingerprints {
  const before = known.get(comparison)
  if (before) return before
  const made = fingerprintsOf(comparison, facts)
  known.set(comparison, made)
  return made
}

function fingerprintsOf({ rows }: Comparison, facts: FactsOfTexts): ChangeFingerprints {
  const found: Record<string, string> = {}
  /** The same sentence put in twice is two changes: the second and further ones are counted into their print. */
  const met = new Map<string, number>()
  for (const row of rows) {
    if (row.kinds.length === 0) continue
    const change = canonicalJson(whatChanged(row, facts))
    const nth = (met.get(change) ?? 0) + 1
    met.set(change, nth)
    found[row.key] = createHash('sha256')
      .update(nth === 1 ? change : `${change}${nth}`)
      .digest('hex')
  }
  return found
}

function whatChanged(row: ComparisonRow, facts: FactsOfTexts) {
  const { fr, ja, kinds, oldPosition, newPosition } = row
  const shapes = (text: 'old' | 'new') => ({
    fr: shapesOf(fr.pairs, text, facts[text]),
    ja: shapesOf(ja.pairs, text, facts[text]),
  })
  // A move to yet another place is another change. Its place also shifts when something is put in before it: then it
  // is shown once more, which is better than not at all.
  const places = kinds.includes('moved') ? [oldPosition, newPosition] : undefined
  return { old: shapes('old'), new: shapes('new'), kinds, places }
}

/** The blocks of one text without their ids, in its order; one that was split or merged stands once. */
function shapesOf(pairs: readonly BlockPair[], text: 'old' | 'new', facts: FactValues) {
  const blocks = new Map<number, Block>()
  for (const pair of pairs) {
    const [block, index] = text === 'old' ? [pair.old, pair.oldIndex] : [pair.new, pair.newIndex]
    if (block && index !== null) blocks.set(index, block)
  }
  return [...blocks]
    .sort(([a], [b]) => a - b)
    .map(([, { kind, level, content }]) => ({
      kind,
      level,
      content: content.map(inline =>
        inline.type === 'fact' ? { ...inline, reads: facts[inline.fact] ?? null } : inline,
      ),
    }))
}
