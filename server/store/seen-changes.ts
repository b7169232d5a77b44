/**
 * Which changes a person has ticked as seen in a text. A change is named by its fingerprint, so that a tick goes
 * with what was read and not with a place: another change there is another fingerprint, and not yet seen.
 */
import type { PersonId, TextId } from '../../shared/model/ids.ts'
import type { Database } from './database.ts'

/** Ticks kept per person and text, the latest: a declaration of 60 units in a hundred versions has some 6,000. */
const MOST_KEPT = 20_000
/** Values in one query; SQLite takes 32,766. */
const AT_ONCE = 2_000

export async function markSeen(
  db: Database,
  person: PersonId,
  text: TextId,
  fingerprints: readonly string[],
  now: string,
): Promise<void> {
  for (const some of parts(fingerprints))
    await db
      .insertInto('seen_changes')
      .values(some.map(fingerprint => ({ person_id: person, text_id: text, fingerprint, seen_at: now })))
      .onConflict(conflict => conflict.columns(['person_id', 'text_id', 'fingerprint']).doNothing())
      .execute()
  await forgetOldest(db, person, text)
}

export async function unmarkSeen(
  db: Database,
  person: PersonId,
  text: TextId,
  fingerprints: readonly string[],
): Promise<void> {
  for (const some of parts(fingerprints))
    await db
      .deleteFrom('seen_changes')
      .where('person_id', '=', person)
      .where('text_id', '=', text)
      .where('fingerprint', 'in', some)
      .execute()
}

/** Those of `fingerprints` that the person has ticked in this text. */
export async function seenAmong(
  db: Database,
  person: PersonId,
  text: TextId,
  fingerprints: readonly string[],
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  for (const some of parts(fingerprints)) {
    const rows = await db
      .selectFrom('seen_changes')
      .select('fingerprint')
      .where('person_id', '=', person)
      .where('text_id', '=', text)
      .where('fingerprint', 'in', some)
      .execute()
    for (const { fingerprint } of rows) seen.add(fingerprint)
  }
  return seen
}

async function forgetOldest(db: Database, person: PersonId, text: TextId): Promise<void> {
  const first = await db
    .selectFrom('seen_changes')
    .select(['seen_at'])
    .where('person_id', '=', person)
    .where('text_id', '=', text)
    .orderBy('seen_at', 'desc')
    .offset(MOST_KEPT)
    .limit(1)
    .executeTakeFirst()
  if (!first) return
  await db
    .deleteFrom('seen_changes')
    .where('person_id', '=', person)
    .where('text_id', '=', text)
    .where('seen_at', '<=', first.seen_at)
    .execute()
}

function parts(fingerprints: readonly string[]): string[][] {
  const distinct = [...new Set(fingerprints)]
  const found: string[][] = []
  for (let at = 0; at < distinct.length; at += AT_ONCE) found.push(distinct.slice(at, at + AT_ONCE))
  return found
}
