/** Applying logs again without holding up those who type: short ones at once, long ones in a thread of their own. */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { Refusal } from '../http/respond.ts'
import { runInThread } from '../threads/run-in-thread.ts'
import { type HistoryWork, packWork, workOnHistory } from './history-work.ts'
import type { Replay, ReplayInput } from './replay-history.ts'

/** Applied at once at most: a declaration with a day's work, some 10 ms on a quiet core. */
const MOST_BYTES = 150_000
const MOST_UPDATES = 500
/** Sittings described at once at most; each compares two texts, in some 5 ms. */
const MOST_SITTINGS = 4
const PATIENCE_MS = 60_000
const WORKER = new URL('./history-worker.ts', import.meta.url)

/** The words that these updates amount to. `text-unreadable`, or `too-large` when it takes too long. */
export async function wordsBeside(updates: readonly Uint8Array[]): Promise<BilingualText | Refusal> {
  const work: HistoryWork = { kind: 'words', updates }
  if (areFew(updates)) return workOnHistory(work) as BilingualText | Refusal
  return runInThread<BilingualText>(WORKER, packWork(work), PATIENCE_MS)
}

/** `too-large` when it takes too long. */
export async function replayBeside(input: ReplayInput): Promise<Replay | Refusal> {
  const work: HistoryWork = { kind: 'replay', input }
  const updates = input.sittings.flat().map(({ bytes }) => bytes)
  if (input.sittings.length <= MOST_SITTINGS && areFew(input.state ? [input.state, ...updates] : updates))
    return workOnHistory(work) as Replay
  return runInThread<Replay>(WORKER, packWork(work), PATIENCE_MS)
}

function areFew(updates: readonly Uint8Array[]): boolean {
  return updates.length <= MOST_UPDATES && updates.reduce((sum, { length }) => sum + length, 0) <= MOST_BYTES
}
