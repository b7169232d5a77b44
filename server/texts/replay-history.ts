/**
 * [R8] What each sitting changed and who changed it, by applying the log again, sitting by sitting. Pure and long:
 * some 10 ms a sitting, so whoever serves others does it beside (draft-history.ts).
 */
import * as Y from 'yjs'
import type { ChangeKind } from '../../shared/compare/change-kinds.ts'
import { type ComparisonRow, compareTexts } from '../../shared/compare/comparison.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { keepFormattingAsWritten } from '../../shared/schema/y-formatting.ts'
import { readBilingualText, UnreadableBlock } from '../../shared/schema/y-text.ts'
import { type AuthoredUpdate, type BlockItem, touchedBlocks, unitsOfBlocks } from './touched-blocks.ts'

export type ReplayInput = {
  /** The document before the first sitting with all that was ever deleted, as one Yjs update; null for an empty one. */
  readonly state: Uint8Array | null
  /** What the draft is taken to say before its first row: the text of its base. Null where that is not known. */
  readonly base: BilingualText | null
  /** Updates of each sitting, in order. */
  readonly sittings: readonly (readonly AuthoredUpdate[])[]
  /** After how many sittings the document is wanted. */
  readonly keep: number
}

export type Replay = {
  readonly sittings: readonly ReplayedSitting[]
  /** The document after the first `keep` sittings, as `state` of the next replay. */
  readonly state: Uint8Array
}

export type ReplayedSitting = {
  /** What differs between before and after, in reading order. Null where a text could not be read. */
  readonly units: readonly ChangedUnit[] | null
  /** Everyone who wrote, also whose work left nothing. */
  readonly people: readonly Contributor[]
}

export type ChangedUnit = {
  /** As it is called after the sitting; before it for one that was deleted. */
  readonly id: UnitId
  /** Place in the text after the sitting, from 1; in the one before for a unit that was deleted. */
  readonly number: number
  readonly kinds: { readonly [L in Language]: readonly ChangeKind[] }
  readonly words: { readonly [L in Language]: string }
}

export type Contributor = {
  readonly mandate: string
  /** Indices into `units` of what this mandate touched. */
  readonly units: { readonly [L in Language]: readonly number[] }
}

/** Characters shown of a unit. */
const FIRST_WORDS = 60

export function replayHistory({ state, base, sittings, keep }: ReplayInput): Replay {
  const doc = keepFormattingAsWritten(new Y.Doc({ gc: false }))
  try {
    if (state) Y.applyUpdate(doc, state)
    let before = state === null ? snapshot(doc, base) : snapshot(doc)
    let kept = Y.encodeStateAsUpdate(doc)
    const all = sittings.map((updates, index) => {
      const touched = apply(doc, updates)
      const after = snapshot(doc)
      const sitting = replayed(before, after, touched, updates)
      before = after
      if (index + 1 === keep) kept = Y.encodeStateAsUpdate(doc)
      return sitting
    })
    return { sittings: all, state: kept }
  } finally {
    doc.destroy()
  }
}

type Snapshot = {
  /** Null when a block cannot be read. */
  readonly text: BilingualText | null
  readonly units: { readonly [L in Language]: ReadonlyMap<BlockItem, UnitId> }
}

function snapshot(doc: Y.Doc, text = readable(doc)): Snapshot {
  return { text, units: { fr: unitsOfBlocks(doc, 'fr'), ja: unitsOfBlocks(doc, 'ja') } }
}

function readable(doc: Y.Doc): BilingualText | null {
  try {
    return readBilingualText(doc)
  } catch (error) {
    if (error instanceof UnreadableBlock) return null
    throw error
  }
}

type Touched = ReadonlyMap<string, ReadonlySet<BlockItem>>

/** One transaction for all: the updates of a sitting may need each other in either order. */
function apply(doc: Y.Doc, updates: readonly AuthoredUpdate[]): Touched {
  let made: Y.Transaction | undefined
  doc.transact(transaction => {
    made = transaction
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  return touchedBlocks(doc, made!, updates)
}

function replayed(
  before: Snapshot,
  after: Snapshot,
  touched: Touched,
  updates: readonly AuthoredUpdate[],
): ReplayedSitting {
  const comparison = before.text && after.text ? compareTexts(before.text, after.text) : null
  const rows = comparison?.rows.filter(row => row.kinds.length > 0) ?? []
  // A unit that was split stands in several rows.
  const rowsOf = Map.groupBy(
    rows.flatMap((row, index) => [...row.oldUnits, row.newUnit].map(unit => ({ unit, index }))),
    ({ unit }) => unit,
  )
  /** Of the units that the language changed in, those of these blocks. */
  const touchedIn = (language: Language, blocks: ReadonlySet<BlockItem> = new Set()) => {
    const found = new Set<number>()
    for (const block of blocks) {
      const unit = after.units[language].get(block) ?? before.units[language].get(block)
      for (const { index } of (unit !== undefined && rowsOf.get(unit)) || [])
        if (rows[index]![language].kinds.length > 0) found.add(index)
    }
    return [...found].sort((a, b) => a - b)
  }
  return {
    units: comparison && rows.map(changedUnit),
    people: [...new Set(updates.map(({ mandate }) => mandate))].map(mandate => ({
      mandate,
      units: {
        fr: touchedIn('fr', touched.get(mandate)),
        ja: touchedIn('ja', touched.get(mandate)),
      },
    })),
  }
}

function changedUnit(row: ComparisonRow): ChangedUnit {
  return {
    id: (row.newUnit ?? row.oldUnits[0])!,
    number: (row.newPosition ?? row.oldPosition ?? 0) + 1,
    kinds: { fr: row.fr.kinds, ja: row.ja.kinds },
    words: { fr: wordsOf(row, 'fr'), ja: wordsOf(row, 'ja') },
  }
}

function wordsOf(row: ComparisonRow, language: Language): string {
  const pair = row[language].pairs[0]
  return firstWords(pair?.new ?? pair?.old ?? null, FIRST_WORDS)
}
