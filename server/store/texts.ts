/** Texts: the declaration of an edition, and later the summaries and restitutions of its workshops. */
import type { Selectable } from 'kysely'
import type { Text, TextKind } from '../../shared/model/edition.ts'
import type { EditionId, TextId, WorkshopId } from '../../shared/model/ids.ts'
import { WORKSHOP_TEXT_KINDS } from '../../shared/model/workshop.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export async function insertText(db: Database, text: Omit<Text, 'adoptedAt'>, at: string): Promise<void> {
  await db
    .insertInto('texts')
    .values({
      id: text.id,
      edition_id: text.edition,
      kind: text.kind,
      workshop_id: text.workshop,
      title: toJson(text.title),
      created_at: at,
    })
    .execute()
}

export async function findText(db: Database, id: TextId): Promise<Text | undefined> {
  const row = await db
    .selectFrom('texts')
    .leftJoin('adoptions', 'adoptions.text_id', 'texts.id')
    .selectAll('texts')
    .select('adoptions.at as adopted_at')
    .where('texts.id', '=', id)
    .executeTakeFirst()
  return row && rowToText(row)
}

/** What it is called, or the workshop it belongs to. Neither is part of a version. */
export async function updateText(
  db: Database,
  id: TextId,
  { title, workshop }: Partial<Pick<Text, 'title' | 'workshop'>>,
): Promise<void> {
  const values = {
    ...(title && { title: toJson(title) }),
    ...(workshop !== undefined && { workshop_id: workshop }),
  }
  await db.updateTable('texts').set(values).where('id', '=', id).execute()
}

/** Whether somebody has begun to write it: there is, or was, a draft. */
export async function isTextBegun(db: Database, id: TextId): Promise<boolean> {
  for (const table of ['drafts', 'versions'] as const)
    if (await db.selectFrom(table).select('id').where('text_id', '=', id).limit(1).executeTakeFirst())
      return true
  return false
}

/** One that nobody has begun. */
export async function deleteText(db: Database, id: TextId): Promise<void> {
  // Ticks are taken for any text that one may read.
  await db.deleteFrom('seen_changes').where('text_id', '=', id).execute()
  await db.deleteFrom('texts').where('id', '=', id).execute()
}

/** The declaration, then the texts of each workshop in turn: interventions, summary, restitution. */
export async function textsOfEdition(db: Database, edition: EditionId): Promise<Text[]> {
  const rows = await db
    .selectFrom('texts')
    .leftJoin('workshops', 'workshops.id', 'texts.workshop_id')
    .leftJoin('adoptions', 'adoptions.text_id', 'texts.id')
    .selectAll('texts')
    .select(['workshops.number', 'adoptions.at as adopted_at'])
    .where('texts.edition_id', '=', edition)
    .orderBy('texts.created_at')
    .orderBy('texts.id')
    .execute()
  const place = (row: (typeof rows)[number]) => (row.number ?? 0) * 10 + ORDER.indexOf(row.kind as TextKind)
  return rows.toSorted((a, b) => place(a) - place(b)).map(rowToText)
}

const ORDER: readonly TextKind[] = ['declaration', ...WORKSHOP_TEXT_KINDS]

function rowToText(row: Selectable<Tables['texts']> & { adopted_at: string | null }): Text {
  return {
    id: row.id as TextId,
    edition: row.edition_id as EditionId,
    kind: row.kind as TextKind,
    workshop: row.workshop_id as WorkshopId | null,
    title: fromJson(row.title),
    adoptedAt: row.adopted_at,
  }
}
