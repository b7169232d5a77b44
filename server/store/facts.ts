/** Facts of an edition: values defined once and used in both languages, with the trace of their changes. */
import type { Selectable } from 'kysely'
import type { Fact } from '../../shared/model/edition.ts'
import type { FactType } from '../../shared/model/fact-value.ts'
import type { EditionId, FactId, MandateId } from '../../shared/model/ids.ts'
import type { FactSaid } from '../../shared/protocol/fact-views.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** In the order in which the edition lists them; withdrawn ones too, which texts may still use. */
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

/** Behind those that the edition has. */
export async function insertFact(db: Database, fact: Fact): Promise<void> {
  const { last } = await db
    .selectFrom('facts')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('edition_id', '=', fact.edition)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('facts')
    .values({
      id: fact.id,
      edition_id: fact.edition,
      position: last === null ? 0 : Number(last) + 1,
      key: fact.key,
      ...factColumns(fact),
    })
    .execute()
}

export async function updateFact(db: Database, fact: Fact): Promise<void> {
  await db.updateTable('facts').set(factColumns(fact)).where('id', '=', fact.id).execute()
}

export type FactChange = {
  readonly fact: FactId
  readonly at: string
  readonly by: MandateId
  readonly before: FactSaid | null
  readonly after: FactSaid
}

export async function insertFactChange(db: Database, change: FactChange): Promise<void> {
  const { last } = await db
    .selectFrom('fact_changes')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('fact_id', '=', change.fact)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('fact_changes')
    .values({
      fact_id: change.fact,
      number: Number(last ?? 0) + 1,
      at: change.at,
      mandate_id: change.by,
      before: change.before && toJson(change.before),
      after: toJson(change.after),
    })
    .execute()
}

/** Of every fact of the edition, the oldest first. */
export async function listFactChanges(db: Database, edition: EditionId): Promise<FactChange[]> {
  const rows = await db
    .selectFrom('fact_changes')
    .innerJoin('facts', 'facts.id', 'fact_changes.fact_id')
    .selectAll('fact_changes')
    .where('facts.edition_id', '=', edition)
    .orderBy('fact_changes.fact_id')
    .orderBy('fact_changes.number')
    .execute()
  return rows.map(row => ({
    fact: row.fact_id as FactId,
    at: row.at,
    by: row.mandate_id as MandateId,
    before: row.before === null ? null : fromJson(row.before),
    after: fromJson(row.after),
  }))
}

function factColumns(fact: Fact): Omit<Tables['facts'], 'id' | 'edition_id' | 'position' | 'key'> {
  return {
    type: fact.type,
    label: toJson(fact.label),
    definition: toJson(fact.definition),
    source: fact.source,
    owner: fact.owner && toJson(fact.owner),
    unit: fact.unit && toJson(fact.unit),
    value: fact.value && toJson(fact.value),
    status: fact.status,
    withdrawn_at: fact.withdrawnAt,
  }
}

function rowToFact(row: Selectable<Tables['facts']>): Fact {
  return {
    id: row.id as FactId,
    edition: row.edition_id as EditionId,
    key: row.key,
    type: row.type as FactType,
    label: fromJson(row.label),
    definition: fromJson(row.definition),
    source: row.source,
    owner: row.owner === null ? null : fromJson(row.owner),
    unit: row.unit === null ? null : fromJson(row.unit),
    value: row.value === null ? null : fromJson(row.value),
    status: row.status as Fact['status'],
    withdrawnAt: row.withdrawn_at,
  }
}
