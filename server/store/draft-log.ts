/**
 * The log of a draft for reading: its compacted stretches, then its rows. Read a page at a time, because a log may
 * have ten thousand rows and nobody's typing waits for it.
 */
import type { DraftId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { toBytes } from './json.ts'

/** A compacted stretch, or a row that is not compacted yet, without its bytes. */
export type LogEntry = {
  /** First seq of its sitting; null for a row, whose sitting follows from the rows before it. */
  readonly sitting: number | null
  readonly firstSeq: number
  readonly lastSeq: number
  readonly mandate: string
  readonly purpose: string | null
  readonly from: string
  readonly to: string
}

export type LogPart = LogEntry & { readonly bytes: Uint8Array }

/** Rows read at once: about a millisecond's worth. */
const ROWS = 500
/** Stretches have up to 64 KB each, and more when they were compacted at one go. */
const STRETCHES = 20

/** Everything after the row `after`, which ends a sitting (0 for all), without the bytes. */
export function readLogEntries(db: Database, draft: DraftId, after = 0): Promise<LogEntry[]> {
  return whole(db, draft, async () => {
    const stretches = await inPages(after, ROWS, from =>
      db
        .selectFrom('draft_history')
        .select(['sitting', 'first_seq', 'last_seq', 'mandate_id', 'purpose', 'from_at', 'to_at'])
        .where('draft_id', '=', draft)
        .where('first_seq', '>', from)
        .orderBy('first_seq')
        .limit(ROWS)
        .execute(),
    )
    const rows = await inPages(after, ROWS, from =>
      db
        .selectFrom('draft_updates')
        .select(['seq as first_seq', 'mandate_id', 'purpose', 'at'])
        .where('draft_id', '=', draft)
        .where('seq', '>', from)
        .orderBy('seq')
        .limit(ROWS)
        .execute(),
    )
    return [...stretches.map(stretchEntry), ...rows.map(rowEntry)]
  })
}

/** Everything after the row `after` up to and including `until`, both of which end a sitting. */
export function readLogParts(
  db: Database,
  draft: DraftId,
  after = 0,
  until = Number.MAX_SAFE_INTEGER,
): Promise<LogPart[]> {
  return whole(db, draft, async () => {
    const stretches = await inPages(after, STRETCHES, from =>
      db
        .selectFrom('draft_history')
        .selectAll()
        .where('draft_id', '=', draft)
        .where('first_seq', '>', from)
        .where('last_seq', '<=', until)
        .orderBy('first_seq')
        .limit(STRETCHES)
        .execute(),
    )
    const rows = await inPages(after, ROWS, from =>
      db
        .selectFrom('draft_updates')
        .select(['seq as first_seq', 'mandate_id', 'purpose', 'at', 'bytes'])
        .where('draft_id', '=', draft)
        .where('seq', '>', from)
        .where('seq', '<=', until)
        .orderBy('seq')
        .limit(ROWS)
        .execute(),
    )
    return [
      ...stretches.map(row => ({ ...stretchEntry(row), bytes: toBytes(row.bytes) })),
      ...rows.map(row => ({ ...rowEntry(row), bytes: toBytes(row.bytes) })),
    ]
  })
}

/** Reads again when a compaction came in between: it moves rows from one table to the other. */
async function whole<T>(db: Database, draft: DraftId, read: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = await compactedUntil(db, draft)
    const found = await read()
    if ((await compactedUntil(db, draft)) === before) return found
  }
}

async function compactedUntil(db: Database, draft: DraftId): Promise<number> {
  const state = await db
    .selectFrom('draft_states')
    .select('seq')
    .where('draft_id', '=', draft)
    .executeTakeFirst()
  return state?.seq ?? 0
}

async function inPages<Row extends { readonly first_seq: number }>(
  after: number,
  size: number,
  page: (from: number) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const next = await page(rows.at(-1)?.first_seq ?? after)
    rows.push(...next)
    if (next.length < size) return rows
    // Whoever types has a turn before the next page.
    await new Promise(resolve => setImmediate(resolve))
  }
}

type StretchRow = {
  readonly sitting: number
  readonly first_seq: number
  readonly last_seq: number
  readonly mandate_id: string
  readonly purpose: string | null
  readonly from_at: string
  readonly to_at: string
}

function stretchEntry(row: StretchRow): LogEntry {
  const { sitting, first_seq: firstSeq, last_seq: lastSeq, mandate_id: mandate, purpose } = row
  return { sitting, firstSeq, lastSeq, mandate, purpose, from: row.from_at, to: row.to_at }
}

type UpdateRow = {
  readonly first_seq: number
  readonly mandate_id: string
  readonly purpose: string | null
  readonly at: string
}

function rowEntry({ first_seq: seq, mandate_id: mandate, purpose, at }: UpdateRow): LogEntry {
  return { sitting: null, firstSeq: seq, lastSeq: seq, mandate, purpose, from: at, to: at }
}
