/**
 * Invitations, sign-in links and the end of mandates: what the page of people and the command line both do.
 * Each in the caller's transaction, each with its act. Members of both sides see who was invited, joined or
 * left, so that nobody enters a delegation unseen.
 */

import type { ActAudience } from '../../shared/model/act-chain.ts'
import type { Edition } from '../../shared/model/edition.ts'
import type { EditionId, OrganisationId, PersonId, WorkshopId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import { activeMandates, type Mandate, ROLES_WITHOUT_SIDE } from '../../shared/model/mandate.ts'
import type { InvitationBody } from '../../shared/protocol/bodies.ts'
import type { ActKind } from '../../shared/protocol/views.ts'
import type { Refusal } from '../http/respond.ts'
import type { NewId } from '../new-id.ts'
import { isOrganiser } from '../policies/membership.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { listOrganisations, listWorkshops } from '../store/editions.ts'
import { findLink, insertLink, type Link, withdrawLink } from '../store/links.ts'
import { endMandate, findMandate, findPerson, listMandates, listMandatesOf } from '../store/people.ts'

/** On whose behalf, in which edition, and when. `by` is null on the command line. */
export type Acting = {
  readonly edition: Edition
  readonly by: Mandate | null
  readonly now: string
  readonly newId: NewId
}

export type MadeLink = { readonly token: string; readonly link: Link }

export async function invite(
  db: Database,
  offer: InvitationBody,
  acting: Acting,
): Promise<MadeLink | Refusal> {
  const { edition, by, now, newId } = acting
  const fault = await findFault(db, edition.id, offer)
  if (fault) return { refusal: 'invalid', detail: fault }
  const { role, side, title } = offer
  const made = await insertLink(
    db,
    {
      id: newId('link'),
      purpose: 'invitation',
      createdBy: by?.person ?? null,
      offer: {
        edition: edition.id,
        role,
        side,
        title,
        organisation: offer.organisation as OrganisationId | null,
        workshop: offer.workshop as WorkshopId | null,
        person: offer.person as PersonId | null,
      },
    },
    now,
  )
  await record(db, acting, 'invited', title)
  return made
}

export async function withdrawInvitation(
  db: Database,
  id: string,
  acting: Acting,
): Promise<Refusal | undefined> {
  const link = await findLink(db, id)
  if (link?.purpose !== 'invitation' || link.offer.edition !== acting.edition.id)
    return { refusal: 'not-found' }
  if (!(await withdrawLink(db, id, acting.now))) return { refusal: 'link-used' }
  await record(db, acting, 'invitation-withdrawn', link.offer.title)
  return undefined
}

/** For someone who has lost the password. Their own delegation sees that it was made, and by whom. */
export async function signInLink(db: Database, id: string, acting: Acting): Promise<MadeLink | Refusal> {
  const { edition, by, now, newId } = acting
  const person = await findPerson(db, id)
  if (!person) return { refusal: 'not-found' }
  const made = await insertLink(
    db,
    { id: newId('link'), purpose: 'sign-in', person: person.id, createdBy: by?.person ?? null },
    now,
  )
  const mandates = activeMandates(await listMandatesOf(db, person.id, edition.id), now)
  const told = new Map<ActAudience, BilingualLabel>()
  for (const mandate of mandates) told.set(mandate.side ?? 'organisers', mandate.title)
  for (const [audience, title] of told) await record(db, acting, 'sign-in-link-made', title, audience)
  return made
}

/** [M4] The mandate as it ended. The person keeps the account, and authorship stays. */
export async function endOfMandate(db: Database, id: string, acting: Acting): Promise<Mandate | Refusal> {
  const { edition, now } = acting
  const mandate = await findMandate(db, id)
  if (mandate?.edition !== edition.id) return { refusal: 'not-found' }
  const active = activeMandates(await listMandates(db, edition.id), now)
  if (!active.some(each => each.id === mandate.id)) return { refusal: 'not-found' }
  if (isOrganiser([mandate]) && active.filter(each => isOrganiser([each])).length === 1)
    return { refusal: 'last-organiser' }
  await endMandate(db, mandate.id, now)
  await record(db, acting, 'mandate-ended', mandate.title)
  return { ...mandate, endsAt: now }
}

async function record(
  db: Database,
  { edition, by, now }: Acting,
  kind: ActKind,
  title: BilingualLabel,
  audience: ActAudience = 'joint',
): Promise<void> {
  const mandate = by?.id ?? null
  await recordAct(db, {
    edition: edition.id,
    at: now,
    mandate,
    audience,
    kind,
    detail: labelDetail('title', title),
  })
}

/** The first field of the offer that does not fit the edition, or undefined. */
async function findFault(
  db: Database,
  edition: EditionId,
  { role, side, organisation, workshop, person, title }: InvitationBody,
): Promise<string | undefined> {
  if (side === null && !ROLES_WITHOUT_SIDE.includes(role)) return 'side'
  if (!title.fr && !title.ja) return 'title'
  if (organisation !== null && !(await listOrganisations(db, edition)).some(each => each.id === organisation))
    return 'organisation'
  const workshops = await listWorkshops(db, edition)
  if (workshop !== null && !workshops.some(each => each.id === workshop)) return 'workshop'
  if (role === 'lead' && workshop === null) return 'workshop'
  if (person !== null && !(await findPerson(db, person))) return 'person'
  return undefined
}
