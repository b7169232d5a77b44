/**
 * The durable log of a draft's updates: the port that the sync server writes to. What `append` has
 * resolved for is on disk and may be acknowledged; everything else may be lost with the process.
 */
import type { DraftId, MandateId } from '../../shared/model/ids.ts'
import type { Purpose } from './sittings.ts'

/** One Yjs update (format 1) by one mandate. Several updates of one tick may have been merged into it. */
export type LoggedUpdate = {
  readonly draft: DraftId
  readonly mandate: MandateId
  /** ISO-8601 instant of the server's clock. */
  readonly at: string
  /** Null for what people typed. */
  readonly purpose: Purpose | null
  readonly bytes: Uint8Array
}

/** What a draft's document is rebuilt from: apply `state` (if any), then every update in order. */
export type LoadedDraft = {
  readonly state: Uint8Array | null
  /** The last seq that `state` and `updates` contain; 0 for a draft without content. */
  readonly seq: number
  readonly updates: readonly Uint8Array[]
  /** Rows written since `state` was made, and their bytes: what compaction would fold. */
  readonly logRows: number
  readonly logBytes: number
  /** Set when the stored state failed its check and the draft is served from history and log instead. */
  readonly damage: string | null
}

/** The state of a draft up to and including `seq`, to take the place of the log's rows up to there. */
export type Compaction = {
  readonly draft: DraftId
  readonly seq: number
  readonly state: Uint8Array
  readonly at: string
}

/** One mandate's part of a sitting of work, or one row of the log; `bytes` is its Yjs update. */
export type HistoryStretch = {
  readonly draft: DraftId
  /** First seq of its sitting; null for a row that was not compacted yet. */
  readonly sitting: number | null
  readonly firstSeq: number
  readonly lastSeq: number
  readonly mandate: MandateId
  readonly purpose: string | null
  readonly from: string
  readonly to: string
  readonly bytes: Uint8Array
}

/** Why the log could not do it. `full` and `failing` are worth trying again; `closed` is not. */
export type UpdateLogFailure = 'full' | 'failing' | 'closed'

export class UpdateLogError extends Error {
  readonly failure: UpdateLogFailure
  constructor(failure: UpdateLogFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UpdateLogError'
    this.failure = failure
  }
}

export type UpdateLog = {
  /**
   * Appends the batch in one transaction and assigns each update its draft's next seq; resolves once it is
   * on disk. On UpdateLogError nothing of the batch was written.
   * Resolves with the seq of each update, in the batch's order.
   */
  append(batch: readonly LoggedUpdate[]): Promise<readonly number[]>
  load(draft: DraftId): Promise<LoadedDraft>
  /** Folds the rows up to `seq` into the state and, by sitting, mandate and purpose, into the history. */
  compact(compaction: Compaction): Promise<void>
  /** Who worked when: compacted stretches and the log's rows not yet compacted, by first seq. */
  history(draft: DraftId): Promise<readonly HistoryStretch[]>
  /** Waits for what was asked before, then lets go of the file. Idempotent. */
  close(): Promise<void>
}
