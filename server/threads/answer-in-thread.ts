import { parentPort } from 'node:worker_threads'

/** What a module opened by `runInThread` says: for each piece that comes, what to compute from it. */
export function answerInThread<Input>(compute: (input: Input) => unknown): void {
  if (!parentPort) throw new Error('this module runs as a thread only')
  const port = parentPort
  port.on('message', (input: Input) => port.postMessage(compute(input)))
}
