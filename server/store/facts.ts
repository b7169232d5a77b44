/** Facts of an edition: values defined once and used in both languages. */
import type { Selectable } from 'kysely'
import type { Fact, FactType } from '../../shared/model/edition.ts'
import type { EditionId, FactId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** In the order in which the edition lists them. */
export async function listFacts(db: Database, edition: EditionId): Promise<Fact[]> {
  const rows = await db
    .selectFrom('facts')
    .selectAll()
    .where('edition_id', '=', edition)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(rowToFact)
}

export async function findFact(db: Database, id: string): Promise<Fact | undefined> {
  const row = await db.selectFrom('facts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToFact(row)
}

export async function insertFact(db: Database, fact: Fact, position: number): Promise<void> {
  await db
    .insertInto('facts')
    .values({
      id: fact.id,
      edition_id: fact.edition,
      position,
      key: fact.key,
      type: fact.type,
      label: toJson(fact.label),
      ...factColumns(fact),
    })
    .execute()
}

export async function updateFact(db: Database, fact: Pick<Fact, 'id' | 'value' | 'status'>): Promise<void> {
  await db.updateTable('facts').set(factColumns(fact)).where('id', '=', fact.id).execute()
}

function factColumns(fact: Pick<Fact, 'value' | 'status'>): Pick<Tables['facts'], 'value' | 'status'> {
  return { value: fact.value && toJson(fact.value), status: fact.status }
}

function rowToFact(row: Selectable<Tables['facts']>): Fact {
  return {
    id: row.id as FactId,
    edition: row.edition_id as EditionId,
    key: row.key,
    type: row.type as FactType,
    label: fromJson(row.label),
    value: row.value === null ? null : fromJson(row.value),
    status: row.status as Fact['status'],
  }
}
