/** Sessions of people who have signed in. Only the hash of the cookie's token is kept. */
import type { PersonId } from '../../shared/model/ids.ts'
import type { Person } from '../../shared/model/mandate.ts'
import { type Database, isStorageFailure } from './database.ts'
import { rowToPerson } from './people.ts'
import { hashToken, newToken } from './tokens.ts'

export type Session = {
  readonly id: string
  readonly person: PersonId
  readonly lastSeenAt: string
  readonly expiresAt: string
}

/** How long one stays signed in, in days, whatever one does. */
export const SESSION_DAYS = 30
/** Ended sessions are kept this long, to tell when somebody was last here. */
const KEPT_DAYS = 180
/** `lastSeenAt` is no more exact than this, in milliseconds, so that reading does not write all the time. */
const SEEN_EVERY = 60_000

/** Returns the token: it exists nowhere else. Sessions that ended long ago are swept out on the way. */
export async function openSession(
  db: Database,
  session: { readonly id: string; readonly person: PersonId },
  now: string,
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  const token = newToken()
  const expiresAt = new Date(Date.parse(now) + SESSION_DAYS * 86_400_000).toISOString()
  const longAgo = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString()
  await db.deleteFrom('sessions').where('expires_at', '<=', longAgo).execute()
  await db
    .insertInto('sessions')
    .values({
      id: session.id,
      token_hash: hashToken(token),
      person_id: session.person,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return { token, expiresAt }
}

/** The session of a token that holds at `now`, with its person. */
export async function findSession(
  db: Database,
  token: string,
  now: string,
): Promise<
  { readonly session: Session; readonly person: Person; readonly showsPresence: boolean } | undefined
> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select([
      'sessions.id as session_id',
      'last_seen_at',
      'expires_at',
      'people.id',
      'name',
      'login',
      'language',
      'zone',
      'shows_presence',
    ])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return undefined
  const person = rowToPerson(row)
  return {
    session: {
      id: row.session_id,
      person: person.id,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
    },
    person,
    showsPresence: row.shows_presence === 1,
  }
}

/** Notes that the person is here, at most once a minute. On a full disk one can still read: it is let be. */
export async function touchSession(db: Database, session: Session, now: string): Promise<void> {
  if (Date.parse(now) - Date.parse(session.lastSeenAt) < SEEN_EVERY) return
  try {
    await db.updateTable('sessions').set({ last_seen_at: now }).where('id', '=', session.id).execute()
  } catch (error) {
    if (!isStorageFailure(error)) throw error
  }
}

export async function endSession(db: Database, id: string, now: string): Promise<void> {
  await db.updateTable('sessions').set({ expires_at: now }).where('id', '=', id).execute()
}

/** Ends every session of the person, `except` one. */
export async function endSessionsOf(
  db: Database,
  person: PersonId,
  now: string,
  except?: string,
): Promise<void> {
  let query = db
    .updateTable('sessions')
    .set({ expires_at: now })
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
  if (except !== undefined) query = query.where('id', '!=', except)
  await query.execute()
}

/** Signs everybody out. */
export async function endAllSessions(db: Database, now: string): Promise<void> {
  await db.updateTable('sessions').set({ expires_at: now }).where('expires_at', '>', now).execute()
}

/** When each person was last here, as far as a session still tells. */
export async function lastSeen(db: Database): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await db
    .selectFrom('sessions')
    .select(({ fn }) => ['person_id', fn.max('last_seen_at').as('at')])
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(row => [row.person_id as PersonId, row.at]))
}
