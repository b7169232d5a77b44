/** [W1] The workshops of an edition, as its organiser says them. Call everything here in a transaction. */
import type { Workshop } from '../../shared/model/edition.ts'
import type { EditionId, WorkshopId } from '../../shared/model/ids.ts'
import { activeMandates } from '../../shared/model/mandate.ts'
import type { Refusal } from '../http/respond.ts'
import type { NewId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import {
  deleteWorkshop,
  insertWorkshop,
  listWorkshops,
  numberWorkshops,
  updateWorkshop,
} from '../store/editions.ts'
import { linkState, listInvitations } from '../store/links.ts'
import { listMandates } from '../store/people.ts'
import { deleteText, isTextBegun, textsOfEdition } from '../store/texts.ts'
import { listParticipations } from '../store/workshops.ts'
import { insertWorkshopTexts, retitleWorkshopTexts } from './workshop-texts.ts'

export type Said = Omit<Workshop, 'id' | 'edition' | 'number'>

export async function findWorkshop(
  db: Database,
  edition: EditionId,
  id: string,
): Promise<Workshop | undefined> {
  return (await listWorkshops(db, edition)).find(each => each.id === id)
}

export async function addWorkshop(
  db: Database,
  edition: EditionId,
  said: Said,
  { newId, now }: { readonly newId: NewId; readonly now: string },
): Promise<Workshop> {
  const last = (await listWorkshops(db, edition)).at(-1)
  const workshop: Workshop = { id: newId('workshop'), edition, number: (last?.number ?? 0) + 1, ...said }
  await insertWorkshop(db, workshop)
  await insertWorkshopTexts(db, workshop, newId, now)
  return workshop
}

export async function changeWorkshop(
  db: Database,
  edition: EditionId,
  id: string,
  said: Said,
): Promise<Workshop | Refusal> {
  const before = await findWorkshop(db, edition, id)
  if (!before) return { refusal: 'not-found' }
  const after: Workshop = { ...before, ...said }
  await updateWorkshop(db, after)
  return after
}

/** Those after it keep their numbers: they are named by them. What was written, led or chosen stays. */
export async function removeWorkshop(
  db: Database,
  edition: EditionId,
  id: string,
  now: string,
): Promise<Workshop | Refusal> {
  const workshop = await findWorkshop(db, edition, id)
  if (!workshop) return { refusal: 'not-found' }
  const texts = (await textsOfEdition(db, edition)).filter(text => text.workshop === workshop.id)
  for (const text of texts) if (await isTextBegun(db, text.id)) return { refusal: 'workshop-has-texts' }
  if (await isChosen(db, edition, workshop.id)) return { refusal: 'workshop-is-chosen' }
  if (await isLed(db, edition, workshop.id, now)) return { refusal: 'workshop-has-leads' }
  for (const { id: text } of texts) await deleteText(db, text)
  await deleteWorkshop(db, workshop.id)
  return workshop
}

/** Undefined when the order does not name each workshop once. */
export async function orderWorkshops(
  db: Database,
  edition: EditionId,
  order: readonly string[],
): Promise<readonly Workshop[] | undefined> {
  const before = await listWorkshops(db, edition)
  const byId = new Map<string, Workshop>(before.map(each => [each.id, each]))
  const wanted = order.flatMap(id => byId.get(id) ?? [])
  if (wanted.length !== before.length || new Set(order).size !== order.length || order.length === 0)
    return undefined
  if (wanted.length !== order.length) return undefined
  await numberWorkshops(
    db,
    wanted.map(({ id }) => id),
  )
  const after = wanted.map((workshop, index) => ({ ...workshop, number: index + 1 }))
  for (const workshop of after) await retitleWorkshopTexts(db, workshop, byId.get(workshop.id)!.number)
  return after
}

async function isChosen(db: Database, edition: EditionId, id: WorkshopId): Promise<boolean> {
  return (await listParticipations(db, edition)).some(
    ({ choices, workshop }) => workshop === id || choices.includes(id),
  )
}

/** By a mandate that holds, or one that an invitation still offers. */
async function isLed(db: Database, edition: EditionId, id: WorkshopId, now: string): Promise<boolean> {
  const held = activeMandates(await listMandates(db, edition), now)
  if (held.some(({ workshop }) => workshop === id)) return true
  const offered = (await listInvitations(db)).filter(link => linkState(link, now) === 'open')
  return offered.some(({ offer }) => offer.workshop === id)
}
