/**
 * [W3] Each side says what it makes of a proposal. When both have accepted the same words, and only then, they are
 * written into the joint draft; when one takes that back, they are taken out exactly, unless somebody edited them since.
 */
import { mergeEdits } from '../../shared/compare/merge-edits.ts'
import { pathOf } from '../../shared/integrate/proposal-path.ts'
import { hasWords, sameWords, withUnit, withWords, wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import type { BilingualText, Side } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import {
  heldDecisions,
  type Proposal,
  type ProposalOutcome,
  proposalState,
} from '../../shared/model/proposal.ts'
import type { ProposalDecided } from '../../shared/protocol/integration-views.ts'
import { hasReason } from '../amendments/decide-amendments.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { otherSide } from '../policies/membership.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { findDraft } from '../store/drafts.ts'
import {
  decisionsOnProposals,
  insertProposalDecision,
  proposalsOfText,
  setCarried,
  withdrawProposalDecision,
} from '../store/proposals.ts'
import { endProvenancesOf, insertProvenance } from '../store/provenances.ts'
import { findCurrentStage } from '../store/stages.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { Integration } from './integration-facts.ts'
import { filledDraft, writtenInto } from './take-over.ts'

export type DecidingFor = Mandate & { readonly side: Side }
export type ProposalRequest = {
  readonly outcome: ProposalOutcome
  readonly reason: BilingualLabel | null
  readonly revision: number
}

/** One at a time for each declaration: the caller sees to that. */
export async function decideProposal(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  by: DecidingFor,
  proposal: Proposal,
  request: ProposalRequest,
): Promise<ProposalDecided | Refusal> {
  const refused = refuseToDecide(integration, proposal)
  if (refused) return refused
  if (request.revision !== proposal.revision) return { refusal: 'proposal-changed' }
  const { outcome } = request
  if (outcome === 'rejected' && !hasReason(request.reason)) return { refusal: 'reason-missing' }
  const reason = hasReason(request.reason) ? request.reason : null
  const others = heldDecisions(proposal, integration.decisionsOf(proposal.id))[otherSide(by.side)]
  const completes = outcome === 'accepted' && others?.outcome === 'accepted'

  let undone: Undone = { left: false, draft: null }
  if (outcome === 'rejected' && proposal.carried) {
    const taken = await takeOut(deps, integration, mandates, proposal)
    if (isRefusal(taken)) return taken
    undone = taken
  }
  const carried =
    completes && !proposal.carried ? await carryOut(deps, integration, mandates, proposal) : null
  if (isRefusal(carried)) return carried

  const kept = await deps.db.transaction().execute(async trx => {
    if (!(await stillHolds(trx, proposal, carried?.draft ?? undone.draft))) return false
    const at = deps.clock()
    await insertProposalDecision(trx, deps.newId('decision'), {
      ...{ proposal: proposal.id, side: by.side, revision: proposal.revision },
      ...{ outcome, reason, by: by.id, at },
    })
    if (outcome === 'rejected' && proposal.carried) await forget(trx, proposal, undone, at)
    await recordDecision(trx, integration, { at, by, outcome })
    if (carried) {
      await setCarried(trx, proposal.id, { before: carried.before, after: carried.after })
      await endProvenancesOf(trx, proposal.id, at)
      await insertProvenance(trx, {
        ...{ id: deps.newId('provenance'), text: proposal.text, draft: carried.draft.id },
        ...{ unit: proposal.unit, words: carried.after, source: proposal.source, proposal: proposal.id },
        ...{ replaces: proposal.replaces, by: by.id, at, endedAt: null },
      })
    }
    return true
  })
  if (!kept) return { refusal: 'proposal-changed' }
  publish(deps, integration)
  return decided(deps, proposal, undone.left)
}

/** A side takes its decision back; where the words stood in the text, they are taken out. */
export async function withdrawDecision(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  by: DecidingFor,
  proposal: Proposal,
): Promise<ProposalDecided | Refusal> {
  const refused = refuseToDecide(integration, proposal)
  if (refused) return refused
  let undone: Undone = { left: false, draft: null }
  if (proposal.carried && heldDecisions(proposal, integration.decisionsOf(proposal.id))[by.side]) {
    const taken = await takeOut(deps, integration, mandates, proposal)
    if (isRefusal(taken)) return taken
    undone = taken
  }
  const kept = await deps.db.transaction().execute(async trx => {
    if (!(await stillHolds(trx, proposal, undone.draft))) return false
    const at = deps.clock()
    await withdrawProposalDecision(trx, proposal.id, by.side, at)
    if (undone.draft) await forget(trx, proposal, undone, at)
    await recordDecision(trx, integration, { at, by, outcome: null })
    return true
  })
  if (!kept) return { refusal: 'proposal-changed' }
  publish(deps, integration)
  return decided(deps, proposal, undone.left)
}

export function refuseToDecide({ declaration }: Integration, proposal: Proposal): Refusal | undefined {
  if (proposal.stage !== declaration.current?.id) return { refusal: 'stage-not-current' }
  return proposal.withdrawnAt === null ? undefined : { refusal: 'proposal-changed' }
}

type CarriedOut = NonNullable<Proposal['carried']> & { readonly draft: Draft }

async function carryOut(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  proposal: Proposal,
): Promise<CarriedOut | Refusal> {
  const begun = await filledDraft(deps, integration, mandates)
  if (isRefusal(begun)) return begun
  let carried: NonNullable<Proposal['carried']> | null = null
  const change = (text: BilingualText): BilingualText => {
    const { unit, words, base } = proposal
    const before = wordsOfUnits(text, [unit])
    if (base === null) {
      carried = { before: { fr: [], ja: [] }, after: words }
      return withUnit(text, words, placeOf(integration, proposal))
    }
    // Its words may have been edited since they were read: both changes, if they leave room for each other.
    const after =
      sameWords(before, base) || sameWords(before, words) ? words : mergeEdits(base, before, words)
    carried = after && hasWords(before) ? { before, after } : null
    return carried ? withWords(text, unit, after!) : text
  }
  const written = await writtenInto(deps, begun.draft, begun.by, change)
  if (isRefusal(written)) return written
  return carried
    ? { ...(carried as NonNullable<Proposal['carried']>), draft: begun.draft }
    : { refusal: 'unit-edited' }
}

function placeOf({ proposals }: Integration, { id, stage }: Proposal): UnitId[] {
  const proposed = proposals.filter(each => each.stage === stage && each.base === null)
  return pathOf(
    proposed,
    proposed.findIndex(each => each.id === id),
  )
}

type Undone = { readonly left: boolean; readonly draft: Draft | null }

async function takeOut(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  { unit, carried }: Proposal,
): Promise<Undone | Refusal> {
  const begun = await filledDraft(deps, integration, mandates)
  if (isRefusal(begun)) return begun
  let left = false
  const written = await writtenInto(deps, begun.draft, begun.by, text => {
    const now = wordsOfUnits(text, [unit])
    left = hasWords(now) && !sameWords(now, carried!.after)
    return left || !hasWords(now) ? text : withWords(text, unit, carried!.before)
  })
  return isRefusal(written) ? written : { left, draft: begun.draft }
}

/** Words that stay because they were edited still come from the workshop. */
async function forget(trx: Database, { id }: Proposal, { left }: Undone, at: string): Promise<void> {
  await setCarried(trx, id, null)
  if (!left) await endProvenancesOf(trx, id, at)
}

async function recordDecision(
  trx: Database,
  { declaration: { text } }: Integration,
  {
    at,
    by,
    outcome,
  }: { readonly at: string; readonly by: DecidingFor; readonly outcome: ProposalOutcome | null },
): Promise<void> {
  await recordAct(trx, {
    ...{ edition: text.edition, at, mandate: by.id, audience: 'joint' },
    kind: outcome ? 'proposal-decided' : 'proposal-undecided',
    detail: { ...labelDetail('text', text.title), ...(outcome ? { outcome } : {}) },
  })
}

/** Nobody transmitted, reworded or withdrew meanwhile. */
async function stillHolds(trx: Database, proposal: Proposal, draft: Draft | null): Promise<boolean> {
  const now = (await proposalsOfText(trx, proposal.text)).find(({ id }) => id === proposal.id)
  if (now?.revision !== proposal.revision || now.withdrawnAt !== null) return false
  const row = await trx
    .selectFrom('stages')
    .select('edition_id')
    .where('id', '=', proposal.stage)
    .executeTakeFirstOrThrow()
  const current = await findCurrentStage(trx, row.edition_id as Parameters<typeof findCurrentStage>[1])
  if (current?.id !== proposal.stage) return false
  return draft === null || (await findDraft(trx, draft.id))?.closedAt === null
}

async function decided({ db }: TextDeps, { id, text }: Proposal, left: boolean): Promise<ProposalDecided> {
  const proposal = (await proposalsOfText(db, text)).find(each => each.id === id)!
  const decisions = (await decisionsOnProposals(db, text)).filter(each => each.proposal === id)
  return { state: proposalState(proposal, decisions), carried: proposal.carried !== null, left }
}

function publish({ events }: TextDeps, { declaration }: Integration): void {
  events.publish({ topic: 'amendments', subject: declaration.text.id }, 'joint')
}
