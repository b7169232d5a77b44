/** [S1] Seals of the chairs on the hash of a joint draft, and the adoptions that two of them make. */
import type { Selectable } from 'kysely'
import type { Adoption, Seal } from '../../shared/model/adoption.ts'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { DraftId, MandateId, SealId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** Takes the place of the seal that the side gave before on the same draft. */
export async function insertSeal(db: Database, seal: Seal): Promise<void> {
  await withdrawSeal(db, seal.draft, seal.side, seal.at)
  await db
    .insertInto('seals')
    .values({
      id: seal.id,
      text_id: seal.text,
      draft_id: seal.draft,
      side: seal.side,
      sha256: seal.sha256,
      mandate_id: seal.by,
      at: seal.at,
      withdrawn_at: seal.withdrawnAt,
    })
    .execute()
}

/** False when the side had given none. Its row stays as a trace. */
export async function withdrawSeal(db: Database, draft: DraftId, side: Side, at: string): Promise<boolean> {
  const done = await db
    .updateTable('seals')
    .set({ withdrawn_at: at })
    .where('draft_id', '=', draft)
    .where('side', '=', side)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Those that were not withdrawn, at most one per side, whatever the draft says since. */
export async function sealsOf(db: Database, draft: DraftId): Promise<Seal[]> {
  const rows = await db
    .selectFrom('seals')
    .selectAll()
    .where('draft_id', '=', draft)
    .where('withdrawn_at', 'is', null)
    .orderBy('side')
    .execute()
  return rows.map(rowToSeal)
}

export async function insertAdoption(db: Database, adoption: Adoption): Promise<void> {
  await db
    .insertInto('adoptions')
    .values({
      version_id: adoption.version,
      text_id: adoption.text,
      fra_seal_id: adoption.seals.fra.id,
      jap_seal_id: adoption.seals.jap.id,
      at: adoption.at,
    })
    .execute()
}

/** How the text was adopted; undefined while it is not. */
export async function findAdoption(db: Database, text: TextId): Promise<Adoption | undefined> {
  const row = await db.selectFrom('adoptions').selectAll().where('text_id', '=', text).executeTakeFirst()
  if (!row) return undefined
  const seals = await db
    .selectFrom('seals')
    .selectAll()
    .where('id', 'in', [row.fra_seal_id, row.jap_seal_id])
    .execute()
  const seal = (id: string) => rowToSeal(seals.find(each => each.id === id)!)
  return {
    version: row.version_id as VersionId,
    text: row.text_id as TextId,
    seals: { fra: seal(row.fra_seal_id), jap: seal(row.jap_seal_id) },
    at: row.at,
  }
}

function rowToSeal(row: Selectable<Tables['seals']>): Seal {
  return {
    id: row.id as SealId,
    text: row.text_id as TextId,
    draft: row.draft_id as DraftId,
    side: row.side as Side,
    sha256: row.sha256,
    by: row.mandate_id as MandateId,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
  }
}
