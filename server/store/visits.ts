/**
 * When a person last looked at something. A visit is a sitting: looks less than half an hour apart belong to
 * one, so that reloading a page does not make what is new on it old.
 */
import type { PersonId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'

/** The first page, as a subject of visits. */
export const DESK = 'desk'

const SITTING_MS = 30 * 60 * 1000

/** Two rows per person and subject: the last look, and the last look of the sitting before. */
const before = (subject: string) => `${subject}/before`

export async function recordLook(
  db: Database,
  person: PersonId,
  subject: string,
  now: string,
): Promise<void> {
  const looks = await looksAt(db, person, subject)
  if (looks.last && Date.parse(now) - Date.parse(looks.last) > SITTING_MS)
    await put(db, person, before(subject), looks.last)
  await put(db, person, subject, now)
}

/** End of the sitting before this one; null on the first. */
export async function lastVisit(
  db: Database,
  person: PersonId,
  subject: string,
  now: string,
): Promise<string | null> {
  const looks = await looksAt(db, person, subject)
  if (looks.last && Date.parse(now) - Date.parse(looks.last) > SITTING_MS) return looks.last
  return looks.before
}

/** The last look itself, however recent; null when there was none. */
export async function lastLook(db: Database, person: PersonId, subject: string): Promise<string | null> {
  return (await looksAt(db, person, subject)).last
}

async function looksAt(db: Database, person: PersonId, subject: string) {
  const rows = await db
    .selectFrom('visits')
    .select(['subject', 'at'])
    .where('person_id', '=', person)
    .where('subject', 'in', [subject, before(subject)])
    .execute()
  const at = (wanted: string) => rows.find(row => row.subject === wanted)?.at ?? null
  return { last: at(subject), before: at(before(subject)) }
}

async function put(db: Database, person: PersonId, subject: string, at: string): Promise<void> {
  await db
    .insertInto('visits')
    .values({ person_id: person, subject, at })
    .onConflict(conflict => conflict.columns(['person_id', 'subject']).doUpdateSet({ at }))
    .execute()
}
