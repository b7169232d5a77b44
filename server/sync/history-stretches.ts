/** The log's rows gathered by mandate and sitting, as the readable history keeps them. */
import { mergingUpdates } from './merge-updates.ts'

export type Stretch = {
  readonly firstSeq: number
  readonly lastSeq: number
  readonly mandate: string
  readonly from: string
  readonly to: string
  readonly bytes: Uint8Array
}

/** A pause longer than this begins a new sitting, in milliseconds. */
export const SITTING_GAP = 10 * 60_000
/** A stretch that has grown to this many bytes is not rewritten again. */
const FULL_STRETCH = 64 * 1024

/**
 * The stretches to write so that `rows` (by seq) are in the history. `last` holds the latest stretch of each
 * mandate; a stretch that goes on keeps its `firstSeq`. Stretches of several mandates may overlap in seq. Made in
 * steps, so that whoever runs it can do something else in between.
 */
export function* addToStretches(
  last: readonly Stretch[],
  rows: readonly {
    readonly seq: number
    readonly mandate: string
    readonly at: string
    readonly bytes: Uint8Array
  }[],
): Generator<void, Stretch[]> {
  const open = new Map<string, Growing>()
  for (const stretch of last)
    if (stretch.bytes.length < FULL_STRETCH)
      open.set(stretch.mandate, { ...stretch, parts: [stretch.bytes], grown: false })
  const done: Growing[] = []
  for (const { seq, mandate, at, bytes } of rows) {
    const before = open.get(mandate)
    if (before && sameSitting(before.to, at)) {
      before.lastSeq = seq
      before.to = at
      before.parts.push(bytes)
      before.grown = true
    } else {
      if (before?.grown) done.push(before)
      open.set(mandate, {
        firstSeq: seq,
        lastSeq: seq,
        mandate,
        from: at,
        to: at,
        parts: [bytes],
        grown: true,
      })
    }
  }
  for (const stretch of open.values()) if (stretch.grown) done.push(stretch)
  const stretches: Stretch[] = []
  for (const { parts, grown: _, ...stretch } of done)
    stretches.push({ ...stretch, bytes: yield* mergingUpdates(parts) })
  return stretches
}

type Growing = {
  firstSeq: number
  lastSeq: number
  mandate: string
  from: string
  to: string
  parts: Uint8Array[]
  grown: boolean
}

/** The server's clock may have jumped; backwards counts as the same sitting. */
function sameSitting(to: string, at: string): boolean {
  return Date.parse(at) - Date.parse(to) <= SITTING_GAP
}
