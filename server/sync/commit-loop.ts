/**
 * Commit first: one transaction per tick for all rooms, one batch in flight; only then does a room apply,
 * relay and acknowledge. While a batch is on its way to disk the next one gathers.
 */

import type { Contribution, Room } from './room.ts'
import { rowsByMandate } from './rows-by-mandate.ts'
import type { SyncLimits } from './sync-limits.ts'
import { type LoggedUpdate, type UpdateLog, UpdateLogError } from './update-log.ts'

/** A tick's own work may take at most this share of the time; under load, ticks grow and merge more. */
const BUSY_SHARE = 0.15
const LONGEST_TICK = 100
/** A clock that is behind the last row by less than this stands still; by more, it was set back. Milliseconds. */
const STANDSTILL = 1000

export type CommitLoopOptions = {
  readonly log: UpdateLog
  readonly clock: () => Date
  readonly limits: SyncLimits
  readonly report: (fault: string, cause?: unknown) => void
  /** A room failed while showing what was stored: it must be loaded again. */
  readonly failed: (room: Room, cause: unknown) => void
  readonly committed: (room: Room) => void
}

export class CommitLoop {
  readonly #options: CommitLoopOptions
  readonly #dirty = new Set<Room>()
  /** What starts the next tick; null while none is due or one is running. */
  #next: { cancel(): void } | null = null
  #running = false
  /** Content frames that wait for the next tick. */
  #gathering = 0
  /** When the next tick may start: with enough to store, and with little. */
  #notBefore = 0
  #notBeforeWithLittle = 0
  #waiters: (() => void)[] = []
  /** Instant of the last row, in milliseconds. */
  #lastRowAt = Number.NEGATIVE_INFINITY

  constructor(options: CommitLoopOptions) {
    this.#options = options
  }

  wake(room: Room): void {
    this.#dirty.add(room)
    this.#gathering++
    if (this.#gathering === this.#options.limits.enough) this.#next?.cancel()
    this.#schedule()
  }

  /** Resolves once everything that the room had taken in is stored or refused. */
  async flush(room: Room): Promise<void> {
    const target = room.taken
    while (room.settled < target) await new Promise<void>(resolve => this.#waiters.push(resolve))
  }

  #schedule(): void {
    if (this.#next || this.#running || this.#dirty.size === 0) return
    const enough = this.#gathering >= this.#options.limits.enough
    const wait = (enough ? this.#notBefore : this.#notBeforeWithLittle) - performance.now()
    const run = () => void this.#tick()
    // An immediate runs after this poll's other sockets were read: they share the transaction.
    const handle = wait <= 0 ? setImmediate(run) : setTimeout(run, wait)
    this.#next = {
      cancel: () => {
        this.#next = null
        if (wait <= 0) clearImmediate(handle as NodeJS.Immediate)
        else clearTimeout(handle as NodeJS.Timeout)
      },
    }
  }

  async #tick(): Promise<void> {
    this.#next = null
    this.#running = true
    this.#gathering = 0
    const { limits } = this.#options
    const started = performance.now()
    const batches = this.#gather()
    const rows = batches.flatMap(batch => batch.rows)
    const gathered = performance.now() - started
    const late = setInterval(() => announceReceived(batches), limits.lateCommit)
    const outcome = rows.length > 0 ? await this.#append(rows) : []
    clearInterval(late)
    const shown = performance.now()
    let at = 0
    for (const batch of batches) {
      const seqs = Array.isArray(outcome) ? outcome.slice(at, at + batch.rows.length) : outcome
      at += batch.rows.length
      this.#settle(batch, seqs)
    }
    const work = gathered + performance.now() - shown
    this.#notBefore = started + Math.min(LONGEST_TICK, Math.max(limits.tick, work / BUSY_SHARE))
    this.#notBeforeWithLittle = Math.max(this.#notBefore, started + limits.sparseTick)
    this.#running = false
    for (const resolve of this.#waiters.splice(0)) resolve()
    this.#schedule()
  }

  #gather(): Batch[] {
    const at = this.#nextInstant()
    const batches = [...this.#dirty].map(room => {
      const contributions = room.take()
      return { room, contributions, rows: rowsByMandate(room.draft, at, contributions) }
    })
    this.#dirty.clear()
    for (const { rows } of batches) this.#lastRowAt = Math.max(this.#lastRowAt, lastInstant(rows))
    return batches
  }

  /** Now, but after the last row: the history names a state by its instant. */
  #nextInstant(): string {
    const now = this.#options.clock().getTime()
    const behind = this.#lastRowAt - now
    if (behind >= 0 && behind < STANDSTILL) return new Date(this.#lastRowAt + 1).toISOString()
    this.#lastRowAt = now
    return new Date(now).toISOString()
  }

  async #append(rows: readonly LoggedUpdate[]): Promise<readonly number[] | UpdateLogError> {
    try {
      return await this.#options.log.append(rows)
    } catch (error) {
      this.#options.report('updates could not be stored; their senders are disconnected', error)
      return error instanceof UpdateLogError
        ? error
        : new UpdateLogError('failing', String(error), { cause: error })
    }
  }

  #settle({ room, contributions, rows }: Batch, seqs: readonly number[] | UpdateLogError): void {
    if (seqs instanceof UpdateLogError) {
      room.refused(contributions, seqs)
      // After a failure other than a full disk the rows may be there after all (an fsync that failed, a thread
      // that died): the document is only right once it is read again.
      if (seqs.failure !== 'full') this.#options.failed(room, seqs)
      return
    }
    try {
      room.committed(contributions, rows, seqs.at(-1) ?? room.seq)
      this.#options.committed(room)
    } catch (error) {
      this.#options.failed(room, error)
      for (const { settled } of contributions) settled?.(null)
    }
  }
}

type Batch = {
  readonly room: Room
  readonly contributions: readonly Contribution[]
  readonly rows: readonly LoggedUpdate[]
}

function lastInstant(rows: readonly LoggedUpdate[]): number {
  const last = rows.at(-1)
  return last ? Date.parse(last.at) : Number.NEGATIVE_INFINITY
}

function announceReceived(batches: readonly Batch[]): void {
  for (const { room } of batches) for (const connection of room.connections) connection.announceReceived()
}
