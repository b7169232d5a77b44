/** Signing somebody in: a new session, its cookie, and what the client shows first. */
import type { Context } from 'hono'
import type { PersonId } from '../../shared/model/ids.ts'
import type { SessionView } from '../../shared/protocol/views.ts'
import type { Deps } from '../app.ts'
import { mayReadWorkshops, mayRunEdition } from '../policies/policies.ts'
import { endSession, findSession, openSession } from '../store/sessions.ts'
import { findReader, type Reader } from './reader.ts'
import { readSessionCookie, setSessionCookie } from './session-cookie.ts'

/** Whoever was signed in on this device before no longer is. */
export async function startSession(c: Context, deps: Deps, person: PersonId): Promise<SessionView> {
  const { db, clock, newId } = deps
  const now = clock()
  const before = readSessionCookie(c, deps)
  const old = before && (await findSession(db, before, now))
  if (old) {
    await endSession(db, old.session.id, now)
    await leaveRooms(deps, old.session)
  }
  const { token } = await openSession(db, { id: newId('session'), person }, now)
  setSessionCookie(c, deps, token)
  const events = deps.events.now()
  const reader = await findReader(deps, token)
  if (!reader) throw new Error(`no reader for a session just opened: ${person}`)
  return sessionView(reader, deps, events)
}

/** Closes what a session that has ended still holds open: its event streams and its sockets. */
export async function leaveRooms(
  { events, sync }: Pick<Deps, 'events' | 'sync'>,
  session: { readonly id: string; readonly person: PersonId },
): Promise<void> {
  events.closeWhere(listener => listener.session === session.id)
  await sync.recheck(admission => admission.person === session.person)
}

/** Closes what the person's other sessions, which have ended, still hold open. */
export async function leaveOtherRooms(
  { events, sync }: Pick<Deps, 'events' | 'sync'>,
  kept: { readonly id: string; readonly person: PersonId },
): Promise<void> {
  events.closeWhere(listener => listener.person === kept.person && listener.session !== kept.id)
  await sync.recheck(admission => admission.person === kept.person)
}

/** To be called when somebody's mandates changed: streams come back with the new ones, sockets are asked again. */
export async function askAgain(
  { events, sync }: Pick<Deps, 'events' | 'sync'>,
  person: PersonId,
): Promise<void> {
  events.closeWhere(listener => listener.person === person)
  await sync.recheck(admission => admission.person === person)
}

/** `asOf`: how many events there had been before the reader was read. */
export function sessionView(
  reader: Reader,
  { epoch, events }: Pick<Deps, 'epoch' | 'events'>,
  asOf: number,
): SessionView {
  const { person, mandates, edition, showsPresence } = reader
  return {
    person,
    mandates,
    edition: mandates.length ? edition : null,
    administers: mayRunEdition(mandates),
    readsWorkshops: mayReadWorkshops(mandates),
    epoch,
    showsPresence,
    heardUpTo: events.placeAt(asOf, { person: person.id, mandates }),
  }
}
