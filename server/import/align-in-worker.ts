/**
 * Aligning takes a while for a long text, and parsing takes what a hostile one asks for: both are done in a
 * thread of their own.
 */
import type { AlignmentView } from '../../shared/protocol/views.ts'
import type { Refusal } from '../http/respond.ts'
import { runInThread } from '../threads/run-in-thread.ts'
import type { Sources } from './align-sources.ts'

/** The Universal Declaration takes 0.2 s, the longest texts accepted a few seconds. */
const PATIENCE_MS = 60_000
const WORKER = new URL('./align-worker.ts', import.meta.url)

/** `too-large` when it takes longer than `patience`, in milliseconds. */
export function alignInWorker(sources: Sources, patience = PATIENCE_MS): Promise<AlignmentView | Refusal> {
  return runInThread<AlignmentView>(WORKER, sources, patience)
}
