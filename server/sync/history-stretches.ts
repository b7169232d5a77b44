/** The log's rows gathered by sitting, mandate and purpose, as the readable history keeps them. */
import { mergingUpdates } from './merge-updates.ts'
import { goesOn, type LoggedWork, type OpenSitting, withRow } from './sittings.ts'

export type Stretch = {
  /** First seq of the sitting that it belongs to. Sittings do not overlap; stretches of one sitting do. */
  readonly sitting: number
  readonly firstSeq: number
  readonly lastSeq: number
  readonly mandate: string
  readonly purpose: string | null
  readonly from: string
  readonly to: string
  readonly bytes: Uint8Array
}

export type LogRow = LoggedWork & { readonly seq: number; readonly bytes: Uint8Array }

/** A stretch that has grown to this many bytes is not rewritten again. */
const FULL_STRETCH = 64 * 1024

/**
 * The stretches to write so that `rows` (by seq) are in the history. `last` holds those of the last sitting; a
 * stretch that goes on keeps its `firstSeq`. Made in steps, so that whoever runs it can do something else in
 * between.
 */
export function* addToStretches(
  last: readonly Stretch[],
  rows: readonly LogRow[],
): Generator<void, Stretch[]> {
  const open = new Map<string, Growing>()
  for (const stretch of last)
    if (stretch.bytes.length < FULL_STRETCH)
      open.set(keyOf(stretch), { ...stretch, parts: [stretch.bytes], grown: false })
  let sitting = sittingOf(last)
  let first = last[0]?.sitting ?? 0
  const done: Growing[] = []
  const finish = () => {
    for (const stretch of open.values()) if (stretch.grown) done.push(stretch)
    open.clear()
  }
  for (const row of rows) {
    if (!sitting || !goesOn(sitting, row)) {
      finish()
      sitting = null
      first = row.seq
    }
    sitting = withRow(sitting, row)
    grow(open, row, first)
  }
  finish()
  const stretches: Stretch[] = []
  for (const { parts, grown: _, ...stretch } of done)
    stretches.push({ ...stretch, bytes: yield* mergingUpdates(parts) })
  return stretches
}

/** The sitting that these stretches make up; null when there are none. */
export function sittingOf(stretches: readonly Omit<Stretch, 'bytes'>[]): OpenSitting | null {
  let sitting: OpenSitting | null = null
  // A stretch stands for its first and its last row: cuts depend on no other.
  const ends = stretches.flatMap(({ firstSeq, lastSeq, from, to, mandate, purpose }) => [
    { seq: firstSeq, at: from, mandate, purpose },
    { seq: lastSeq, at: to, mandate, purpose },
  ])
  for (const row of ends.sort((a, b) => a.seq - b.seq)) sitting = withRow(sitting, row)
  return sitting
}

type Growing = {
  sitting: number
  firstSeq: number
  lastSeq: number
  mandate: string
  purpose: string | null
  from: string
  to: string
  parts: Uint8Array[]
  grown: boolean
}

function grow(open: Map<string, Growing>, row: LogRow, sitting: number): void {
  const { seq, mandate, purpose, at, bytes } = row
  const before = open.get(keyOf(row))
  if (before) {
    before.lastSeq = seq
    before.to = at
    before.parts.push(bytes)
    before.grown = true
    return
  }
  const times = { firstSeq: seq, lastSeq: seq, from: at, to: at }
  open.set(keyOf(row), { sitting, mandate, purpose, ...times, parts: [bytes], grown: true })
}

function keyOf({ mandate, purpose }: Pick<LoggedWork, 'mandate' | 'purpose'>): string {
  return `${mandate} ${purpose ?? ''}`
}
