/**
 * The tables of the update log through raw prepared statements (1.8 µs a row against Kysely's 43). Runs in
 * the log's thread only, with a connection of its own. Every method is one transaction or reads only,
 * but for `compact`.
 */
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { DraftId, MandateId } from '../../shared/model/ids.ts'
import { addToStretches, type Stretch } from './history-stretches.ts'
import type { HistoryStretch, LoadedDraft } from './update-log.ts'
import type { PackedRow } from './update-log-worker.ts'

/** How long to wait for another connection's transaction before giving up, in milliseconds. */
const BUSY_TIMEOUT = 5000
/** SQLite's own upper bound. */
const MAX_PAGES = 4294967294

type UpdateRow = { seq: number; mandate_id: string; at: string; purpose: string | null; bytes: Uint8Array }
type HistoryRow = {
  sitting: number
  first_seq: number
  last_seq: number
  mandate_id: string
  purpose: string | null
  from_at: string
  to_at: string
  bytes: Uint8Array
}
type StateRow = { seq: number; bytes: Uint8Array; check: string }

export type CompactRequest = {
  readonly draft: string
  readonly seq: number
  readonly state: Uint8Array
  readonly at: string
}

export class SqliteLogFile {
  readonly #file: string
  #open: Connection | null = null
  #pages: number | null = null
  /** The last seq given to each draft; forgotten after a failure. */
  readonly #lastSeq = new Map<string, number>()

  constructor(file: string) {
    this.#file = file
  }

  append(rows: readonly PackedRow[], packed: Uint8Array): readonly number[] {
    const { db, statements } = this.#connection()
    return db
      .transaction(() => {
        let offset = 0
        return rows.map(row => {
          const seq = this.#seqAfter(row.draft) + 1
          const bytes = packed.subarray(offset, offset + row.length)
          offset += row.length
          statements.append.run(row.draft, seq, row.mandate, row.at, row.purpose, bytes)
          this.#lastSeq.set(row.draft, seq)
          return seq
        })
      })
      .immediate()
  }

  load(draft: string): LoadedDraft {
    const { db, statements } = this.#connection()
    return db.transaction(() => {
      const state = statements.state.get(draft) as StateRow | undefined
      const rows = statements.updates.all(draft) as UpdateRow[]
      const log = {
        seq: rows.at(-1)?.seq ?? state?.seq ?? 0,
        logRows: rows.length,
        logBytes: rows.reduce((total, row) => total + row.bytes.length, 0),
      }
      const updates = rows.map(row => row.bytes)
      if (!state) return { ...log, state: null, updates, damage: null }
      if (sha256(state.bytes) === state.check) return { ...log, state: state.bytes, updates, damage: null }
      const history = (statements.history.all(draft) as HistoryRow[]).map(row => row.bytes)
      return {
        ...log,
        state: null,
        updates: [...history, ...updates],
        damage: `the stored state up to ${state.seq} does not have its check sum`,
      }
    })()
  }

  /**
   * Folds the rows up to `seq`. The merging, which takes long, is done in steps between which the caller may
   * append; the writing is one transaction at the end.
   */
  *compact({ draft, seq, state, at }: CompactRequest): Generator<void, void> {
    const { statements } = this.#connection()
    const rows = (statements.updates.all(draft) as UpdateRow[]).filter(row => row.seq <= seq)
    const last = (statements.lastStretches.all(draft, draft) as HistoryRow[]).map(stretchOf)
    const stretches = yield* addToStretches(
      last,
      rows.map(row => ({ ...row, mandate: row.mandate_id })),
    )
    this.#fold(draft, seq, state, at, stretches)
  }

  #fold(draft: string, seq: number, state: Uint8Array, at: string, stretches: readonly Stretch[]): void {
    const { db, statements } = this.#connection()
    db.transaction(() => {
      for (const { sitting, firstSeq, lastSeq, mandate, purpose, from, to, bytes } of stretches)
        statements.putStretch.run(draft, sitting, firstSeq, lastSeq, mandate, purpose, from, to, bytes)
      statements.dropState.run(draft)
      statements.putState.run(draft, seq, state, sha256(state), at)
      statements.dropUpdates.run(draft, seq)
    }).immediate()
  }

  history(draft: string): readonly HistoryStretch[] {
    const { db, statements } = this.#connection()
    const [compacted, rows] = db.transaction(() => [
      statements.history.all(draft) as HistoryRow[],
      statements.updates.all(draft) as UpdateRow[],
    ])() as [HistoryRow[], UpdateRow[]]
    return [
      ...compacted.map(stretchOf),
      ...rows.map(row => ({
        sitting: null,
        purpose: row.purpose,
        firstSeq: row.seq,
        lastSeq: row.seq,
        mandate: row.mandate_id,
        from: row.at,
        to: row.at,
        bytes: row.bytes,
      })),
    ].map(stretch => ({ ...stretch, draft: draft as DraftId, mandate: stretch.mandate as MandateId }))
  }

  limitPages(pages: number | null): void {
    this.#pages = pages
    this.#connection().db.pragma(`max_page_count = ${pages ?? MAX_PAGES}`)
  }

  /** After a failure nothing that was remembered is trusted, and after an I/O error not the connection either. */
  reopenAfter(error: unknown): void {
    this.#lastSeq.clear()
    if ((error as { code?: unknown }).code !== 'SQLITE_FULL') this.close()
  }

  close(): void {
    this.#open?.db.close()
    this.#open = null
  }

  #seqAfter(draft: string): number {
    const known = this.#lastSeq.get(draft)
    if (known !== undefined) return known
    const row = this.#connection().statements.lastSeq.get(draft, draft) as { seq: number }
    return row.seq
  }

  #connection(): Connection {
    this.#open ??= connect(this.#file, this.#pages)
    return this.#open
  }
}

type Connection = ReturnType<typeof connect>

function connect(file: string, pages: number | null) {
  const db = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT })
  db.pragma('journal_mode = WAL')
  // FULL: a commit has returned from fsync. With NORMAL, WAL survives a kill but not a power cut.
  db.pragma('synchronous = FULL')
  // Admission has read the draft and the mandate already; one bad row must not fail everyone's batch.
  db.pragma('foreign_keys = OFF')
  if (pages !== null) db.pragma(`max_page_count = ${pages}`)
  const statements = {
    append: db.prepare(
      'INSERT INTO draft_updates (draft_id, seq, mandate_id, at, purpose, bytes) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    lastSeq: db.prepare(
      `SELECT max(coalesce((SELECT max(seq) FROM draft_updates WHERE draft_id = ?), 0),
                  coalesce((SELECT max(seq) FROM draft_states WHERE draft_id = ?), 0)) AS seq`,
    ),
    updates: db.prepare(
      'SELECT seq, mandate_id, at, purpose, bytes FROM draft_updates WHERE draft_id = ? ORDER BY seq',
    ),
    dropUpdates: db.prepare('DELETE FROM draft_updates WHERE draft_id = ? AND seq <= ?'),
    state: db.prepare(
      'SELECT seq, bytes, "check" FROM draft_states WHERE draft_id = ? ORDER BY seq DESC LIMIT 1',
    ),
    dropState: db.prepare('DELETE FROM draft_states WHERE draft_id = ?'),
    putState: db.prepare(
      'INSERT INTO draft_states (draft_id, seq, bytes, "check", made_at) VALUES (?, ?, ?, ?, ?)',
    ),
    history: db.prepare('SELECT * FROM draft_history WHERE draft_id = ? ORDER BY first_seq'),
    lastStretches: db.prepare(
      `SELECT * FROM draft_history WHERE draft_id = ? AND sitting =
        (SELECT max(sitting) FROM draft_history WHERE draft_id = ?) ORDER BY first_seq`,
    ),
    putStretch: db.prepare(
      `INSERT INTO draft_history
        (draft_id, sitting, first_seq, last_seq, mandate_id, purpose, from_at, to_at, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (draft_id, first_seq, mandate_id) DO UPDATE
        SET last_seq = excluded.last_seq, to_at = excluded.to_at, bytes = excluded.bytes`,
    ),
  }
  return { db, statements }
}

function stretchOf(row: HistoryRow): Stretch {
  return {
    sitting: row.sitting,
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
    mandate: row.mandate_id,
    purpose: row.purpose,
    from: row.from_at,
    to: row.to_at,
    bytes: row.bytes,
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
