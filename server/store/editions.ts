/** Editions, their organisations and workshops. */
import type { Selectable } from 'kysely'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { Edition, Organisation, SourceStatus, Workshop } from '../../shared/model/edition.ts'
import type { EditionId, OrganisationId, WorkshopId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** The edition under way: the one made last. Undefined in a room that is not set up. */
export async function getCurrentEdition(db: Database): Promise<Edition | undefined> {
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && rowToEdition(row)
}

export async function findEdition(db: Database, id: EditionId): Promise<Edition | undefined> {
  const row = await db.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToEdition(row)
}

export async function insertEdition(db: Database, edition: Edition, now: string): Promise<void> {
  await db
    .insertInto('editions')
    .values({
      id: edition.id,
      number: edition.number,
      name: toJson(edition.name),
      place: toJson(edition.place),
      starts_on: edition.startsOn,
      ends_on: edition.endsOn,
      zone: edition.zone,
      penholder: edition.penholder,
      demonstration: edition.demonstration ? 1 : 0,
      created_at: now,
      speech: null,
    })
    .execute()
}

/** What an organiser may say anew. Nothing of it is part of a version that was made. */
export async function updateEdition(db: Database, edition: Omit<Edition, 'demonstration'>): Promise<void> {
  await db
    .updateTable('editions')
    .set({
      number: edition.number,
      name: toJson(edition.name),
      place: toJson(edition.place),
      starts_on: edition.startsOn,
      ends_on: edition.endsOn,
      zone: edition.zone,
      penholder: edition.penholder,
    })
    .where('id', '=', edition.id)
    .execute()
}

/** Whether a version of its declaration has been transmitted; an imported one does not count, nor what workshops submit. */
export async function hasTransmitted(db: Database, edition: EditionId): Promise<boolean> {
  const row = await db
    .selectFrom('versions')
    .innerJoin('texts', 'texts.id', 'versions.text_id')
    .select('versions.id')
    .where('texts.edition_id', '=', edition)
    .where('texts.kind', '=', 'declaration')
    .where('versions.origin', '=', 'transmission')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function listOrganisations(db: Database, edition: EditionId): Promise<Organisation[]> {
  const rows = await db.selectFrom('organisations').selectAll().where('edition_id', '=', edition).execute()
  const collator = new Intl.Collator('fr')
  return rows.map(rowToOrganisation).sort((a, b) => collator.compare(a.name.fr, b.name.fr))
}

export async function insertOrganisation(db: Database, organisation: Organisation): Promise<void> {
  await db
    .insertInto('organisations')
    .values({
      id: organisation.id,
      edition_id: organisation.edition,
      name: toJson(organisation.name),
      side: organisation.side,
    })
    .execute()
}

export async function listWorkshops(db: Database, edition: EditionId): Promise<Workshop[]> {
  const rows = await db
    .selectFrom('workshops')
    .selectAll()
    .where('edition_id', '=', edition)
    .orderBy('number')
    .execute()
  return rows.map(rowToWorkshop)
}

export async function insertWorkshop(db: Database, workshop: Workshop): Promise<void> {
  await db
    .insertInto('workshops')
    .values({ id: workshop.id, edition_id: workshop.edition, ...workshopColumns(workshop) })
    .execute()
}

export async function updateWorkshop(db: Database, workshop: Workshop): Promise<void> {
  await db.updateTable('workshops').set(workshopColumns(workshop)).where('id', '=', workshop.id).execute()
}

/** One that nothing refers to but mandates that have ended, which then name none. */
export async function deleteWorkshop(db: Database, id: WorkshopId): Promise<void> {
  await db.updateTable('mandates').set({ workshop_id: null }).where('workshop_id', '=', id).execute()
  await db.deleteFrom('workshops').where('id', '=', id).execute()
}

/** Numbers 1, 2, 3… in the order given. */
export async function numberWorkshops(db: Database, order: readonly WorkshopId[]): Promise<void> {
  // First out of the way: no two may have one number, not for an instant.
  for (const sign of [-1, 1])
    for (const [index, id] of order.entries())
      await db
        .updateTable('workshops')
        .set({ number: sign * (index + 1) })
        .where('id', '=', id)
        .execute()
}

function workshopColumns(workshop: Workshop): Omit<Tables['workshops'], 'id' | 'edition_id'> {
  return {
    number: workshop.number,
    title: toJson(workshop.title),
    aliases: toJson(workshop.aliases),
    status: workshop.status,
    room: workshop.room && toJson(workshop.room),
    starts_at: workshop.startsAt,
    ends_at: workshop.endsAt,
  }
}

function rowToEdition(row: Selectable<Tables['editions']>): Edition {
  return {
    id: row.id as EditionId,
    number: row.number,
    name: fromJson(row.name),
    place: fromJson(row.place),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    zone: row.zone,
    penholder: row.penholder as Side,
    demonstration: row.demonstration === 1,
  }
}

function rowToOrganisation(row: Selectable<Tables['organisations']>): Organisation {
  return {
    id: row.id as OrganisationId,
    edition: row.edition_id as EditionId,
    name: fromJson(row.name),
    side: row.side as Side | null,
  }
}

function rowToWorkshop(row: Selectable<Tables['workshops']>): Workshop {
  return {
    id: row.id as WorkshopId,
    edition: row.edition_id as EditionId,
    number: row.number,
    title: fromJson(row.title),
    aliases: fromJson(row.aliases),
    status: row.status as SourceStatus,
    room: row.room === null ? null : fromJson(row.room),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}
