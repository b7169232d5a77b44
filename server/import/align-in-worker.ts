/**
 * Aligning takes seconds of computing for a long text, and parsing takes what a hostile one asks for: both
 * are done in a thread of their own, so that nobody's typing waits, and are given up after a while.
 */
import { Worker } from 'node:worker_threads'
import type { AlignmentView } from '../../shared/protocol/views.ts'
import type { Refusal } from '../http/respond.ts'
import type { Sources } from './align-sources.ts'

/** The Universal Declaration takes some 3 s on a busy core; the longest text accepted, about 20. */
const PATIENCE_MS = 60_000
const MOST_MEGABYTES = 512

/** `too-large` when it takes too long or too much memory. Rejects when the thread breaks down otherwise. */
export function alignInWorker(sources: Sources, patience = PATIENCE_MS): Promise<AlignmentView | Refusal> {
  const worker = new Worker(new URL('./align-worker.ts', import.meta.url), {
    workerData: sources,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  return new Promise((resolve, reject) => {
    const end = setTimeout(() => {
      resolve({ refusal: 'too-large' })
      void worker.terminate()
    }, patience)
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refusal: 'too-large' })
      else reject(error)
    })
    worker.once('exit', code => {
      clearTimeout(end)
      reject(new Error(`the alignment ended with ${code} and without an answer`))
    })
  })
}
