/**
 * A comparison as amendments: what can be accepted or rejected by itself, both languages together. Usually one
 * unit; the rows that share a block or an old unit (a split, a merge, a block that went to another unit) are decided
 * as one.
 *
 * Accepting all gives the new text, accepting none the old one, and every mixture is a valid text: each block of
 * either text is printed at most once, under one id. What is not an amendment is printed as the old text has it:
 * an unchanged paragraph keeps its old ids, even if the new text typed it anew.
 */
import type { AmendmentKey } from '../model/amendment.ts'
import type { BilingualText, Block } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import { type ChangeKind, kindsOf } from './change-kinds.ts'
import type { Alarm, BlockPair, Comparison, ComparisonRow } from './comparison.ts'
import { longestIncreasing } from './longest-increasing.ts'

export type Amendment = {
  /** The key of its first row: the same whenever the same two texts are compared. */
  readonly key: AmendmentKey
  /** Keys of its rows in the comparison, in reading order of the new text. */
  readonly rows: readonly string[]
  readonly oldUnits: readonly UnitId[]
  readonly newUnits: readonly UnitId[]
  readonly kinds: readonly ChangeKind[]
  readonly alarm: Alarm | null
  /** Amendments that begin where this one ends, or the reverse, when one of them changes the order of the units. */
  readonly touches: readonly AmendmentKey[]
}

/** The place of a block in the common order of both texts, in one language. Both blocks where it stayed. */
export type Item = {
  /** Null for what is no amendment. */
  readonly amendment: AmendmentKey | null
  readonly old: Block | null
  readonly new: Block | null
}

/** The amendments of an answer, and where their blocks go. */
export type AmendmentPlan = {
  /** In reading order of the new text. */
  readonly amendments: readonly Amendment[]
  /** An order of all blocks of both texts that contains the order of each. */
  readonly items: { readonly [L in Language]: readonly Item[] }
}

/** `comparison` is that of the base (old) with the answer (new), without facts. */
export function planAmendments(comparison: Comparison): AmendmentPlan {
  const groups = groupRows(comparison.rows)
  const amendmentOf = new Map<string, AmendmentKey>()
  for (const rows of groups) for (const row of rows) amendmentOf.set(row.key, rows[0]!.key)
  const neighbours = touching(comparison, amendmentOf)
  return {
    amendments: groups.map(rows => amendmentOfRows(rows, neighbours)),
    items: {
      fr: itemsOf(comparison.rows, 'fr', amendmentOf),
      ja: itemsOf(comparison.rows, 'ja', amendmentOf),
    },
  }
}

/** The old text with these amendments, and no others, carried out. */
export function textWith({ items }: AmendmentPlan, accepted: ReadonlySet<AmendmentKey>): BilingualText {
  const blocks = (language: Language) =>
    items[language].flatMap(item => {
      const printed = item.amendment !== null && accepted.has(item.amendment) ? item.new : item.old
      return printed ? [printed] : []
    })
  return { fr: blocks('fr'), ja: blocks('ja') }
}

function amendmentOfRows(
  rows: readonly ComparisonRow[],
  neighbours: ReadonlyMap<AmendmentKey, ReadonlySet<AmendmentKey>>,
): Amendment {
  const key = rows[0]!.key
  const kinds = kindsOf(rows)
  return {
    key,
    rows: rows.map(row => row.key),
    oldUnits: unique(rows.flatMap(row => row.oldUnits)),
    newUnits: unique(rows.flatMap(row => row.newUnit ?? [])),
    // An empty block linked anew is no change to a comparison, but the answer asks for it all the same.
    kinds: kinds.length ? kinds : ['linked'],
    alarm: rows.find(row => row.alarm)?.alarm ?? null,
    touches: [...(neighbours.get(key) ?? [])],
  }
}

/** Rows that differ, together with those that share an old unit, a block or a block's id with them; in reading order. */
function groupRows(rows: readonly ComparisonRow[]): ComparisonRow[][] {
  const parent = rows.map((_, index) => index)
  const rootOf = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at]!
    parent[index] = at
    return at
  }
  const join = (a: number, b: number) => {
    const [x, y] = [rootOf(a), rootOf(b)]
    parent[Math.max(x, y)] = Math.min(x, y)
  }
  const first = new Map<string, number>()
  const joinAt = (place: string, row: number) => {
    const known = first.get(place)
    if (known === undefined) first.set(place, row)
    else join(known, row)
  }
  rows.forEach((row, index) => {
    for (const unit of row.oldUnits) joinAt(`unit ${unit}`, index)
    for (const language of LANGUAGES)
      for (const { old, new: now, oldIndex, newIndex } of row[language].pairs) {
        if (oldIndex !== null) joinAt(`${language} old ${oldIndex}`, index)
        if (newIndex !== null) joinAt(`${language} new ${newIndex}`, index)
        if (old) joinAt(`${language} id ${old.id}`, index)
        if (now) joinAt(`${language} id ${now.id}`, index)
      }
  })
  const shared = sharedUnits(rows)
  const groups = new Map<number, ComparisonRow[]>()
  rows.forEach((row, index) => {
    const root = rootOf(index)
    groups.set(root, [...(groups.get(root) ?? []), row])
  })
  return [...groups.values()].filter(group => group.some(row => differs(row, shared)))
}

/** Old units that ended in several rows. */
function sharedUnits(rows: readonly ComparisonRow[]): ReadonlySet<UnitId> {
  const [met, shared] = [new Set<UnitId>(), new Set<UnitId>()]
  for (const { oldUnits } of rows)
    for (const unit of oldUnits) {
      if (met.has(unit)) shared.add(unit)
      met.add(unit)
    }
  return shared
}

/** A unit that only got another id says the same; one whose blocks were linked otherwise does not. */
function differs(row: ComparisonRow, shared: ReadonlySet<UnitId>): boolean {
  if (row.kinds.length > 0) return true
  const relinked = row.oldUnits.length > 1 || row.oldUnits.some(unit => shared.has(unit))
  return relinked && LANGUAGES.some(language => row[language].pairs.some(isRelinked))
}

function isRelinked({ old, new: now }: BlockPair): boolean {
  return old !== null && now !== null && old.unit !== now.unit
}

const ORDERING: readonly ChangeKind[] = ['inserted', 'deleted', 'moved', 'split', 'merged']

/** Neighbouring rows, at their new or their old place, with a change of order in one of them. */
function touching(
  { rows, slots }: Comparison,
  amendmentOf: ReadonlyMap<string, AmendmentKey>,
): Map<AmendmentKey, Set<AmendmentKey>> {
  const neighbours = new Map<AmendmentKey, Set<AmendmentKey>>()
  const add = (a: AmendmentKey, b: AmendmentKey) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
  slots.forEach((slot, index) => {
    const next = slots[index + 1]
    if (!next) return
    const [row, below] = [rows[slot.row]!, rows[next.row]!]
    const [a, b] = [amendmentOf.get(row.key), amendmentOf.get(below.key)]
    if (a === undefined || b === undefined || a === b) return
    if (![...row.kinds, ...below.kinds].some(kind => ORDERING.includes(kind))) return
    add(a, b)
    add(b, a)
  })
  return neighbours
}

type Placed = { readonly block: Block; readonly row: string }

/** Blocks that stayed in order are anchors; between two of them the old blocks come first, then the new ones. */
function itemsOf(
  rows: readonly ComparisonRow[],
  language: Language,
  amendmentOf: ReadonlyMap<string, AmendmentKey>,
): Item[] {
  const old: Placed[] = []
  const now: Placed[] = []
  const stayed: BlockPair[] = []
  for (const row of rows)
    for (const pair of row[language].pairs) {
      if (pair.oldIndex !== null) old[pair.oldIndex] = { block: pair.old!, row: row.key }
      if (pair.newIndex !== null) now[pair.newIndex] = { block: pair.new!, row: row.key }
      if (pair.old && pair.new && !pair.kinds.includes('moved')) stayed.push(pair)
    }
  const items: Item[] = []
  const add = (before: Placed | null, after: Placed | null) => {
    const amendment = amendmentOf.get((before ?? after)!.row) ?? null
    items.push({ amendment, old: before?.block ?? null, new: after?.block ?? null })
  }
  let [i, j] = [0, 0]
  for (const [oldIndex, newIndex] of [...anchorsOf(stayed), [old.length, now.length] as const]) {
    while (i < oldIndex) add(old[i++]!, null)
    while (j < newIndex) add(null, now[j++]!)
    if (i < old.length && j < now.length) add(old[i++]!, now[j++]!)
  }
  return items
}

/** Places of pairs in increasing order in both texts; a split or merged block is the anchor of its first part. */
function anchorsOf(pairs: readonly BlockPair[]): (readonly [number, number])[] {
  const [usedOld, usedNew] = [new Set<number>(), new Set<number>()]
  const candidates: [number, number][] = []
  const inOrder = [...pairs].sort(
    (a, b) => a.newIndex! - b.newIndex! || a.fromB - b.fromB || a.oldIndex! - b.oldIndex!,
  )
  for (const { oldIndex, newIndex } of inOrder) {
    if (usedOld.has(oldIndex!) || usedNew.has(newIndex!)) continue
    usedOld.add(oldIndex!)
    usedNew.add(newIndex!)
    candidates.push([oldIndex!, newIndex!])
  }
  return longestIncreasing(candidates.map(([oldIndex]) => oldIndex)).map(index => candidates[index]!)
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
