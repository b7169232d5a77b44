/** The thread of the SQLite update log: receives requests in order, answers each when its work is on disk. */
import { parentPort, workerData } from 'node:worker_threads'
import { SqliteLogFile } from './sqlite-log-file.ts'
import type { HistoryStretch, LoadedDraft, UpdateLogFailure } from './update-log.ts'

export type LogRequest =
  | {
      readonly kind: 'append'
      /** Lengths of the updates that stand one after the other in `packed`. */
      readonly rows: readonly PackedRow[]
      readonly packed: ArrayBuffer
    }
  | { readonly kind: 'load'; readonly draft: string }
  | {
      readonly kind: 'compact'
      readonly draft: string
      readonly seq: number
      readonly state: Uint8Array
      readonly at: string
    }
  | { readonly kind: 'history'; readonly draft: string }
  | { readonly kind: 'limit'; readonly pages: number | null }
  | { readonly kind: 'close' }

export type PackedRow = {
  readonly draft: string
  readonly mandate: string
  readonly at: string
  readonly length: number
}

export type LogAnswer =
  | {
      readonly id: number
      readonly value: readonly number[] | LoadedDraft | readonly HistoryStretch[] | null
    }
  | { readonly id: number; readonly failure: UpdateLogFailure; readonly message: string }

const port = parentPort
if (!port) throw new Error('update-log-worker.ts runs as a worker thread only')
const file = new SqliteLogFile((workerData as { file: string }).file)

port.on('message', ({ id, request }: { id: number; request: LogRequest }) => {
  try {
    port.postMessage({ id, value: answer(request) } satisfies LogAnswer)
  } catch (error) {
    file.reopenAfter(error)
    port.postMessage({ id, failure: failureOf(error), message: String(error) } satisfies LogAnswer)
  }
})

function answer(request: LogRequest): (LogAnswer & { value: unknown })['value'] {
  switch (request.kind) {
    case 'append':
      return file.append(request.rows, new Uint8Array(request.packed))
    case 'load':
      return file.load(request.draft)
    case 'compact':
      file.compact(request)
      return null
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
