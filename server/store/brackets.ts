/** [A5] What drafts say of brackets beyond their words, and the threads on them. Who may see it is not decided here. */
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { DraftId, MandateId, TextId, ThreadId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'

export type BracketRecord = {
  /** The beginning of the ids of its marks; see `readBracketId`. */
  readonly bracket: string
  readonly draft: DraftId
  readonly text: TextId
  /** Who asks; null when nobody is named. */
  readonly side: Side | null
  readonly remark: BilingualLabel | null
  readonly by: MandateId
  readonly at: string
}

/** Takes the place of what the draft said of the bracket before. */
export async function putBracket(db: Database, record: BracketRecord): Promise<void> {
  const said = {
    side: record.side,
    remark: record.remark && toJson(record.remark),
    mandate_id: record.by,
    at: record.at,
  }
  await db
    .insertInto('brackets')
    .values({ bracket: record.bracket, draft_id: record.draft, text_id: record.text, ...said })
    .onConflict(conflict => conflict.columns(['bracket', 'draft_id']).doUpdateSet(said))
    .execute()
}

/** Of every draft, the latest first. */
export async function bracketRecords(db: Database, text: TextId): Promise<BracketRecord[]> {
  const rows = await db
    .selectFrom('brackets')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('at', 'desc')
    .orderBy('draft_id')
    .execute()
  return rows.map(row => ({
    bracket: row.bracket,
    draft: row.draft_id as DraftId,
    text,
    side: row.side as Side | null,
    remark: row.remark === null ? null : fromJson<BilingualLabel>(row.remark),
    by: row.mandate_id as MandateId,
    at: row.at,
  }))
}

/** A thread is on one bracket at most: the last one that was named. */
export async function linkThread(
  db: Database,
  text: TextId,
  bracket: string,
  thread: ThreadId,
  at: string,
): Promise<void> {
  await db
    .insertInto('bracket_threads')
    .values({ thread_id: thread, bracket, text_id: text, at })
    .onConflict(conflict => conflict.column('thread_id').doUpdateSet({ bracket, at }))
    .execute()
}

/** The oldest first. */
export async function bracketThreads(
  db: Database,
  text: TextId,
): Promise<readonly { readonly bracket: string; readonly thread: ThreadId }[]> {
  const rows = await db
    .selectFrom('bracket_threads')
    .select(['bracket', 'thread_id'])
    .where('text_id', '=', text)
    .orderBy('at')
    .orderBy('thread_id')
    .execute()
  return rows.map(row => ({ bracket: row.bracket, thread: row.thread_id as ThreadId }))
}
