/** [W3] The source says otherwise since: taken over, or dismissed with a reason. */
import { takeInChange } from '../../shared/integrate/take-in-change.ts'
import { hasWords, sameWords, wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import type { ProvenanceId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { proposalState, type UnitWords } from '../../shared/model/proposal.ts'
import type { IntegrationMade } from '../../shared/protocol/integration-views.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { insertProposal } from '../store/proposals.ts'
import { insertDismissal } from '../store/provenances.ts'
import { findCurrentStage } from '../store/stages.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { type Integration, summaryOf } from './integration-facts.ts'
import { type LocatedProvenance, locatedProvenances } from './located.ts'
import { filledDraft, modeFor, placeUpdate, proposingMandate, recordProposing } from './take-over.ts'
import { currentPlace, type Place, viewpointOf } from './viewpoint.ts'

type Found = { readonly located: LocatedProvenance; readonly place: Place }

/** One that stands in the text that these mandates work on; as if it did not exist otherwise. */
async function findStanding(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  id: ProvenanceId,
): Promise<Found | Refusal> {
  const place = await currentPlace(deps, integration, mandates)
  if (isRefusal(place)) return place
  const known = await locatedProvenances(integration, viewpointOf(integration, mandates), place)
  const located = known.find(({ provenance }) => provenance.id === id)
  return located ? { located, place } : { refusal: 'not-found' }
}

/** A proposal in a joint stage, an edit in one's own. `replacing`: words of ours that stand in the way may go. */
export async function takeOverChange(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  id: ProvenanceId,
  replacing: boolean,
): Promise<IntegrationMade | Refusal> {
  const found = await findStanding(deps, integration, mandates, id)
  if (isRefusal(found)) return found
  const mode = modeFor(integration, mandates)
  if (isRefusal(mode)) return mode
  const { provenance, places, now } = found.located
  const { change } = now
  if (!change) return { refusal: 'invalid', detail: 'provenance' }
  if (isUpdateProposed(integration, id)) return { refusal: 'proposal-changed' }
  const { source } = provenance
  const then = wordsOfUnits((await integration.textOf(source.version)).text, source.units)
  const unit = places.includes(provenance.unit) ? provenance.unit : places[0]!
  // A source that says nothing any more is a reason to look, not to delete.
  const { words: said } = change
  if (!said) return { refusal: 'invalid', detail: 'words' }
  const take = (ours: UnitWords): UnitWords | null => {
    const { words, keepsOurs } = takeInChange(ours, then, said, unit, () => deps.newId('block'))
    return keepsOurs || replacing ? words : null
  }
  const renewed = { version: change.version, units: now.units, sha256: change.sha256 }
  if (mode === 'own')
    return placeUpdate(deps, integration, mandates, unit, take, { source: renewed, replaces: id })

  const ours = wordsOfUnits(found.place.text, [unit])
  const words = take(ours)
  if (!words) return { refusal: 'unit-edited' }
  if (!hasWords(words) || sameWords(words, ours)) return { refusal: 'invalid', detail: 'words' }
  const { declaration } = integration
  const stage = declaration.current!
  const by = proposingMandate(integration, mandates)
  const proposal = deps.newId('proposal')
  const made = await deps.db.transaction().execute(async trx => {
    if ((await findCurrentStage(trx, stage.edition))?.id !== stage.id) return false
    const at = deps.clock()
    await insertProposal(trx, {
      ...{ id: proposal, text: declaration.text.id, stage: stage.id, source: renewed, unit, base: ours },
      ...{ after: null, above: [], replaces: id, words, by: by.id, at },
    })
    await recordProposing(trx, summaryOf(integration, source.version), by, at)
    return true
  })
  if (!made) return { refusal: 'stage-not-current' }
  deps.events.publish({ topic: 'amendments', subject: declaration.text.id }, 'joint')
  return { proposals: [proposal], units: [], draft: null }
}

/** That our words stay as they are. `sha256` names what was read at the source. */
export async function dismissChange(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  id: ProvenanceId,
  { sha256, reason }: { readonly sha256: string; readonly reason: BilingualLabel },
): Promise<Refusal | undefined> {
  const found = await findStanding(deps, integration, mandates, id)
  if (isRefusal(found)) return found
  const mode = modeFor(integration, mandates)
  if (isRefusal(mode)) return mode
  // The secretariat proposes; that words stay is for those who write them.
  if (!mandates.some(({ role }) => role === 'chair' || role === 'drafter')) return { refusal: 'not-allowed' }
  if (found.located.now.change?.sha256 !== sha256) return { refusal: 'text-changed-since-preview' }
  const begun = await filledDraft(deps, integration, mandates)
  if (isRefusal(begun)) return begun
  const { draft, by } = begun
  await insertDismissal(deps.db, {
    ...{ provenance: id, draft: draft.id, sha256, reason, by: by.id, at: deps.clock() },
  })
  deps.events.publish({ topic: 'amendments', subject: integration.declaration.text.id }, draft.audience)
  return undefined
}

/** A proposal to take the change over waits for a decision, in the current stage. */
export function isUpdateProposed(
  { proposals, declaration, decisionsOf }: Integration,
  id: ProvenanceId,
): boolean {
  return proposals.some(
    proposal =>
      proposal.replaces === id &&
      proposal.stage === declaration.current?.id &&
      proposalState(proposal, decisionsOf(proposal.id)) === 'open',
  )
}
