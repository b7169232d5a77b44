/** Versions, their receipts and their opening to the large committee. A version's row is never changed. */
import type { Selectable } from 'kysely'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { Version } from '../../shared/model/edition.ts'
import type { EditionId, FactId, MandateId, StageId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { fromJson, toBytes, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** A version as stored: with its exact words, and the mandate that made it. */
export type StoredVersion = Version & {
  /** The characters that `sha256` is taken over. */
  readonly canonical: string
  /** The public Yjs state that the next draft continues. */
  readonly state: Uint8Array
  readonly madeBy: MandateId | null
}

/** What lists need: everything but the text. */
export type VersionRecord = Omit<StoredVersion, 'canonical' | 'state'>

const RECORD_COLUMNS = [
  'id',
  'text_id',
  'number',
  'label',
  'origin',
  'side',
  'stage_id',
  'base_version_id',
  'sha256',
  'cover_note',
  'made_by',
  'made_at',
  'due_at',
  'due_zone',
  'late',
] as const

export async function insertVersion(db: Database, version: StoredVersion): Promise<void> {
  await db
    .insertInto('versions')
    .values({
      id: version.id,
      text_id: version.text,
      number: version.number,
      label: version.label,
      origin: version.origin,
      side: version.side,
      stage_id: version.stage,
      base_version_id: version.base,
      sha256: version.sha256,
      canonical: version.canonical,
      state: version.state,
      cover_note: toJson(version.coverNote),
      made_by: version.madeBy,
      made_at: version.madeAt,
      due_at: version.due?.at ?? null,
      due_zone: version.due?.zone ?? null,
      late: version.late ? 1 : 0,
    })
    .execute()
}

export async function findVersion(db: Database, id: VersionId): Promise<VersionRecord | undefined> {
  const row = await db.selectFrom('versions').select(RECORD_COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && rowToRecord(row)
}

export async function findStoredVersion(db: Database, id: VersionId): Promise<StoredVersion | undefined> {
  const row = await db.selectFrom('versions').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...rowToRecord(row), canonical: row.canonical, state: toBytes(row.state) }
}

/** In order of their numbers. */
export async function versionsOfText(db: Database, text: TextId): Promise<VersionRecord[]> {
  const rows = await db
    .selectFrom('versions')
    .select(RECORD_COLUMNS)
    .where('text_id', '=', text)
    .orderBy('number')
    .execute()
  return rows.map(rowToRecord)
}

/** Whether any version of the edition, not only a last one, has the fact in its words. */
export async function someVersionUses(
  db: Database,
  fact: { readonly id: FactId; readonly edition: EditionId },
): Promise<boolean> {
  const row = await db
    .selectFrom('versions')
    .innerJoin('texts', 'texts.id', 'versions.text_id')
    .select('versions.id')
    .where('texts.edition_id', '=', fact.edition)
    // As the canonical form writes it.
    .where('canonical', 'like', `%{"fact":${JSON.stringify(fact.id)},%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type Receipt = {
  readonly version: VersionId
  readonly side: Side
  readonly by: MandateId
  readonly at: string
}

/** The first receipt counts: false when the side has acknowledged before. */
export async function insertReceipt(db: Database, receipt: Receipt): Promise<boolean> {
  const inserted = await db
    .insertInto('receipts')
    .values({
      version_id: receipt.version,
      side: receipt.side,
      mandate_id: receipt.by,
      acknowledged_at: receipt.at,
    })
    .onConflict(conflict => conflict.columns(['version_id', 'side']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function receiptsOfText(db: Database, text: TextId): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('receipts')
    .innerJoin('versions', 'versions.id', 'receipts.version_id')
    .select(['receipts.version_id', 'receipts.side', 'receipts.mandate_id', 'receipts.acknowledged_at'])
    .where('versions.text_id', '=', text)
    .orderBy('receipts.acknowledged_at')
    .execute()
  return rows.map(row => ({
    version: row.version_id as VersionId,
    side: row.side as Side,
    by: row.mandate_id as MandateId,
    at: row.acknowledged_at,
  }))
}

/** Opens a version to the large committee; false when it was open already. */
export async function insertOpening(
  db: Database,
  version: VersionId,
  by: MandateId,
  at: string,
): Promise<boolean> {
  const inserted = await db
    .insertInto('version_openings')
    .values({ version_id: version, mandate_id: by, opened_at: at })
    .onConflict(conflict => conflict.column('version_id').doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** When the version was opened to the large committee. */
export async function findOpening(db: Database, version: VersionId): Promise<string | undefined> {
  const row = await db
    .selectFrom('version_openings')
    .select('opened_at')
    .where('version_id', '=', version)
    .executeTakeFirst()
  return row?.opened_at
}

/** Instants at which the versions of a text were opened to the large committee. */
export async function openingsOfText(db: Database, text: TextId): Promise<ReadonlyMap<VersionId, string>> {
  const rows = await db
    .selectFrom('version_openings')
    .innerJoin('versions', 'versions.id', 'version_openings.version_id')
    .select(['version_openings.version_id', 'version_openings.opened_at'])
    .where('versions.text_id', '=', text)
    .execute()
  return new Map(rows.map(row => [row.version_id as VersionId, row.opened_at]))
}

function rowToRecord(
  row: Pick<Selectable<Tables['versions']>, (typeof RECORD_COLUMNS)[number]>,
): VersionRecord {
  return {
    id: row.id as VersionId,
    text: row.text_id as TextId,
    number: row.number,
    label: row.label,
    origin: row.origin as Version['origin'],
    side: row.side as Side | null,
    stage: row.stage_id as StageId | null,
    base: row.base_version_id as VersionId | null,
    sha256: row.sha256,
    coverNote: fromJson(row.cover_note),
    madeBy: row.made_by as MandateId | null,
    madeAt: row.made_at,
    due: row.due_at && row.due_zone ? { at: row.due_at, zone: row.due_zone } : null,
    late: row.late !== 0,
  }
}
