/**
 * One piece of computing in a thread beside the loop, bounded in time and memory, so that nobody's typing waits. A
 * thread that has answered is kept for the next piece: it is warm, and ending threads by the hundred has been seen to
 * abort the whole process in Node 24 (V8's `jit_page.has_value()`).
 */
import { Worker } from 'node:worker_threads'
import type { Refusal } from '../http/respond.ts'

const MOST_MEGABYTES = 512
/** Kept per module while they have nothing to do; they do not keep the process alive. */
const MOST_IDLE = 2

const idle = new Map<string, Worker[]>()

/**
 * Gives what the module's `answerInThread` computes from `input`. `too-large` when it takes longer than `patience`
 * (milliseconds) or too much memory. Rejects when the thread breaks down otherwise.
 */
export function runInThread<T>(module: URL, input: unknown, patience: number): Promise<T | Refusal> {
  const worker = idle.get(module.href)?.pop() ?? open(module)
  worker.removeAllListeners('exit').removeAllListeners('error').ref()
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(end)
      // Its own listeners stay: by them Node knows whether the thread is listened to.
      worker.off('message', answered).off('error', failed).off('exit', ended)
    }
    const answered = (answer: T) => {
      settle()
      keep(module, worker)
      resolve(answer)
    }
    const failed = (error: NodeJS.ErrnoException) => {
      settle()
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refusal: 'too-large' })
      else reject(error)
    }
    const ended = (code: number) => {
      settle()
      reject(new Error(`${module.pathname} ended with ${code} and without an answer`))
    }
    const end = setTimeout(() => {
      settle()
      resolve({ refusal: 'too-large' })
      void worker.terminate()
    }, patience)
    worker.on('message', answered).on('error', failed).on('exit', ended)
    worker.postMessage(input)
  })
}

function open(module: URL): Worker {
  return new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
}

function keep(module: URL, worker: Worker): void {
  const waiting = idle.get(module.href) ?? []
  idle.set(module.href, waiting)
  if (waiting.length >= MOST_IDLE) {
    void worker.terminate()
    return
  }
  waiting.push(worker)
  // It may still die while it waits: then the next piece opens another.
  const forget = () => {
    const index = waiting.indexOf(worker)
    if (index >= 0) waiting.splice(index, 1)
  }
  worker.once('error', forget)
  worker.once('exit', forget)
  worker.unref()
}
