/** People and invitations as far as a reader may see them. */
import type { PersonId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { InvitationView, PeopleView } from '../../shared/protocol/views.ts'
import type { Reader } from '../http/reader.ts'
import { mayRunEdition, maySeePerson, maySeePresence } from '../policies/policies.ts'
import type { Database } from '../store/database.ts'
import { type Link, linkState, listInvitations } from '../store/links.ts'
import { listHidden, listMandates, listPeople } from '../store/people.ts'
import { lastSeen } from '../store/sessions.ts'

export async function readPeopleView(db: Database, reader: Reader, now: string): Promise<PeopleView> {
  const { edition, mandates } = reader
  const all = await listMandates(db, edition.id)
  const mandatesOf = (person: string) => all.filter(mandate => mandate.person === person)
  const seen = await lastSeen(db)
  const hidden = await listHidden(db)
  const seesWhen = (person: PersonId) =>
    person === reader.person.id || (maySeePresence(mandates, mandatesOf(person)) && !hidden.has(person))
  const people = (await listPeople(db)).filter(
    person => person.id === reader.person.id || maySeePerson(mandates, mandatesOf(person.id)),
  )
  const invitations = mayRunEdition(mandates) ? await listInvitations(db) : []
  return {
    people: people.map(person => ({
      person,
      mandates: mandatesOf(person.id),
      lastSeenAt: seesWhen(person.id) ? (seen.get(person.id) ?? null) : null,
    })),
    invitations: invitations
      .filter(link => link.offer.edition === edition.id)
      .map(link => invitationView(link, now)),
  }
}

export function invitationView(link: Link, now: string): InvitationView {
  if (link.purpose !== 'invitation') throw new Error(`not an invitation: ${link.purpose} ${link.id}`)
  const { role, side, title }: Pick<Mandate, 'role' | 'side' | 'title'> = link.offer
  const { id, createdAt, expiresAt } = link
  return { id, title, role, side, createdAt, expiresAt, state: linkState(link, now) }
}
