/** Turns the template of an edition into rows: ids, the first stage current, its declaration without words. */
import type { Edition, FactOwner, Stage } from '../../shared/model/edition.ts'
import type { FactId, MandateId, OrganisationId, TextId, WorkshopId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { EditionTemplate, FactTemplate } from '../editions/edition-template.ts'
import type { NewId } from '../new-id.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { insertEdition, insertOrganisation, insertWorkshop } from '../store/editions.ts'
import { insertFact } from '../store/facts.ts'
import { insertTerms } from '../store/glossary.ts'
import { insertStage } from '../store/stages.ts'
import { insertText } from '../store/texts.ts'
import { insertWorkshopTexts } from '../workshops/workshop-texts.ts'

/** The edition as made, with the ids by which its template's handles are known from now on. */
export type MadeEdition = {
  readonly edition: Edition
  readonly declaration: TextId
  readonly organisations: ReadonlyMap<string, OrganisationId>
  readonly workshops: ReadonlyMap<number, WorkshopId>
  readonly facts: ReadonlyMap<string, FactId>
  /** In order of the plan. */
  readonly stages: readonly Stage[]
}

export type Making = {
  readonly newId: NewId
  /** The instant at which it is made, and at which its first stage opens. */
  readonly now: string
}

/** Call it in a transaction. `title` is that of the declaration. */
export async function makeEdition(
  db: Database,
  template: EditionTemplate,
  title: BilingualLabel,
  { newId, now }: Making,
): Promise<MadeEdition> {
  const edition: Edition = { id: newId('edition'), ...template.edition }
  await insertEdition(db, edition, now)

  const organisations = new Map<string, OrganisationId>()
  for (const { key, name, side } of template.organisations) {
    const id = newId('organisation')
    organisations.set(key, id)
    await insertOrganisation(db, { id, edition: edition.id, name, side })
  }

  const workshops = new Map<number, WorkshopId>()
  for (const workshop of template.workshops) {
    const id = newId('workshop')
    workshops.set(workshop.number, id)
    const nowhere = { room: null, startsAt: null, endsAt: null }
    await insertWorkshop(db, { id, edition: edition.id, ...workshop, ...nowhere })
  }

  const facts = new Map<string, FactId>()
  for (const { owner, ...fact } of template.facts) {
    const id = newId('fact')
    facts.set(fact.key, id)
    await insertFact(db, {
      ...{ id, edition: edition.id, withdrawnAt: null, ...fact },
      owner: ownerOf(owner, organisations),
    })
  }

  const stages = template.stages.map((stage, index): Stage => {
    const first = index === 0
    return {
      id: newId('stage'),
      edition: edition.id,
      ...stage,
      due: stage.due && { ...stage.due, at: exactInstant(stage.due.at) },
      state: first ? 'current' : 'pending',
      openedAt: first ? now : null,
      closedAt: null,
    }
  })
  for (const stage of stages) await insertStage(db, stage)

  await insertTerms(db, edition.id, template.glossary, newId)

  const declaration = newId('text')
  const text = { id: declaration, edition: edition.id, kind: 'declaration', workshop: null, title } as const
  await insertText(db, text, now)
  for (const [number, id] of workshops)
    await insertWorkshopTexts(db, { id, edition: edition.id, number }, newId, now)
  return { edition, declaration, organisations, workshops, facts, stages }
}

function ownerOf(
  owner: FactTemplate['owner'],
  organisations: ReadonlyMap<string, OrganisationId>,
): FactOwner | null {
  if (!owner || !('organisation' in owner)) return owner
  const organisation = organisations.get(owner.organisation)
  if (!organisation) throw new Error(`the template has no organisation ${owner.organisation}`)
  return { organisation }
}

/** As the clock writes it, whatever precision a template has: instants are compared as text. */
export function exactInstant(instant: string): string {
  return new Date(instant).toISOString()
}

/** The first acts of an edition: that it was made, and that its first stage opened. */
export async function recordMaking(
  db: Database,
  { edition, stages }: MadeEdition,
  mandate: MandateId | null,
  at: string,
): Promise<void> {
  const act = { edition: edition.id, at, mandate, audience: 'all' } as const
  await recordAct(db, { ...act, kind: 'edition-made', detail: labelDetail('edition', edition.name) })
  const first = stages[0]
  if (first) await recordAct(db, { ...act, kind: 'stage-opened', detail: labelDetail('stage', first.name) })
}
