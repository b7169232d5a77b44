/** [R4] A draft becomes a version and its stage ends: what a transmission and an adoption write in their transaction. */
import type { TransmittedDecision } from '../../shared/model/amendment.ts'
import type { BilingualText, Side } from '../../shared/model/bilingual-text.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'
import type { Draft, Stage, Version } from '../../shared/model/edition.ts'
import { factValues } from '../../shared/model/fact-values.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { readBilingualText, UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { LeavingDecisions } from '../amendments/transmitted-decisions.ts'
import type { Deps } from '../app.ts'
import { carryAnchors } from '../comments/anchor-at.ts'
import type { Refusal } from '../http/respond.ts'
import { undecidedProposals } from '../integration/leaving-work.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { decisionsOf, insertVersionDecisions } from '../store/decisions.ts'
import { closeDraft, findDraft } from '../store/drafts.ts'
import { listFacts } from '../store/facts.ts'
import { closeCurrentStage, listStages, openStage } from '../store/stages.ts'
import { insertVersion, type StoredVersion, versionsOfText } from '../store/versions.ts'
import { type Departure, isLate, stageAfter } from './preview.ts'
import { nextVersion } from './version-label.ts'

/**
 * Holds back what is typed in the draft while `work` looks at its text. Where `ends` says so of what came of it, the
 * draft is over; else, as after any failure, the room goes on as before. `text-unreadable` when the text cannot be read.
 */
export async function whileFrozen<Made>(
  { sync }: Pick<Deps, 'sync'>,
  draft: Draft,
  work: (text: BilingualText) => Promise<Made>,
  ends: (made: Made) => boolean,
): Promise<Made | Refusal> {
  const frozen = await sync.freeze(draft.id)
  let made: Made
  try {
    made = await work(readBilingualText(frozen.doc))
  } catch (error) {
    frozen.release()
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
  if (ends(made)) frozen.close()
  else frozen.release()
  return made
}

export type Leaving = {
  readonly draft: Draft
  readonly stage: Stage
  readonly departure: Departure
  readonly decisions: LeavingDecisions | null
  /** Public, without the private draft: see version-state.ts. */
  readonly state: Uint8Array
  readonly by: Mandate
  readonly coverNote: BilingualLabel
  readonly origin: Version['origin']
}

/** The plan as it is in the transaction: the draft and its stage are still open, the facts read as they did. */
export async function stillOpen(
  trx: Database,
  { draft, stage: known, departure }: Pick<Leaving, 'draft' | 'stage' | 'departure'>,
): Promise<{ readonly stage: Stage; readonly stages: readonly Stage[] } | Refusal> {
  if ((await findDraft(trx, draft.id))?.closedAt !== null) return { refusal: 'draft-closed' }
  const stages = await listStages(trx, known.edition)
  const stage = stages.find(each => each.id === known.id)
  if (stage?.state !== 'current') return { refusal: 'stage-not-current' }
  const facts = factValues(departure.text, await listFacts(trx, stage.edition))
  if (canonicalJson(facts) !== canonicalJson(departure.facts))
    return { refusal: 'text-changed-since-preview' }
  return { stage, stages }
}

/** The caller has looked at `stillOpen` in the same transaction; looks again at all else that may have changed. */
export async function storeVersion(
  trx: Database,
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  { draft, stage, departure, decisions, state, by, coverNote, origin }: Leaving,
): Promise<StoredVersion | Refusal> {
  if (decisions && !(await stillHold(trx, draft, decisions))) return { refusal: 'text-changed-since-preview' }
  if ((await undecidedProposals(trx, draft)).length) return { refusal: 'amendments-undecided' }
  const now = clock()
  const version: StoredVersion = {
    id: newId('version'),
    text: draft.text,
    ...nextVersion(stage, await versionsOfText(trx, draft.text)),
    origin,
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
  return version
}

/** The stage ends, and the next one of the plan opens, if there is one. */
export async function passTurn(
  trx: Database,
  stage: Stage,
  stages: readonly Stage[],
  { by, at }: { readonly by: Mandate; readonly at: string },
): Promise<void> {
  const next = stageAfter(stage, stages)
  if (!next) return closeCurrentStage(trx, stage.edition, at)
  await openStage(trx, stage.edition, next.id, at)
  await recordAct(trx, {
    ...{ edition: stage.edition, at, mandate: by.id, audience: 'all', kind: 'stage-opened' },
    detail: labelDetail('stage', next.name),
  })
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
