/** The workshops as a member of either side or an organiser sees them. */
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Edition, Workshop } from '../../shared/model/edition.ts'
import { activeMandates } from '../../shared/model/mandate.ts'
import { textLength } from '../../shared/model/speech.ts'
import {
  acceptedVersion,
  type SpeechSettings,
  type SubmissionMark,
  submissionState,
  type WorkshopTextKind,
} from '../../shared/model/workshop.ts'
import type { WorkshopsView, WorkshopTextView } from '../../shared/protocol/workshop-views.ts'
import { readIntegration } from '../integration/integration-facts.ts'
import { integratedSummaries } from '../integration/read-coverage.ts'
import { mayReviewSubmission, mayRunEdition, mayWriteDraft } from '../policies/policies.ts'
import type { Database } from '../store/database.ts'
import { listWorkshops } from '../store/editions.ts'
import { listMandates } from '../store/people.ts'
import { listStages } from '../store/stages.ts'
import { textsOfEdition } from '../store/texts.ts'
import { findStoredVersion } from '../store/versions.ts'
import { listParticipations, readSpeech, submissionMarksOf } from '../store/workshops.ts'
import { draftFor, readTextSituation, type TextSituation, versionsFor } from '../texts/text-situation.ts'
import { isLate } from '../transmission/preview.ts'
import { dueOf } from '../workshops/submission.ts'
import { versionView } from './text-view.ts'
import type { ThreadReader } from './threads-view.ts'

export async function readWorkshopsView(
  db: Database,
  edition: Edition,
  reader: ThreadReader,
  now: string,
): Promise<WorkshopsView> {
  const speech = await readSpeech(db, edition.id)
  const texts = (await textsOfEdition(db, edition.id)).filter(({ workshop }) => workshop !== null)
  const integration = await readIntegration(db, edition)
  const integrated = integration ? await integratedSummaries(db, integration) : new Set()
  const views = new Map<Workshop['id'], WorkshopTextView[]>()
  for (const text of texts) {
    const situation = await readTextSituation(db, edition, text)
    const marks = await submissionMarksOf(db, text.id)
    const list = views.get(text.workshop!) ?? []
    const view = await workshopTextView(db, situation, reader, { marks, speech, now })
    const state = view.state === 'accepted' && integrated.has(text.id) ? 'integrated' : view.state
    views.set(text.workshop!, [...list, { ...view, state }])
  }
  const mandates = activeMandates(await listMandates(db, edition.id), now)
  return {
    workshops: (await listWorkshops(db, edition.id)).map(workshop => ({
      workshop,
      leads: mandates
        .filter(({ role, workshop: led }) => role === 'lead' && led === workshop.id)
        .map(({ side, title, person }) => ({ side, title, mine: person === reader.person }))
        .toSorted((a, b) => (a.side ?? '').localeCompare(b.side ?? '')),
      texts: views.get(workshop.id) ?? [],
    })),
    participations: await listParticipations(db, edition.id),
    speech,
    due: dueOf({ kind: 'workshop-summary' }, await listStages(db, edition.id)),
    mayRun: mayRunEdition(reader.mandates),
  }
}

/** Of a text of a workshop; the reader must be one who may read it. */
export async function workshopTextView(
  db: Database,
  situation: TextSituation,
  { mandates }: ThreadReader,
  {
    marks,
    speech,
    now,
  }: { readonly marks: readonly SubmissionMark[]; readonly speech: SpeechSettings; readonly now: string },
): Promise<WorkshopTextView> {
  const { text } = situation
  const versions = versionsFor(situation, mandates)
  const last = versions.at(-1)
  const due = dueOf(text, situation.stages)
  return {
    text,
    state: submissionState(versions, marks, situation.openDrafts.length > 0),
    due,
    overdue: versions.length === 0 && isLate({ due }, now),
    draft: draftFor(situation, mandates)?.id ?? null,
    last: last ? versionView(situation, mandates, last) : null,
    accepted: acceptedVersion(versions, marks)?.id ?? null,
    marks: marks.map(mark => ({ ...mark, by: situation.mandates.get(mark.by)?.title ?? null })),
    length: last ? await lengthOfVersion(db, last.id) : null,
    budget: speech.budgets[text.kind as WorkshopTextKind],
    mayWrite: mayWriteDraft(mandates, text, { audience: 'joint', closedAt: null }, null),
    mayReview: last !== undefined && mayReviewSubmission(mandates, text),
  }
}

async function lengthOfVersion(db: Database, id: Parameters<typeof findStoredVersion>[1]) {
  const { text } = parseCanonicalForm((await findStoredVersion(db, id))!.canonical)
  return { fr: textLength(text, 'fr'), ja: textLength(text, 'ja') }
}
