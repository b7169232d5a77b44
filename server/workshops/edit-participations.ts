/**
 * [W1] Who takes part, as the organiser says it; whoever speaks in a workshop has a summary to write. Call everything
 * here in a transaction.
 */
import { findOrganisation } from '../../shared/import/participation-rows.ts'
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { Organisation } from '../../shared/model/edition.ts'
import type { EditionId, OrganisationId, ParticipationId, WorkshopId } from '../../shared/model/ids.ts'
import { sameSpeakers, speakersOf } from '../../shared/model/participation.ts'
import type { Participation } from '../../shared/model/workshop.ts'
import type { ParticipationBody } from '../../shared/protocol/bodies.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { NewId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import { insertOrganisation, listOrganisations, listWorkshops } from '../store/editions.ts'
import { deleteText, isTextBegun, updateText } from '../store/texts.ts'
import {
  deleteParticipation,
  findParticipation,
  listParticipations,
  putParticipation,
} from '../store/workshops.ts'
import { insertInterventionText, interventionTitle } from './workshop-texts.ts'

export type Making = { readonly edition: EditionId; readonly newId: NewId; readonly now: string }

/** A new one where `id` is null. `participation`, with those who speak, for whoever tells of it. */
export async function sayParticipation(
  db: Database,
  id: ParticipationId | null,
  said: ParticipationBody,
  making: Making,
): Promise<Refusal | { readonly participation: Participation; readonly speakers: readonly Organisation[] }> {
  const { edition, newId, now } = making
  const before = id === null ? null : ((await findParticipation(db, edition, id)) ?? undefined)
  if (before === undefined) return { refusal: 'not-found' }
  const workshops = new Set<string>((await listWorkshops(db, edition)).map(workshop => workshop.id))
  for (const [field, chosen] of [
    ['choices', said.choices],
    ['workshop', said.workshop === null ? [] : [said.workshop]],
  ] as const)
    if (!chosen.every(each => workshops.has(each))) return { refusal: 'invalid', detail: field }
  const fra = await organisationOf(db, 'fra', said.fra, making)
  const jap = await organisationOf(db, 'jap', said.jap, making)
  if (isRefusal(fra)) return fra
  if (isRefusal(jap)) return jap
  const others = (await listParticipations(db, edition)).filter(each => each.id !== id)
  if (others.some(each => sameSpeakers(each, { fra, jap }))) return { refusal: 'takes-part-already' }
  const after: Participation = {
    id: before?.id ?? newId('participation'),
    ...{ fra, jap },
    choices: said.choices as WorkshopId[],
    workshop: said.workshop as WorkshopId | null,
    text: before?.text ?? null,
    note: said.note,
  }
  const speakers = speakersOf(after, await listOrganisations(db, edition))
  const participation = await withText(db, before, after, speakers, making)
  if (isRefusal(participation)) return participation
  // In the order in which they were entered, also when a file brings many within one millisecond.
  await putParticipation(db, edition, participation, now)
  return { participation, speakers }
}

/** With its text, unless that was begun: then it stays, and so does who takes part. */
export async function removeParticipation(
  db: Database,
  id: ParticipationId,
  edition: EditionId,
): Promise<Refusal | { readonly participation: Participation; readonly speakers: readonly Organisation[] }> {
  const found = await findParticipation(db, edition, id)
  if (!found) return { refusal: 'not-found' }
  if (found.text && (await isTextBegun(db, found.text))) return { refusal: 'intervention-begun' }
  const speakers = speakersOf(found, await listOrganisations(db, edition))
  await deleteParticipation(db, id)
  if (found.text) await deleteText(db, found.text)
  return { participation: found, speakers }
}

/** The id of the one meant; a new name that the side's organisations bear already is that one. */
async function organisationOf(
  db: Database,
  side: Side,
  speaker: ParticipationBody['fra'],
  { edition, newId }: Making,
): Promise<OrganisationId | null | Refusal> {
  if (speaker === null) return null
  const organisations = await listOrganisations(db, edition)
  if ('id' in speaker) {
    const found = organisations.find(each => each.id === speaker.id && each.side === side)
    return found?.id ?? { refusal: 'invalid', detail: side }
  }
  const { name } = speaker
  const names = [name.fr, name.ja].filter(each => each !== '')
  const known = findOrganisation(side, names, organisations)
  if (known) return known.id
  const id = newId('organisation')
  await insertOrganisation(db, { id, edition, name, side })
  return id
}

/** The text follows who speaks and where: begun, it cannot go elsewhere, since its leads would no longer read it. */
async function withText(
  db: Database,
  before: Participation | null,
  after: Participation,
  speakers: readonly Organisation[],
  { edition, newId, now }: Making,
): Promise<Participation | Refusal> {
  const { text, workshop } = after
  if (text === null)
    return workshop === null
      ? after
      : { ...after, text: await insertInterventionText(db, edition, workshop, speakers, newId, now) }
  if (workshop !== before?.workshop) {
    if (await isTextBegun(db, text)) return { refusal: 'intervention-begun' }
    if (workshop === null) {
      // First let go of, since the participation refers to it.
      await putParticipation(db, edition, { ...after, text: null }, now)
      await deleteText(db, text)
      return { ...after, text: null }
    }
  }
  await updateText(db, text, { title: interventionTitle(speakers), workshop })
  return after
}
