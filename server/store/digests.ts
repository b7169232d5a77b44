/** [D4] Who gets a digest by mail, where and when, and what was sent. */
import type { Selectable } from 'kysely'
import type { PersonId } from '../../shared/model/ids.ts'
import type { Person } from '../../shared/model/mandate.ts'
import type { Database } from './database.ts'
import { rowToPerson } from './people.ts'
import type { Tables } from './tables.ts'

export type Digest = {
  readonly person: PersonId
  readonly address: string
  readonly confirmedAt: string | null
  /** 0 to 23 on the person's own clock. */
  readonly hour: number
  readonly endedAt: string | null
  /** The last day dealt with, YYYY-MM-DD on the person's own calendar. */
  readonly day: string | null
  readonly tries: number
  /** From when another try on that day is allowed; null when it is done with. */
  readonly tryAt: string | null
  /** Up to when the last digest that was sent tells. */
  readonly toldUntil: string | null
}

export async function findDigest(db: Database, person: PersonId): Promise<Digest | undefined> {
  const row = await db.selectFrom('digests').selectAll().where('person_id', '=', person).executeTakeFirst()
  return row && rowToDigest(row)
}

/** Another address is not confirmed, whatever the former one was: nothing goes to either. */
export async function saveDigest(
  db: Database,
  person: PersonId,
  wanted: { readonly address: string; readonly hour: number; readonly on: boolean },
  now: string,
): Promise<void> {
  const { address, hour, on } = wanted
  const ended_at = on ? null : now
  await db
    .insertInto('digests')
    .values({
      person_id: person,
      address,
      hour,
      ended_at,
      confirmed_at: null,
      day: null,
      tries: 0,
      try_at: null,
      told_until: null,
    })
    .onConflict(conflict =>
      conflict.column('person_id').doUpdateSet(({ eb, ref, lit }) => ({
        address,
        hour,
        ended_at,
        try_at: null,
        confirmed_at: eb
          .case()
          .when('digests.address', '=', address)
          .then(ref('digests.confirmed_at'))
          .else(lit(null))
          .end(),
      })),
    )
    .execute()
}

/** False when another address was chosen since. */
export async function confirmDigest(
  db: Database,
  person: PersonId,
  address: string,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digests')
    .set({ confirmed_at: now })
    .where('person_id', '=', person)
    .where('address', '=', address)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends the digest to this address; one that goes elsewhere by now, or has ended, stays as it is. */
export async function endDigest(db: Database, person: PersonId, address: string, now: string): Promise<void> {
  await db
    .updateTable('digests')
    .set({ ended_at: now, try_at: null })
    .where('person_id', '=', person)
    .where('address', '=', address)
    .where('ended_at', 'is', null)
    .execute()
}

/** Confirmed and not ended, with the person. */
export async function listDigests(
  db: Database,
): Promise<{ readonly digest: Digest; readonly person: Person }[]> {
  const rows = await db
    .selectFrom('digests')
    .innerJoin('people', 'people.id', 'digests.person_id')
    .selectAll('digests')
    .select(['people.id', 'people.name', 'people.login', 'people.language', 'people.zone'])
    .where('digests.confirmed_at', 'is not', null)
    .where('digests.ended_at', 'is', null)
    .orderBy('people.id')
    .execute()
  return rows.map(row => ({ digest: rowToDigest(row), person: rowToPerson(row) }))
}

/**
 * Takes the day, or the next try on it, before anything is sent: of two who ask for the same one gets it, and whoever
 * asks after a crash does not. False as well when the digest was ended or sent elsewhere meanwhile.
 */
export async function claimDay(
  db: Database,
  { person, address }: Pick<Digest, 'person' | 'address'>,
  day: string,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digests')
    .set(({ val, eb }) => ({
      // Tries are counted per day.
      tries: eb
        .case()
        .when('day', '=', day)
        .then(eb('tries', '+', 1))
        .else(val(1))
        .end(),
      day,
      try_at: null,
    }))
    .where('person_id', '=', person)
    .where('address', '=', address)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where(where =>
      where.or([
        where('day', 'is', null),
        where('day', '<', day),
        where.and([where('day', '=', day), where('try_at', '<=', now)]),
      ]),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Another try of the day, from an instant on. */
export async function planTry(db: Database, person: PersonId, day: string, tryAt: string): Promise<void> {
  await db
    .updateTable('digests')
    .set({ try_at: tryAt })
    .where('person_id', '=', person)
    .where('day', '=', day)
    .execute()
}

export async function recordTold(db: Database, person: PersonId, until: string): Promise<void> {
  await db.updateTable('digests').set({ told_until: until }).where('person_id', '=', person).execute()
}

function rowToDigest(row: Selectable<Tables['digests']>): Digest {
  return {
    person: row.person_id as PersonId,
    address: row.address,
    confirmedAt: row.confirmed_at,
    hour: row.hour,
    endedAt: row.ended_at,
    day: row.day,
    tries: row.tries,
    tryAt: row.try_at,
    toldUntil: row.told_until,
  }
}
