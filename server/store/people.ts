/** People and their mandates. Logins are kept as `normalLogin` makes them, and found the same way. */
import type { Selectable } from 'kysely'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { EditionId, MandateId, OrganisationId, PersonId, WorkshopId } from '../../shared/model/ids.ts'
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import type { Mandate, Person, Role } from '../../shared/model/mandate.ts'
import type { Database } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** One spelling for what people type differently: width, accents' composition and case do not count. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

export async function findPerson(db: Database, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToPerson(row)
}

/** With the password's hash; null for someone who has not chosen one. */
export async function findPersonByLogin(
  db: Database,
  login: string,
): Promise<{ readonly person: Person; readonly passwordHash: string | null } | undefined> {
  const row = await db
    .selectFrom('people')
    .selectAll()
    .where('login', '=', normalLogin(login))
    .executeTakeFirst()
  return row && { person: rowToPerson(row), passwordHash: row.password_hash }
}

/** False when the login is taken. */
export async function insertPerson(
  db: Database,
  person: Person,
  passwordHash: string | null,
  now: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('people')
    .values({
      id: person.id,
      name: person.name,
      login: normalLogin(person.login),
      password_hash: passwordHash,
      language: person.language,
      zone: person.zone,
      shows_presence: 1,
      created_at: now,
    })
    .onConflict(conflict => conflict.column('login').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateProfile(
  db: Database,
  id: PersonId,
  profile: Pick<Person, 'name' | 'language' | 'zone'>,
): Promise<void> {
  await db.updateTable('people').set(profile).where('id', '=', id).execute()
}

export async function updateShowsPresence(db: Database, id: PersonId, shows: boolean): Promise<void> {
  await db
    .updateTable('people')
    .set({ shows_presence: shows ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** Those who do not show whether and where they are. */
export async function listHidden(db: Database): Promise<ReadonlySet<PersonId>> {
  const rows = await db.selectFrom('people').select('id').where('shows_presence', '=', 0).execute()
  return new Set(rows.map(row => row.id as PersonId))
}

export async function updatePasswordHash(db: Database, id: PersonId, passwordHash: string): Promise<void> {
  await db.updateTable('people').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

/** False when `before` is no longer the password's hash. */
export async function replacePasswordHash(
  db: Database,
  id: PersonId,
  before: string,
  after: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('people')
    .set({ password_hash: after })
    .where('id', '=', id)
    .where('password_hash', '=', before)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function listPeople(db: Database): Promise<Person[]> {
  const rows = await db.selectFrom('people').selectAll().execute()
  const collator = new Intl.Collator('fr')
  return rows.map(rowToPerson).sort((a, b) => collator.compare(a.name, b.name))
}

export async function insertMandate(db: Database, mandate: Mandate): Promise<void> {
  await db
    .insertInto('mandates')
    .values({
      id: mandate.id,
      edition_id: mandate.edition,
      person_id: mandate.person,
      role: mandate.role,
      side: mandate.side,
      organisation_id: mandate.organisation,
      workshop_id: mandate.workshop,
      title: toJson(mandate.title),
      starts_at: mandate.startsAt,
      ends_at: mandate.endsAt,
    })
    .execute()
}

/** Ended ones included. */
export async function listMandates(db: Database, edition: EditionId): Promise<Mandate[]> {
  const rows = await db
    .selectFrom('mandates')
    .selectAll()
    .where('edition_id', '=', edition)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(rowToMandate)
}

/** Ended ones included. */
export async function listMandatesOf(db: Database, person: PersonId, edition: EditionId): Promise<Mandate[]> {
  const rows = await db
    .selectFrom('mandates')
    .selectAll()
    .where('person_id', '=', person)
    .where('edition_id', '=', edition)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(rowToMandate)
}

export async function findMandate(db: Database, id: string): Promise<Mandate | undefined> {
  const row = await db.selectFrom('mandates').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowToMandate(row)
}

/** False when it had already ended. */
export async function endMandate(db: Database, id: MandateId, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mandates')
    .set({ ends_at: now })
    .where('id', '=', id)
    .where(where => where.or([where('ends_at', 'is', null), where('ends_at', '>', now)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export function rowToPerson(
  row: Omit<Selectable<Tables['people']>, 'password_hash' | 'created_at' | 'shows_presence'>,
): Person {
  return {
    id: row.id as PersonId,
    name: row.name,
    login: row.login,
    language: row.language as InterfaceLanguage,
    zone: row.zone,
  }
}

function rowToMandate(row: Selectable<Tables['mandates']>): Mandate {
  return {
    id: row.id as MandateId,
    edition: row.edition_id as EditionId,
    person: row.person_id as PersonId,
    role: row.role as Role,
    side: row.side as Side | null,
    organisation: row.organisation_id as OrganisationId | null,
    workshop: row.workshop_id as WorkshopId | null,
    title: fromJson(row.title),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}
