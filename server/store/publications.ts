/** [S3] Which adopted texts anybody may read. */
import type { MandateId, TextId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'

export type Publication = { readonly by: MandateId; readonly at: string }

/** False when it was open already. */
export async function openPublication(
  db: Database,
  { id, text, by, at }: Publication & { readonly id: string; readonly text: TextId },
): Promise<boolean> {
  if (await findPublication(db, text)) return false
  await db
    .insertInto('publications')
    .values({ id, text_id: text, mandate_id: by, at, ended_at: null })
    .execute()
  return true
}

/** False when it was not open. Its row stays as a trace. */
export async function endPublication(db: Database, text: TextId, at: string): Promise<boolean> {
  const done = await db
    .updateTable('publications')
    .set({ ended_at: at })
    .where('text_id', '=', text)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Undefined when the text is not open to the public. */
export async function findPublication(db: Database, text: TextId): Promise<Publication | undefined> {
  const row = await db
    .selectFrom('publications')
    .select(['mandate_id', 'at'])
    .where('text_id', '=', text)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && { by: row.mandate_id as MandateId, at: row.at }
}
