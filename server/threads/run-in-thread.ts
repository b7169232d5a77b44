/** One piece of computing in a thread of its own, bounded in time and memory, so that nobody's typing waits. */
import { Worker } from 'node:worker_threads'
import type { Refusal } from '../http/respond.ts'

const MOST_MEGABYTES = 512

/**
 * Gives what the module posts first, for `input` as its `workerData`. `too-large` when it takes longer than
 * `patience` (milliseconds) or too much memory. Rejects when the thread breaks down otherwise.
 */
export function runInThread<T>(module: URL, input: unknown, patience: number): Promise<T | Refusal> {
  const worker = new Worker(module, {
    workerData: input,
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
      reject(new Error(`${module.pathname} ended with ${code} and without an answer`))
    })
  })
}
