/**
 * [W3] Units of an accepted summary on their way into the declaration: in a joint stage as proposals that both sides
 * decide, in a stage of one side as an edit of its own draft. First the words, then the record, as in ADR 19.
 */
import { isToBeTreated } from '../../shared/integrate/coverage.ts'
import {
  hasWords,
  withFreshIds,
  withUnit,
  withWords,
  wordsOfUnits,
} from '../../shared/integrate/unit-words.ts'
import { type BilingualText, unitOrder, unitsOf } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { ProposalId, ProvenanceId, UnitId, VersionId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import {
  type Provenance,
  proposalState,
  type UnitWords,
  type WorkshopSource,
} from '../../shared/model/proposal.ts'
import type { IntegrationMade } from '../../shared/protocol/integration-views.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { mayPlace, mayPropose } from '../policies/integration-policies.ts'
import { actingMandate } from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { findDraft } from '../store/drafts.ts'
import { insertProposal } from '../store/proposals.ts'
import { insertProvenance } from '../store/provenances.ts'
import { findCurrentStage } from '../store/stages.ts'
import { DraftClosed } from '../sync/sync-service.ts'
import { beginDraft, fillDraft } from '../texts/begin-draft.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { hashOfWords, type Integration, type Summary } from './integration-facts.ts'
import { currentPlace } from './viewpoint.ts'

export type TakeOverRequest = {
  readonly version: VersionId
  readonly units: readonly UnitId[]
  readonly together: boolean
  readonly after: UnitId | null
}

/** What these mandates do with chosen units now: propose them, or write them into their own draft. */
export function modeFor(
  { declaration }: Integration,
  mandates: readonly Mandate[],
): 'joint' | 'own' | Refusal {
  const { text, current } = declaration
  const adopted = refuseAdopted(text)
  if (adopted) return adopted
  if (mayPropose(mandates, text, current)) return 'joint'
  if (mayPlace(mandates, text, current)) return 'own'
  const drafts = mandates.some(({ role }) => role === 'chair' || role === 'drafter')
  return { refusal: drafts ? 'not-your-turn' : 'not-allowed' }
}

export async function takeOver(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  request: TakeOverRequest,
): Promise<IntegrationMade | Refusal> {
  const mode = modeFor(integration, mandates)
  if (isRefusal(mode)) return mode
  const summary = integration.summaries.find(({ accepted }) => accepted?.id === request.version)
  if (!summary) return { refusal: 'invalid', detail: 'version' }
  const parts = await partsOf(deps, integration, summary, request)
  if (!parts) return { refusal: 'invalid', detail: 'units' }
  return mode === 'joint'
    ? propose(deps, integration, mandates, summary, parts, request.after)
    : place(deps, integration, mandates, parts, request.after)
}

/** What becomes one unit of the declaration. */
type Part = { readonly unit: UnitId; readonly words: UnitWords; readonly source: WorkshopSource }

/** Undefined when a unit is none of the summary's, comes twice, or is proposed already. */
async function partsOf(
  { newId }: TextDeps,
  integration: Integration,
  { accepted }: Summary,
  { units, together }: TakeOverRequest,
): Promise<Part[] | undefined> {
  const { text } = await integration.textOf(accepted!.id)
  const known = new Set(
    unitsOf(text)
      .filter(isToBeTreated)
      .map(({ id }) => id),
  )
  const chosen = new Set(units)
  const waiting = new Set(proposedUnits(integration))
  if (chosen.size !== units.length || units.some(unit => !known.has(unit) || waiting.has(unit)))
    return undefined
  return (together ? [units] : units.map(unit => [unit])).map(sources => {
    const said = sources.map(unit => wordsOfUnits(text, [unit]))
    const whole = { fr: said.flatMap(({ fr }) => fr), ja: said.flatMap(({ ja }) => ja) }
    const unit = newId('unit')
    const source = { version: accepted!.id, units: sources, sha256: hashOfWords(wordsOfUnits(text, sources)) }
    return { unit, words: withFreshIds(whole, unit, () => newId('block')), source }
  })
}

/** Units of summaries that wait for a decision in the current stage. */
export function proposedUnits({ declaration, proposals, decisionsOf }: Integration): UnitId[] {
  return proposals
    .filter(({ stage, replaces }) => stage === declaration.current?.id && replaces === null)
    .filter(proposal => proposalState(proposal, decisionsOf(proposal.id)) === 'open')
    .flatMap(({ source }) => source.units)
}

/** How far above the place one still looks for a neighbour that stands. */
const ABOVE = 60

async function propose(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  summary: Summary,
  parts: readonly Part[],
  after: UnitId | null,
): Promise<IntegrationMade | Refusal> {
  const { db, clock, newId, events } = deps
  const { declaration } = integration
  const found = await currentPlace(deps, integration, mandates)
  if (isRefusal(found)) return found
  const above = unitsAbove(found.text, after)
  if (!above) return { refusal: 'invalid', detail: 'after' }
  const by = proposingMandate(integration, mandates)
  const stage = declaration.current!
  const made = await db.transaction().execute(async trx => {
    if ((await findCurrentStage(trx, stage.edition))?.id !== stage.id) return null
    const at = clock()
    const ids: ProposalId[] = []
    for (const { unit, words, source } of parts) {
      const id = newId('proposal')
      await insertProposal(trx, {
        ...{ id, text: declaration.text.id, stage: stage.id, source, unit, base: null },
        ...{ after, above, replaces: null, words, by: by.id, at },
      })
      ids.push(id)
    }
    await recordProposing(trx, summary, by, at)
    return ids
  })
  if (!made) return { refusal: 'stage-not-current' }
  events.publish({ topic: 'amendments', subject: declaration.text.id }, 'joint')
  return { proposals: made, units: [], draft: null }
}

export async function recordProposing(
  db: Parameters<typeof recordAct>[0],
  { situation }: Summary,
  by: Mandate,
  at: string,
): Promise<void> {
  const { text } = situation
  await recordAct(db, {
    ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'units-proposed' },
    detail: labelDetail('text', text.title),
  })
}

/** A member of a delegation speaks for it; the secretariat, if one is neither. */
export function proposingMandate({ declaration }: Integration, mandates: readonly Mandate[]): Mandate {
  const members = mandates.filter(({ role }) => role === 'chair' || role === 'drafter')
  return (
    actingMandate(members, declaration.text, { audience: 'joint' }) ??
    mandates.find(({ role }) => role === 'organiser')!
  )
}

/** The units above a place, the nearest first; undefined when there is no such place. */
function unitsAbove(text: BilingualText, after: UnitId | null): UnitId[] | undefined {
  if (after === null) return []
  const order = unitOrder(text)
  const at = order.indexOf(after)
  return at < 0 ? undefined : order.slice(Math.max(0, at - ABOVE), at).toReversed()
}

async function place(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  parts: readonly Part[],
  after: UnitId | null,
): Promise<IntegrationMade | Refusal> {
  const begun = await filledDraft(deps, integration, mandates)
  if (isRefusal(begun)) return begun
  const { draft, by } = begun
  let known = true
  const written = await writtenInto(deps, draft, by, text => {
    const above = unitsAbove(text, after)
    known = above !== undefined
    if (!above) return text
    let path = after === null ? [] : [after, ...above]
    let next = text
    for (const { unit, words } of parts) {
      next = withUnit(next, words, path)
      path = [unit, ...path]
    }
    return next
  })
  if (isRefusal(written)) return written
  if (!known) return { refusal: 'invalid', detail: 'after' }
  const provenances = parts.map(({ unit, words, source }): NewProvenance => ({ unit, words, source }))
  const kept = await keepProvenances(deps, draft, by, provenances)
  return kept ?? { proposals: [], units: parts.map(({ unit }) => unit), draft: draft.id }
}

export type NewProvenance = Pick<Provenance, 'unit' | 'words' | 'source'> &
  Partial<Pick<Provenance, 'proposal' | 'replaces'>>

async function keepProvenances(
  deps: TextDeps,
  draft: Draft,
  by: Mandate,
  provenances: readonly NewProvenance[],
): Promise<Refusal | undefined> {
  const { db, clock, newId, events } = deps
  const kept = await db.transaction().execute(async trx => {
    if ((await findDraft(trx, draft.id))?.closedAt !== null) return false
    const at = clock()
    for (const { proposal = null, replaces = null, ...made } of provenances)
      await insertProvenance(trx, {
        ...{ id: newId('provenance'), text: draft.text, draft: draft.id, ...made },
        ...{ proposal, replaces, by: by.id, at, endedAt: null },
      })
    return true
  })
  if (!kept) return { refusal: 'draft-closed' }
  events.publish({ topic: 'amendments', subject: draft.id }, draft.audience)
  return undefined
}

/** The draft of the current stage, begun and filled if need be, and the mandate that writes in it. */
export async function filledDraft(
  deps: TextDeps,
  { declaration }: Integration,
  mandates: readonly Mandate[],
): Promise<{ readonly draft: Draft; readonly by: Mandate } | Refusal> {
  const draft = await beginDraft(deps, declaration, mandates)
  if (isRefusal(draft)) return draft
  const by = actingMandate(mandates, declaration.text, draft)!
  await fillDraft(deps, draft, by.id)
  return { draft, by }
}

/** Words of a workshop put into a draft; the refusal when the draft has ended or cannot be read. */
export async function writtenInto(
  { sync }: Pick<TextDeps, 'sync'>,
  draft: Draft,
  by: Mandate,
  change: (text: BilingualText) => BilingualText,
): Promise<true | Refusal> {
  try {
    await sync.rewrite(draft.id, by.id, change, 'integrate')
    return true
  } catch (error) {
    if (error instanceof DraftClosed) return { refusal: 'draft-closed' }
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
}

/** In one’s own draft: the unit says what the source says since. `update` gives null where a person has to choose. */
export async function placeUpdate(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  unit: UnitId,
  update: (ours: UnitWords) => UnitWords | null,
  provenance: { readonly source: WorkshopSource; readonly replaces: ProvenanceId },
): Promise<IntegrationMade | Refusal> {
  const begun = await filledDraft(deps, integration, mandates)
  if (isRefusal(begun)) return begun
  const { draft, by } = begun
  let words: UnitWords | null = null
  const written = await writtenInto(deps, draft, by, text => {
    words = update(wordsOfUnits(text, [unit]))
    return words ? withWords(text, unit, words) : text
  })
  if (isRefusal(written)) return written
  if (!words || !hasWords(words)) return { refusal: 'unit-edited' }
  const kept = await keepProvenances(deps, draft, by, [{ unit, words, ...provenance }])
  return kept ?? { proposals: [], units: [unit], draft: draft.id }
}
