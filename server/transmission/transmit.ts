/** [R4] [R5] [R6] Turning a draft into a version and passing the turn; see docs/adr/0007-transmission.md. */

import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import { type BilingualLabel, LANGUAGES } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { readOpenAnswer } from '../amendments/open-answer.ts'
import type { LeavingDecisions } from '../amendments/transmitted-decisions.ts'
import type { Deps } from '../app.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { undecidedProposals } from '../integration/leaving-work.ts'
import { mayTransmit } from '../policies/policies.ts'
import { recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { findStoredVersion, type StoredVersion } from '../store/versions.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { stageOf, type TextSituation } from '../texts/text-situation.ts'
import { departureOf, previewOf } from './preview.ts'
import { type Leaving, passTurn, stillOpen, storeVersion, whileFrozen } from './store-version.ts'
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
  const adopted = refuseAdopted(situation.text)
  if (adopted) return adopted
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

  const made = await whileFrozen(
    deps,
    draft,
    text => makeVersion(deps, situation, mandates, draft, request, text),
    result => !isRefusal(result),
  )
  if (isRefusal(made)) return made
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
  const leaving = { draft, stage, departure, decisions, state, by, coverNote: request.coverNote }
  return db.transaction().execute(trx => store(trx, deps, { ...leaving, origin: 'transmission' }))
}

/** Looks again at all that may have changed since the preview before it writes anything. */
async function store(trx: Database, deps: Deps, leaving: Leaving): Promise<StoredVersion | Refusal> {
  const open = await stillOpen(trx, leaving)
  if (isRefusal(open)) return open
  const { stage, stages } = open
  // The organiser has said meanwhile that this stage adopts: its draft is sealed.
  if (stage.adopts) return { refusal: 'not-allowed' }
  const version = await storeVersion(trx, deps, { ...leaving, stage })
  if (isRefusal(version)) return version
  const { decisions, by } = leaving
  const at = version.madeAt
  await recordAct(trx, {
    ...{ edition: stage.edition, at, mandate: by.id, audience: 'joint', kind: 'version-transmitted' },
    detail: {
      version: version.label,
      ...(decisions ? { decisions: decisions.sha256, ...countOutcomes(decisions) } : {}),
    },
  })
  await passTurn(trx, stage, stages, { by, at })
  return version
}

/** How many were decided how: `accepted`, `rejected`…, where there are any. */
function countOutcomes({ content }: LeavingDecisions): Record<string, string> {
  const outcomes = Map.groupBy(content.decisions, ({ outcome }) => outcome)
  return Object.fromEntries([...outcomes].map(([outcome, { length }]) => [outcome, String(length)]))
}
