/**
 * [R8] Where a draft's log is cut into sittings of work. A cut stands between two rows, and for good: it depends
 * on what came before the second row and on that row alone, never on what follows. The state at a cut can be
 * rebuilt as long as the draft exists, because compaction merges rows within a sitting only (ADR 16).
 */

/**
 * What the program itself wrote a row for: the first content, the carrying out of decisions, words of a workshop put
 * in or taken out, a change of a unit that both sides consented to, or the restoring of the state at an instant. Rows that people typed have none.
 */
export type Purpose = 'begin' | 'rewrite' | 'integrate' | 'change' | `restore ${string}`

/** A row as far as cuts depend on it. */
export type LoggedWork = {
  readonly mandate: string
  /** ISO-8601 instant of the server's clock. */
  readonly at: string
  readonly purpose: string | null
}

/** The sitting that the last row belongs to. */
export type OpenSitting = {
  /** Of its first and its last row. */
  readonly from: string
  readonly to: string
  readonly mandates: ReadonlySet<string>
  /** It holds the first content or a restoration: what follows is another sitting. */
  readonly alone: boolean
}

/** After a longer pause of everybody a new sitting begins. Milliseconds, as the two below. */
export const SITTING_GAP = 10 * 60_000
/** After a pause longer than this, somebody who has not written in the sitting begins a new one. */
export const HANDOVER_GAP = 2 * 60_000
/** Whoever works on without a pause still gets a state to come back to every so often. */
export const LONGEST_SITTING = 60 * 60_000

/** Whether a row still belongs to the sitting of the row before it. */
export function goesOn(sitting: OpenSitting, row: LoggedWork): boolean {
  const pause = Date.parse(row.at) - Date.parse(sitting.to)
  // A state is named by its instant: what is of one instant is not taken apart.
  if (pause === 0) return true
  if (sitting.alone || standsAlone(row)) return false
  if (pause > (sitting.mandates.has(row.mandate) ? SITTING_GAP : HANDOVER_GAP)) return false
  return Date.parse(row.at) - Date.parse(sitting.from) <= LONGEST_SITTING
}

/** The sitting with one row more; one that begins with it when there was none or it did not go on. */
export function withRow(sitting: OpenSitting | null, row: LoggedWork): OpenSitting {
  const alone = standsAlone(row)
  if (!sitting) return { from: row.at, to: row.at, mandates: new Set([row.mandate]), alone }
  const mandates = sitting.mandates.has(row.mandate)
    ? sitting.mandates
    : new Set([...sitting.mandates, row.mandate])
  return { from: sitting.from, to: row.at, mandates, alone: sitting.alone || alone }
}

const IN_THE_COURSE_OF_WORK: readonly string[] = ['rewrite', 'integrate', 'change']

function standsAlone({ purpose }: LoggedWork): boolean {
  return purpose !== null && !IN_THE_COURSE_OF_WORK.includes(purpose)
}
