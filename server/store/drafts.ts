/** Drafts: who may see them and what they continue. Their words are in the log of updates. */
import type { Selectable } from 'kysely'
import type { Audience } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { DraftId, StageId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

export async function insertDraft(db: Database, draft: Draft): Promise<void> {
  await db
    .insertInto('drafts')
    .values({
      id: draft.id,
      text_id: draft.text,
      audience: draft.audience,
      stage_id: draft.stage,
      base_version_id: draft.base,
      created_at: draft.createdAt,
      closed_at: draft.closedAt,
    })
    .execute()
}

export async function findDraft(db: Database, id: DraftId): Promise<Draft | undefined> {
  const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToDraft(row)
}

/** Open drafts of a text of every audience, the newest first: the caller filters what the reader may see. */
export async function openDrafts(db: Database, text: TextId): Promise<Draft[]> {
  return (await draftsOfText(db, text)).filter(draft => draft.closedAt === null)
}

/** As `openDrafts`, with those that were closed. */
export async function draftsOfText(db: Database, text: TextId): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where('text_id', '=', text)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(rowToDraft)
}

export async function closeDraft(db: Database, id: DraftId, at: string): Promise<boolean> {
  const closed = await db
    .updateTable('drafts')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

/** A draft made but never filled (the process ended in between) has no row in its log. */
export async function draftHasContent(db: Database, id: DraftId): Promise<boolean> {
  for (const table of ['draft_updates', 'draft_states'] as const) {
    const row = await db
      .selectFrom(table)
      .select('draft_id')
      .where('draft_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

function rowToDraft(row: Selectable<Tables['drafts']>): Draft {
  return {
    id: row.id as DraftId,
    text: row.text_id as TextId,
    audience: row.audience as Audience,
    stage: row.stage_id as StageId | null,
    base: row.base_version_id as VersionId | null,
    createdAt: row.created_at,
    closedAt: row.closed_at,
  }
}
