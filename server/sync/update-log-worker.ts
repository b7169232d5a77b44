/** The thread of the SQLite update log: receives requests in order, answers each when its work is on disk. */
import { parentPort, workerData } from 'node:worker_threads'
import { type CompactRequest, SqliteLogFile } from './sqlite-log-file.ts'
import type { HistoryStretch, LoadedDraft, UpdateLogFailure } from './update-log.ts'

export type LogRequest =
  | {
      readonly kind: 'append'
      /** Lengths of the updates that stand one after the other in `packed`. */
      readonly rows: readonly PackedRow[]
      readonly packed: ArrayBuffer
    }
  | { readonly kind: 'load'; readonly draft: string }
  | ({ readonly kind: 'compact' } & CompactRequest)
  | { readonly kind: 'history'; readonly draft: string }
  | { readonly kind: 'limit'; readonly pages: number | null }
  | { readonly kind: 'close' }

export type PackedRow = {
  readonly draft: string
  readonly mandate: string
  readonly at: string
  readonly purpose: string | null
  readonly length: number
}

type Answer = Extract<LogAnswer, { value: unknown }>

export type LogAnswer =
  | {
      readonly id: number
      readonly value: readonly number[] | LoadedDraft | readonly HistoryStretch[] | null
    }
  | { readonly id: number; readonly failure: UpdateLogFailure; readonly message: string }

const port = parentPort
if (!port) throw new Error('update-log-worker.ts runs as a worker thread only')
const file = new SqliteLogFile((workerData as { file: string }).file)

/** Compactions, one after the other; appends go on between their steps. */
let compacting: Promise<void> = Promise.resolve()

port.on('message', ({ id, request }: { id: number; request: LogRequest }) => {
  const reply = (answer: () => Answer['value']) => {
    try {
      port.postMessage({ id, value: answer() } satisfies LogAnswer)
    } catch (error) {
      fail(id, error)
    }
  }
  if (request.kind === 'compact')
    compacting = compacting
      .then(() => inSteps(file.compact(request)))
      .then(
        () => reply(() => null),
        (error: unknown) => fail(id, error),
      )
  // What was asked before is finished first.
  else if (request.kind === 'close') void compacting.then(() => reply(() => answer(request)))
  else reply(() => answer(request))
})

function fail(id: number, error: unknown): void {
  file.reopenAfter(error)
  port?.postMessage({ id, failure: failureOf(error), message: String(error) } satisfies LogAnswer)
}

async function inSteps(steps: Generator<void, void>): Promise<void> {
  while (!steps.next().done) await new Promise(resolve => setImmediate(resolve))
}

function answer(request: Exclude<LogRequest, { kind: 'compact' }>): Answer['value'] {
  switch (request.kind) {
    case 'append':
      return file.append(request.rows, new Uint8Array(request.packed))
    case 'load':
      return file.load(request.draft)
    case 'history':
      return file.history(request.draft)
    case 'limit':
      file.limitPages(request.pages)
      return null
    case 'close':
      file.close()
      return null
  }
}

function failureOf(error: unknown): UpdateLogFailure {
  return (error as { code?: unknown }).code === 'SQLITE_FULL' ? 'full' : 'failing'
}
