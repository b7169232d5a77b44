/** Who asks: found from the session's cookie before every route that needs somebody. */
import { createMiddleware } from 'hono/factory'
import type { Edition } from '../../shared/model/edition.ts'
import { activeMandates, type Mandate, type Person } from '../../shared/model/mandate.ts'
import type { Deps } from '../app.ts'
import { getCurrentEdition } from '../store/editions.ts'
import { listMandatesOf } from '../store/people.ts'
import { findSession, type Session, touchSession } from '../store/sessions.ts'
import { refuse } from './respond.ts'
import { readSessionCookie } from './session-cookie.ts'

/** The person who asks, with what holds now: rights come from `mandates` and from nothing else. */
export type Reader = {
  readonly person: Person
  readonly session: Session
  /** The mandates that hold now in the current edition; none when all have ended. */
  readonly mandates: readonly Mandate[]
  readonly edition: Edition
  /** Whether the person lets others see where they are. */
  readonly showsPresence: boolean
}

/** Somebody for whom something is read without their asking, such as the digest by mail: a reader without session. */
export type Readership = Omit<Reader, 'session' | 'showsPresence'>

/** The environment of routes behind `requireReader`: `c.get('reader')`. */
export type ReaderEnv = { Variables: { reader: Reader } }

/** Refuses with `not-signed-in` where there is no session that holds. */
export function requireReader(deps: Deps) {
  return createMiddleware<ReaderEnv>(async (c, next) => {
    const reader = await findReader(deps, readSessionCookie(c, deps))
    if (!reader) return refuse(c, 'not-signed-in')
    c.set('reader', reader)
    return next()
  })
}

/** The reader of a session's token, or undefined. Also used where a socket opens. */
export async function findReader(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: string | undefined,
): Promise<Reader | undefined> {
  if (!token) return undefined
  const now = clock()
  const found = await findSession(db, token, now)
  const edition = found && (await getCurrentEdition(db))
  if (!found || !edition) return undefined
  const { session, person, showsPresence } = found
  await touchSession(db, session, now)
  const mandates = await listMandatesOf(db, person.id, edition.id)
  return { person, session, mandates: activeMandates(mandates, now), edition, showsPresence }
}
