/** The demonstration as rows: its edition, its people by mandate, and a negotiation under way. */
import { createHash } from 'node:crypto'
import { canonicalForm, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Stage } from '../../shared/model/edition.ts'
import { factValues } from '../../shared/model/fact-values.ts'
import type { MandateId, PersonId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import { draftPlace, versionPlace } from '../../shared/model/thread.ts'
import { publicState } from '../../shared/schema/y-write.ts'
import { demoEdition, demoTexts } from '../editions/demo/demonstration.ts'
import { demoPeople } from '../editions/demo/people.ts'
import { lastVisits, latecomer, movedDeadline } from '../editions/demo/recent-days.ts'
import { withFactIds } from '../editions/demo/text-source.ts'
import type { NewId } from '../new-id.ts'
import { labelDetail, movedDeadlineDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { listFacts } from '../store/facts.ts'
import { insertMandate, insertPerson } from '../store/people.ts'
import { updateStage } from '../store/stages.ts'
import { insertReceipt, insertVersion } from '../store/versions.ts'
import { DESK, recordLook } from '../store/visits.ts'
import { insertDemoConsents } from './demo-consents.ts'
import { insertDemoDraft, type MadeVersion } from './demo-draft.ts'
import { insertDemoFactChanges } from './demo-facts.ts'
import { insertDemoSubmissions } from './demo-submissions.ts'
import { insertDemoThreads } from './demo-threads.ts'
import { insertDemoWorkshops } from './demo-workshops.ts'
import { exactInstant, type MadeEdition, makeEdition, recordMaking } from './make-edition.ts'

/** Call it in a transaction. Nobody of the demonstration has a password: one signs in by mandate. */
export async function makeDemonstration(db: Database, newId: NewId): Promise<MadeEdition> {
  // It began before its first version was imported, whenever it is looked at.
  const began = new Date(Date.parse(demoTexts.versions[0]!.madeAt) - 7 * 86_400_000).toISOString()
  const made = await makeEdition(db, demoEdition, demoTexts.title, { newId, now: began })
  const mandates = await insertPeople(db, made, newId, began)
  await recordMaking(db, made, mandates.find('organiser', null), began)
  await insertDemoWorkshops(db, made, newId, began)
  await insertDemoFactChanges(db, made.edition.id, made.facts, mandates.find('organiser', null))
  await insertTexts(db, made, mandates, newId)
  await insertDemoSubmissions(db, made, mandates.of, newId)
  await insertRecentDays(db, made, mandates)
  return made
}

/** Finds the demonstration's mandates: the first of a role and side, or that of a sign-in name. */
type Mandates = {
  find(role: string, side: string | null): MandateId
  of(login: string): MandateId
  readonly people: readonly {
    readonly login: string
    readonly person: PersonId
    readonly title: BilingualLabel
  }[]
}

async function insertPeople(
  db: Database,
  { edition, organisations, workshops }: MadeEdition,
  newId: NewId,
  now: string,
): Promise<Mandates> {
  const inserted: (Mandates['people'][number] & { id: MandateId; role: string; side: string | null })[] = []
  for (const [index, { login, name, language, zone, ...mandate }] of demoPeople.entries()) {
    const person = { id: newId('person'), login, name, language, zone }
    await insertPerson(db, person, null, now)
    const id = newId('mandate')
    const { role, side, title } = mandate
    await insertMandate(db, {
      id,
      edition: edition.id,
      person: person.id,
      role,
      side,
      title,
      organisation: organisations.get(mandate.organisation) ?? null,
      workshop: mandate.workshop === null ? null : (workshops.get(mandate.workshop) ?? null),
      // One after the other, so that they are listed in the order in which they are written.
      startsAt: new Date(Date.parse(now) + index).toISOString(),
      endsAt: null,
    })
    inserted.push({ id, login, role, side, title, person: person.id })
  }
  return {
    people: inserted,
    find: (role, side) => {
      const found = inserted.find(each => each.role === role && each.side === side)
      if (!found) throw new Error(`the demonstration has no ${role} of ${side}`)
      return found.id
    },
    of: login => {
      const found = inserted.find(each => each.login === login)
      if (!found) throw new Error(`the demonstration has nobody called ${login}`)
      return found.id
    },
  }
}

async function insertTexts(db: Database, made: MadeEdition, mandates: Mandates, newId: NewId): Promise<void> {
  const { edition, declaration } = made
  const facts = await listFacts(db, edition.id)
  const stages = [...made.stages]
  const stageAt = (position: number) => {
    const stage = stages.find(each => each.position === position)
    if (!stage) throw new Error(`the plan has no stage at ${position}`)
    return stage
  }
  const replaceStage = async (stage: Stage) => {
    stages[stages.findIndex(each => each.id === stage.id)] = stage
    await updateStage(db, stage)
  }

  const states = new Map<string, MadeVersion>()
  let base: MadeVersion | undefined
  for (const [index, version] of demoTexts.versions.entries()) {
    const { label, origin, side, coverNote } = version
    const madeAt = exactInstant(version.madeAt)
    const receivedAt = version.receivedAt && exactInstant(version.receivedAt)
    const text = withFactIds(version.text, made.facts)
    const canonical = canonicalForm(text, factValues(text, facts))
    const stage = version.stage === null ? null : stageAt(version.stage)
    const by = side === null ? mandates.find('organiser', null) : mandates.find('chair', side)
    const id = newId('version')
    const state = publicState(base?.state ?? null, text)
    await insertVersion(db, {
      id,
      text: declaration,
      number: index + 1,
      label,
      origin,
      side,
      stage: stage?.id ?? null,
      base: base?.id ?? null,
      sha256: createHash('sha256').update(canonical).digest('hex'),
      canonical,
      state,
      coverNote,
      madeBy: by,
      madeAt,
      due: stage?.due ?? null,
      late: stage?.due ? madeAt > stage.due.at : false,
    })
    base = { id, state, canonical }
    states.set(label, base)
    const act = { edition: edition.id, at: madeAt, mandate: by, detail: { version: label } }
    if (origin === 'import') await recordAct(db, { ...act, audience: 'joint', kind: 'text-imported' })
    else await recordAct(db, { ...act, audience: 'joint', kind: 'version-transmitted' })
    if (stage) {
      await replaceStage({ ...stage, state: 'done', closedAt: madeAt })
      const next = stages[stages.findIndex(each => each.id === stage.id) + 1]
      if (next) {
        await replaceStage({ ...next, state: 'current', openedAt: madeAt })
        const opened = {
          ...act,
          audience: 'all',
          kind: 'stage-opened',
          detail: labelDetail('stage', next.name),
        } as const
        await recordAct(db, opened)
      }
    }
    if (receivedAt !== null && side !== null) {
      const receiver = side === 'fra' ? 'jap' : 'fra'
      const reader = mandates.find('chair', receiver)
      await insertReceipt(db, { version: id, side: receiver, by: reader, at: receivedAt })
      await recordAct(db, {
        edition: edition.id,
        at: receivedAt,
        mandate: reader,
        audience: 'joint',
        kind: 'version-acknowledged',
        detail: { version: label },
      })
    }
  }

  const last = demoTexts.versions.at(-1)!
  const draft = await insertDemoDraft(db, {
    text: declaration,
    stage: stageAt(demoTexts.draft.stage).id,
    versions: states,
    words: text => withFactIds(text, made.facts),
    by: mandates.of,
    createdAt: exactInstant(last.receivedAt ?? last.madeAt),
    newId,
  })
  const at = (label: string | null) => {
    if (label === null)
      return { place: draftPlace(draft), text: withFactIds(demoTexts.draft.text, made.facts) }
    const { id, canonical } = states.get(label)!
    return { place: versionPlace(id), text: parseCanonicalForm(canonical).text }
  }
  await insertDemoConsents(db, {
    ...{ edition: edition.id, text: declaration, title: demoTexts.title, by: mandates.of, newId },
    version: label => {
      const { id, canonical } = states.get(label)!
      return { id, text: parseCanonicalForm(canonical).text }
    },
  })
  await insertDemoThreads(db, declaration, { at, by: mandates.of }, newId)
}

/** Nobody finds an empty page: each was here a while ago, and something happened since. */
async function insertRecentDays(db: Database, made: MadeEdition, mandates: Mandates): Promise<void> {
  const { edition, stages } = made
  for (const { login, person } of mandates.people) {
    const at = lastVisits[login]
    if (at) await recordLook(db, person, DESK, exactInstant(at))
  }
  const newcomer = mandates.people.find(({ login }) => login === latecomer.login)
  if (newcomer)
    await recordAct(db, {
      edition: edition.id,
      at: exactInstant(latecomer.at),
      mandate: mandates.of(newcomer.login),
      audience: 'joint',
      kind: 'joined',
      detail: labelDetail('title', newcomer.title),
    })
  const stage = stages.find(({ position }) => position === movedDeadline.stage)
  if (stage?.due)
    await recordAct(db, {
      edition: edition.id,
      at: exactInstant(movedDeadline.at),
      mandate: mandates.find('organiser', null),
      audience: 'all',
      kind: 'stage-changed',
      detail: {
        ...labelDetail('stage', stage.name),
        ...movedDeadlineDetail(
          { ...movedDeadline.before, at: exactInstant(movedDeadline.before.at) },
          stage.due,
        ),
      },
    })
}
