/** Bounds and rhythms of the sync server. Times in milliseconds, sizes in bytes. */
export type SyncLimits = {
  /** Least time between the starts of two commits: everything that arrives between them is one transaction. */
  readonly tick: number
  /** The same while less than `enough` content frames wait: a commit of one keystroke costs as much as one of ten. */
  readonly sparseTick: number
  readonly enough: number
  /** A commit that lasts longer is announced to its senders as received before it is stored. */
  readonly lateCommit: number
  /** Awareness is relayed at most this often per draft. */
  readonly presence: number
  /** A consumer with more than this unsent is cut off; it resyncs when it returns. */
  readonly unsent: number
  /** A connection with more than this not yet stored is not read from until it is. */
  readonly unstored: number
  /** Frames per second that one connection may send on average, and how many at once. */
  readonly framesPerSecond: number
  readonly frameBurst: number
  /** Being over the rate for this long closes with 4429; until then the socket is only read more slowly. */
  readonly patience: number
  readonly connectionsPerPerson: number
  readonly connections: number
  /** A draft without connections is unloaded after this. */
  readonly idle: number
  /** Compaction when the rows since the state reach this, or their bytes outgrow the state (see room). */
  readonly compactRows: number
  readonly compactBytes: number
  /** Rights are asked for again this often, whatever happens. */
  readonly recheck: number
  /** A peer that does not answer a ping within this is gone. */
  readonly ping: number
}

export const DEFAULT_LIMITS: SyncLimits = {
  tick: 20,
  sparseTick: 33,
  enough: 6,
  lateCommit: 150,
  presence: 50,
  unsent: 4 * 1024 * 1024,
  unstored: 8 * 1024 * 1024,
  framesPerSecond: 300,
  frameBurst: 1500,
  patience: 10_000,
  connectionsPerPerson: 40,
  connections: 2000,
  idle: 30_000,
  compactRows: 10_000,
  compactBytes: 512 * 1024,
  recheck: 30_000,
  ping: 30_000,
}
