/**
 * [D1] What awaits one reader: of what the reader may read, and may do. Of the other side it says nothing: a version
 * of theirs is there for everyone once it was transmitted.
 */
import { pairHashes } from '../../shared/model/agreement.ts'
import { SIDES, unitOrder } from '../../shared/model/bilingual-text.ts'
import { corrigendumState } from '../../shared/model/corrigendum.ts'
import type { Stage } from '../../shared/model/edition.ts'
import { heldDecisions, proposalState } from '../../shared/model/proposal.ts'
import { LANGUAGE_OF_SIDE } from '../../shared/model/translation.ts'
import { unitChangeState } from '../../shared/model/unit-change.ts'
import type { AwaitingView } from '../../shared/protocol/news-views.ts'
import { adoptingDraft, adoptingStage } from '../adoption/adopting-stage.ts'
import { readCorrected } from '../adoption/corrigenda.ts'
import { obstaclesNow, sealableOf } from '../adoption/readiness.ts'
import { readOpenAnswer } from '../amendments/open-answer.ts'
import type { Readership } from '../http/reader.ts'
import { isRefusal } from '../http/respond.ts'
import { readIntegration } from '../integration/integration-facts.ts'
import { answersFor, correctingMandate } from '../policies/adoption-policies.ts'
import { answeringSide } from '../policies/change-policies.ts'
import { decidingMandate } from '../policies/integration-policies.ts'
import {
  leadsWorkshop,
  mayAcknowledge,
  mayDecide,
  mayReadText,
  mayReviewSubmission,
  sealsFor,
  worksIn,
} from '../policies/policies.ts'
import { sealsOf } from '../store/adoption.ts'
import { corrigendumProposalsOf } from '../store/corrigenda.ts'
import type { Database } from '../store/database.ts'
import { listStages } from '../store/stages.ts'
import { textsOfEdition } from '../store/texts.ts'
import { unitChangeAnswersOf, unitChangesOf } from '../store/unit-changes.ts'
import { submissionMarksOf } from '../store/workshops.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import {
  draftFor,
  readTextSituation,
  stageOf,
  type TextSituation,
  versionFacts,
  versionsFor,
} from '../texts/text-situation.ts'
import { unlessUnreadable } from '../texts/unless-unreadable.ts'
import { readTranslations } from '../workshops/translations.ts'
import { readAwaitingAgreement } from './awaiting-agreement.ts'
import { readAwaitingThreads } from './awaiting-threads.ts'

/** A deadline further ahead than this is in the plan, and awaits nobody yet. */
const AHEAD_MS = 14 * 86_400_000

/** In the order in which they are shown: kind by kind, within a kind what has waited longest first. */
const ORDER: readonly AwaitingView['kind'][] = [
  'deadline',
  'seal',
  'corrigendum',
  'receipt',
  'mention',
  'assigned',
  'amendments',
  'proposals',
  'unit-change',
  'reopenings',
  'consents',
  'confirmations',
  'returned',
  'review',
  'translation',
]

export async function readAwaiting(deps: TextDeps, reader: Readership): Promise<readonly AwaitingView[]> {
  const { db, clock } = deps
  const { mandates, edition } = reader
  const found: AwaitingView[] = []
  for (const text of await textsOfEdition(db, edition.id)) {
    if (!mayReadText(mandates, text)) continue
    const situation = await readTextSituation(db, edition, text)
    found.push(
      ...receiptsIn(situation, reader),
      ...(await readAwaitingThreads(db, situation, reader)),
      ...(await amendmentsIn(deps, situation, reader)),
      ...(await unitChangesIn(deps, situation, reader)),
      ...(await readAwaitingAgreement(deps, situation, reader)),
      ...(await sealsIn(deps, situation, reader)),
      ...(await corrigendaIn(db, situation, reader)),
      ...(await translationsIn(deps, situation, reader)),
      ...(await submissionsIn(db, situation, reader)),
    )
  }
  found.push(...(await proposalsIn(db, reader)))
  const current = (await listStages(db, edition.id)).find(stage => stage.state === 'current')
  if (current) found.push(...deadlineOf(current, reader, clock()))
  const rank = ({ kind }: AwaitingView) => ORDER.indexOf(kind)
  return found.sort((a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : 1))
}

/** The version that stands, when it is the other side's: one that was answered needs no receipt any more. */
function receiptsIn(situation: TextSituation, { mandates }: Readership): AwaitingView[] {
  const latest = versionsFor(situation, mandates).at(-1)
  if (!latest || !mayAcknowledge(mandates, latest, versionFacts(situation, latest).receipt)) return []
  const { id, label, madeAt } = latest
  return [{ kind: 'receipt', at: madeAt, text: situation.text.id, version: { id, label } }]
}

async function amendmentsIn(
  deps: TextDeps,
  situation: TextSituation,
  { mandates }: Readership,
): Promise<AwaitingView[]> {
  const draft = draftFor(situation, mandates)
  if (!draft || !mayDecide(mandates, situation.text, draft, stageOf(situation, draft))) return []
  const open = await unlessUnreadable(readOpenAnswer(deps, situation, draft))
  if (!open || isRefusal(open)) return []
  const decided = new Set(open.decisions.map(({ amendment }) => amendment))
  const undecided = open.plan.amendments.filter(({ key }) => !decided.has(key)).length
  if (undecided === 0) return []
  const { id, label, madeAt } = open.answer
  const answer = { id, label }
  return [{ kind: 'amendments', at: madeAt, text: situation.text.id, draft: draft.id, answer, undecided }]
}

/** [S2] Changes of units of the joint draft on which one's side has not answered, for its chairs. */
async function unitChangesIn(
  { db, sync }: TextDeps,
  situation: TextSituation,
  { mandates }: Readership,
): Promise<AwaitingView[]> {
  const { text } = situation
  const draft = draftFor(situation, mandates)
  const side = draft && answeringSide(mandates, text, draft, stageOf(situation, draft))
  if (!draft || !side) return []
  const changes = (await unitChangesOf(db, draft.id)).filter(({ madeAt }) => madeAt === null)
  if (changes.length === 0) return []
  const read = await readDraft(sync, draft.id)
  if (isRefusal(read)) return []
  const [answers, pairs] = [await unitChangeAnswersOf(db, draft.id), await pairHashes(read)]
  const order = unitOrder(read)
  return changes.flatMap(change => {
    const own = answers.filter(answer => answer.change === change.id)
    if (own.some(answer => answer.side === side)) return []
    if (unitChangeState(change, own, pairs.get(change.unit)) !== 'open') return []
    const { id, at, unit, askedBy } = change
    const number = order.indexOf(unit) + 1
    return { kind: 'unit-change', at, text: text.id, draft: draft.id, change: id, number, askedBy }
  })
}

/** [S1] For the chairs of a side that has not sealed the joint draft as it stands, once it can be sealed. */
async function sealsIn(
  deps: TextDeps,
  situation: TextSituation,
  { mandates }: Readership,
): Promise<AwaitingView[]> {
  const stage = adoptingStage(situation)
  const draft = adoptingDraft(situation, stage)
  const side = draft && sealsFor(mandates, situation.text, draft, stage)
  if (!draft || !stage || !side) return []
  const text = await readDraft(deps.sync, draft.id)
  if (isRefusal(text)) return []
  const sealable = await sealableOf(deps, situation, { draft, stage, text })
  if (isRefusal(sealable) || (await obstaclesNow(deps.db, sealable)).length > 0) return []
  const held = (await sealsOf(deps.db, draft.id)).filter(seal => seal.sha256 === sealable.departure.sha256)
  if (held.some(seal => seal.side === side)) return []
  const [other] = held
  const at = other?.at ?? stage.openedAt ?? draft.createdAt
  return [{ kind: 'seal', at, text: situation.text.id, sealedByOther: other !== undefined }]
}

/** [S1] Corrigenda of the adopted text on which one's side has not answered, for its chairs. */
async function corrigendaIn(
  db: Database,
  { text }: TextSituation,
  { mandates }: Readership,
): Promise<AwaitingView[]> {
  if (!correctingMandate(mandates, text)) return []
  const corrected = await readCorrected(db, text.id)
  if (!corrected) return []
  return (await corrigendumProposalsOf(db, text.id))
    .filter(proposal => corrigendumState(proposal, corrected.text) === 'open')
    .filter(proposal => answersFor(mandates, text, proposal) !== null)
    .map(({ id, at }) => ({ kind: 'corrigendum', at, text: text.id, corrigendum: id }))
}

/** [W1] What the other side's lead left to be said in the language of one's side. */
async function translationsIn(
  deps: TextDeps,
  situation: TextSituation,
  { mandates }: Readership,
): Promise<AwaitingView[]> {
  const { text } = situation
  const sides = SIDES.filter(side => leadsWorkshop(mandates, text, side))
  if (text.workshop === null || sides.length === 0) return []
  const waiting = (await unlessUnreadable(readTranslations(deps, situation))) ?? []
  return sides.flatMap(side => {
    const language = LANGUAGE_OF_SIDE[side]
    const asked = waiting.filter(item => item.language === language)
    if (asked.length === 0) return []
    return {
      kind: 'translation',
      at: asked.map(({ at }) => at).sort()[0]!,
      text: text.id,
      draft: situation.openDrafts[0]?.id ?? null,
      workshop: text.workshop!,
      language,
      units: asked.length,
      unit: asked[0]!.unit,
    }
  })
}

/** [W2] What came back to its leads, and what the secretariat has still to look at. */
async function submissionsIn(
  db: Database,
  situation: TextSituation,
  { mandates }: Readership,
): Promise<AwaitingView[]> {
  const { text, versions } = situation
  const last = versions.at(-1)
  if (text.workshop === null || !last) return []
  const leads = SIDES.some(side => leadsWorkshop(mandates, text, side))
  const reviews = mayReviewSubmission(mandates, text)
  if (!leads && !reviews) return []
  const mark = (await submissionMarksOf(db, text.id)).findLast(({ version }) => version === last.id)
  const { id, label, madeAt } = last
  if (reviews && !mark) return [{ kind: 'review', at: madeAt, text: text.id, version: { id, label } }]
  if (leads && mark?.kind === 'returned')
    return [{ kind: 'returned', at: mark.at, text: text.id, workshop: text.workshop }]
  return []
}

/** [W3] Amendments from workshops that the reader decides for its side, in the stage that is current. */
async function proposalsIn(db: Database, { mandates, edition }: Readership): Promise<AwaitingView[]> {
  const integration = await readIntegration(db, edition)
  if (!integration) return []
  const { declaration, proposals, decisionsOf } = integration
  const { text, current } = declaration
  const by = decidingMandate(mandates, text, current)
  if (!by) return []
  const waiting = proposals.filter(proposal => {
    const decisions = decisionsOf(proposal.id)
    return (
      proposal.stage === current?.id &&
      proposalState(proposal, decisions) === 'open' &&
      heldDecisions(proposal, decisions)[by.side] === null
    )
  })
  if (waiting.length === 0) return []
  const at = waiting.map(proposal => proposal.at).sort()[0]!
  return [{ kind: 'proposals', at, text: text.id, undecided: waiting.length }]
}

/** A date taken over from an earlier edition is no date yet. */
function deadlineOf(stage: Stage, { mandates }: Readership, now: string): AwaitingView[] {
  const { due, dueStatus, id } = stage
  if (!due || dueStatus === 'inherited' || !worksIn(mandates, stage)) return []
  const left = Date.parse(due.at) - Date.parse(now)
  return left > AHEAD_MS ? [] : [{ kind: 'deadline', at: due.at, stage: id, late: left < 0 }]
}
