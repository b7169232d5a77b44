/** [R4] [R5] [R6] Turning a draft into a version and passing the turn; see docs/adr/0007-transmission.md. */

import type { TransmittedDecision } from '../../shared/model/amendment.ts'
import type { BilingualText, Side } from '../../shared/model/bilingual-text.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'
import type { Draft, Stage } from '../../shared/model/edition.ts'
import { factValues } from '../../shared/model/fact-values.ts'
import { type BilingualLabel, LANGUAGES } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { readBilingualText, UnreadableBlock } from '../../shared/schema/y-text.ts'
import { readOpenAnswer } from '../amendments/open-answer.ts'
import type { LeavingDecisions } from '../amendments/transmitted-decisions.ts'
import type { Deps } from '../app.ts'
import { carryAnchors } from '../comments/anchor-at.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { undecidedProposals } from '../integration/leaving-work.ts'
import { mayTransmit } from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { decisionsOf, insertVersionDecisions } from '../store/decisions.ts'
import { closeDraft, findDraft } from '../store/drafts.ts'
import { listFacts } from '../store/facts.ts'
import { closeCurrentStage, listStages, openStage } from '../store/stages.ts'
import { findStoredVersion, insertVersion, type StoredVersion, versionsOfText } from '../store/versions.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { stageOf, type TextSituation } from '../texts/text-situation.ts'
import { type Departure, departureOf, isLate, previewOf, stageAfter } from './preview.ts'
import { nextVersion } from './version-label.ts'
import { versionState } from './version-state.ts'

export type TransmissionRequest = {
  readonly coverNote: BilingualLabel
  /** The SHA-256 that the sender saw in the preview. */
  readonly sha256: string
  /** Likewise that of the decisions; null where there were none to take. */
  readonly decisions: string | null
}

/** Why this draft cannot be transmitted by these mandates, who may read it; undefined when it can. */
export function refuseToTransmit(
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
): Refusal | undefined {
  const stage = stageOf(situation, draft)
  if (draft.closedAt !== null) return { refusal: 'draft-closed' }
  if (stage?.state !== 'current') return { refusal: 'stage-not-current' }
  return mayTransmit(mandates, situation.text, draft, stage) ? undefined : { refusal: 'not-allowed' }
}

/** The version, or why not; then, as after any failure, everything is as before and the room goes on. */
export async function transmit(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  request: TransmissionRequest,
): Promise<StoredVersion | Refusal> {
  const refused = refuseToTransmit(situation, mandates, draft)
  if (refused) return refused
  for (const language of LANGUAGES)
    if (!request.coverNote[language].trim()) return { refusal: 'cover-note-missing', detail: language }

  const frozen = await deps.sync.freeze(draft.id)
  let made: StoredVersion | Refusal
  try {
    made = await makeVersion(deps, situation, mandates, draft, request, readBilingualText(frozen.doc))
  } catch (error) {
    frozen.release()
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
  if (isRefusal(made)) {
    frozen.release()
    return made
  }
  frozen.close()
  await deps.sync.refreshLocks()
  deps.events.publish({ topic: 'texts', subject: situation.text.id }, 'joint')
  deps.events.publish({ topic: 'plan' }, 'all')
  return made
}

async function makeVersion(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  request: TransmissionRequest,
  text: BilingualText,
): Promise<StoredVersion | Refusal> {
  const { db, clock, comparisons } = deps
  const base = (draft.base && (await findStoredVersion(db, draft.base))) || null
  const stage = stageOf(situation, draft)!
  const departure = await departureOf(text, situation.facts)
  if (departure.sha256 !== request.sha256) return { refusal: 'text-changed-since-preview' }
  const open = await readOpenAnswer(deps, situation, draft)
  if (isRefusal(open)) return open
  const preview = await previewOf({
    departure,
    base,
    open,
    stage,
    situation,
    comparisons,
    fates: null,
    workshop: { undecided: await undecidedProposals(db, draft), standing: [] },
    now: clock(),
  })
  if (isRefusal(preview)) return preview
  const { decisions } = preview
  if ((decisions?.sha256 ?? null) !== request.decisions) return { refusal: 'text-changed-since-preview' }
  const blocking = preview.findings.find(finding => finding.blocks)
  if (blocking?.kind === 'undecided-amendment' || blocking?.kind === 'undecided-proposal')
    return { refusal: 'amendments-undecided' }
  if (blocking) return { refusal: 'nothing-to-transmit', detail: blocking.kind }

  const state = versionState(base?.state ?? null, departure.text)
  const by = mandates.find(
    mandate => mandate.role === 'chair' && (draft.audience === 'joint' || mandate.side === draft.audience),
  )!
  return db
    .transaction()
    .execute(trx =>
      store(trx, deps, { draft, stage, departure, decisions, state, by, coverNote: request.coverNote }),
    )
}

type Storing = {
  readonly draft: Draft
  readonly stage: Stage
  readonly departure: Departure
  readonly decisions: LeavingDecisions | null
  readonly state: Uint8Array
  readonly by: Mandate
  readonly coverNote: BilingualLabel
}

/** Looks again at all that may have changed since the preview before it writes anything. */
async function store(
  trx: Database,
  { clock, newId }: Deps,
  { draft, stage: known, departure, decisions, state, by, coverNote }: Storing,
): Promise<StoredVersion | Refusal> {
  const now = clock()
  if ((await findDraft(trx, draft.id))?.closedAt !== null) return { refusal: 'draft-closed' }
  const stages = await listStages(trx, known.edition)
  const stage = stages.find(each => each.id === known.id)
  if (stage?.state !== 'current') return { refusal: 'stage-not-current' }
  const facts = factValues(departure.text, await listFacts(trx, stage.edition))
  if (canonicalJson(facts) !== canonicalJson(departure.facts))
    return { refusal: 'text-changed-since-preview' }
  if (decisions && !(await stillHold(trx, draft, decisions))) return { refusal: 'text-changed-since-preview' }
  if ((await undecidedProposals(trx, draft)).length) return { refusal: 'amendments-undecided' }

  const version: StoredVersion = {
    id: newId('version'),
    text: draft.text,
    ...nextVersion(stage, await versionsOfText(trx, draft.text)),
    origin: 'transmission',
    side: sideOf(draft),
    stage: stage.id,
    base: draft.base,
    sha256: departure.sha256,
    canonical: departure.canonical,
    state,
    coverNote,
    madeBy: by.id,
    madeAt: now,
    due: stage.due,
    late: isLate(stage, now),
  }
  await insertVersion(trx, version)
  await carryAnchors(trx, draft.id, version)
  if (decisions)
    await insertVersionDecisions(trx, {
      version: version.id,
      answer: decisions.content.answer,
      canonical: decisions.canonical,
      sha256: decisions.sha256,
    })
  await closeDraft(trx, draft.id, now)
  const act = { edition: stage.edition, at: now, mandate: by.id } as const
  await recordAct(trx, {
    ...act,
    audience: 'joint',
    kind: 'version-transmitted',
    detail: {
      version: version.label,
      ...(decisions ? { decisions: decisions.sha256, ...countOutcomes(decisions) } : {}),
    },
  })
  const next = stageAfter(stage, stages)
  if (!next) await closeCurrentStage(trx, stage.edition, now)
  else {
    await openStage(trx, stage.edition, next.id, now)
    await recordAct(trx, {
      ...act,
      audience: 'all',
      kind: 'stage-opened',
      detail: labelDetail('stage', next.name),
    })
  }
  return version
}

/** How many were decided how: `accepted`, `rejected`…, where there are any. */
function countOutcomes({ content }: LeavingDecisions): Record<string, string> {
  const outcomes = Map.groupBy(content.decisions, ({ outcome }) => outcome)
  return Object.fromEntries([...outcomes].map(([outcome, { length }]) => [outcome, String(length)]))
}

/** Nobody of the side decided otherwise since the preview. */
async function stillHold(db: Database, draft: Draft, { content }: LeavingDecisions): Promise<boolean> {
  const held = await decisionsOf(db, draft.id, content.answer)
  const said = (decision: Pick<TransmittedDecision, 'amendment' | 'outcome' | 'reason'>) =>
    canonicalJson([decision.amendment, decision.outcome, decision.reason])
  const leaving = new Set(content.decisions.map(said))
  return held.length === leaving.size && held.every(decision => leaving.has(said(decision)))
}

function sideOf(draft: Draft): Side | null {
  return draft.audience === 'joint' ? null : draft.audience
}
