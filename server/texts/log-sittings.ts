/** [R8] A draft's log as sittings of work, and the states between them: what the history shows and offers. */
import type { LogEntry } from '../store/draft-log.ts'
import { goesOn, type LoggedWork, type OpenSitting, SITTING_GAP, withRow } from '../sync/sittings.ts'

export type Sitting<Entry extends LogEntry = LogEntry> = {
  /** Seqs of its first and last row. */
  readonly first: number
  readonly last: number
  /** Instants of its first and last row. */
  readonly from: string
  readonly to: string
  /** By first seq. */
  readonly entries: readonly Entry[]
}

/** Sittings in order. `entries`: the stretches by first seq, then the rows by seq. */
export function sittingsOf<Entry extends LogEntry>(entries: readonly Entry[]): Sitting<Entry>[] {
  const sittings: Growing<Entry>[] = []
  for (const entry of entries) {
    const last = sittings.at(-1)
    if (last && belongs(last, entry)) add(last, entry)
    else sittings.push(begin(entry))
  }
  return sittings.map(({ open, number: _, ...sitting }) => ({ ...sitting, from: open.from, to: open.to }))
}

/**
 * Whether nothing can be added to the last sitting any more: only then is the state at its end one that stays.
 * `now`: server's clock, ISO 8601.
 */
export function isOver({ to, entries }: Sitting, draft: { readonly closedAt: string | null }, now: string) {
  const sealed = entries.some(({ purpose }) => purpose !== null && purpose !== 'rewrite')
  return draft.closedAt !== null || sealed || Date.parse(now) - Date.parse(to) > SITTING_GAP
}

/** A state that can be rebuilt exactly, and will be for as long as the draft exists. */
export type KeptState = {
  /** The instant that names it. */
  readonly at: string
  /** It holds the rows up to and including this one. */
  readonly seq: number
}

/** The ends of the sittings that are over, in order. */
export function endsOf(
  sittings: readonly Sitting[],
  draft: { readonly closedAt: string | null },
  now: string,
): KeptState[] {
  return sittings
    .filter((sitting, index) => index < sittings.length - 1 || isOver(sitting, draft, now))
    .map(({ to, last }) => ({ at: to, seq: last }))
}

/** The ends that can be named. Two have one instant only if the clock was set back: it then names the later one. */
export function keptStates(ends: readonly KeptState[]): KeptState[] {
  const named = new Map(ends.map(({ at, seq }) => [at, seq]))
  return ends.filter(({ at, seq }) => named.get(at) === seq)
}

type Growing<Entry> = {
  /** First seq of the compacted sitting; null when it has rows only. */
  readonly number: number | null
  readonly first: number
  last: number
  open: OpenSitting
  readonly entries: Entry[]
}

function belongs(sitting: Growing<unknown>, entry: LogEntry): boolean {
  return entry.sitting === null ? goesOn(sitting.open, workOf(entry)) : entry.sitting === sitting.number
}

function begin<Entry extends LogEntry>(entry: Entry): Growing<Entry> {
  const { sitting, firstSeq, lastSeq, to } = entry
  const open = { ...withRow(null, workOf(entry)), to }
  return { number: sitting, first: firstSeq, last: lastSeq, open, entries: [entry] }
}

function add<Entry extends LogEntry>(sitting: Growing<Entry>, entry: Entry): void {
  const { open } = sitting
  sitting.open = { ...withRow(open, workOf(entry)), to: entry.lastSeq > sitting.last ? entry.to : open.to }
  sitting.last = Math.max(sitting.last, entry.lastSeq)
  sitting.entries.push(entry)
}

function workOf({ mandate, purpose, from }: LogEntry): LoggedWork {
  return { mandate, purpose, at: from }
}
