/**
 * The update log in the SQLite database. A worker thread owns the connection, so that fsync never holds up
 * the loop that serves everyone; a batch crosses to it as one packed buffer.
 */
import { Worker } from 'node:worker_threads'
import type { DraftId } from '../../shared/model/ids.ts'
import {
  type HistoryStretch,
  type LoadedDraft,
  type LoggedUpdate,
  type UpdateLog,
  UpdateLogError,
} from './update-log.ts'
import type { LogAnswer, LogRequest, PackedRow } from './update-log-worker.ts'

export type SqliteUpdateLog = UpdateLog & {
  /** Upper bound of the database file in pages; null lifts it. A full quota behaves as a full disk. */
  limitPages(pages: number | null): Promise<void>
}

/** `file` is the path of the database, already migrated. */
export function openSqliteUpdateLog(file: string): SqliteUpdateLog {
  return new WorkerLog(file)
}

type Waiting = { resolve(value: unknown): void; reject(error: UpdateLogError): void }

class WorkerLog implements SqliteUpdateLog {
  readonly #file: string
  #worker: Worker | null = null
  #closing: Promise<void> | null = null
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0

  constructor(file: string) {
    this.#file = file
  }

  append(batch: readonly LoggedUpdate[]): Promise<readonly number[]> {
    const { rows, packed } = pack(batch)
    return this.#ask<readonly number[]>({ kind: 'append', rows, packed }, [packed])
  }

  load(draft: DraftId): Promise<LoadedDraft> {
    return this.#ask<LoadedDraft>({ kind: 'load', draft })
  }

  async compact(compaction: Parameters<UpdateLog['compact']>[0]): Promise<void> {
    await this.#ask({ kind: 'compact', ...compaction, state: compaction.state.slice() })
  }

  history(draft: DraftId): Promise<readonly HistoryStretch[]> {
    return this.#ask<readonly HistoryStretch[]>({ kind: 'history', draft })
  }

  async limitPages(pages: number | null): Promise<void> {
    await this.#ask({ kind: 'limit', pages })
  }

  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    if (worker === null) return
    await this.#post(worker, { kind: 'close' }, [])
    await worker.terminate()
  }

  #ask<Value>(request: LogRequest, transfer: ArrayBuffer[] = []): Promise<Value> {
    if (this.#closing) return Promise.reject(new UpdateLogError('closed', 'the update log is closed'))
    this.#worker ??= this.#start()
    return this.#post(this.#worker, request, transfer) as Promise<Value>
  }

  #post(worker: Worker, request: LogRequest, transfer: ArrayBuffer[]): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, request }, transfer)
    })
  }

  /** A thread that dies takes its unanswered requests with it; the next request starts another one. */
  #start(): Worker {
    const worker = new Worker(new URL('./update-log-worker.ts', import.meta.url), {
      workerData: { file: this.#file },
    })
    worker.on('message', (answer: LogAnswer) => this.#settle(answer))
    worker.on('error', cause => this.#lost(worker, cause))
    worker.on('exit', () => this.#lost(worker, undefined))
    return worker
  }

  #settle(answer: LogAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('failure' in answer) waiting?.reject(new UpdateLogError(answer.failure, answer.message))
    else waiting?.resolve(answer.value)
  }

  #lost(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#waiting.values())
      reject(new UpdateLogError('failing', 'the thread of the update log ended', { cause }))
    this.#waiting.clear()
  }
}

/** Views of larger buffers would be cloned whole, so the bytes are copied next to each other and handed over. */
function pack(batch: readonly LoggedUpdate[]): {
  rows: PackedRow[]
  packed: ArrayBuffer
} {
  const bytes = new Uint8Array(batch.reduce((total, update) => total + update.bytes.length, 0))
  let offset = 0
  const rows = batch.map(({ draft, mandate, at, purpose, bytes: one }) => {
    bytes.set(one, offset)
    offset += one.length
    return { draft, mandate, at, purpose, length: one.length }
  })
  return { rows, packed: bytes.buffer }
}
