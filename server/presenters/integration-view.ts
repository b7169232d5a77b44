/** [W3] The way of units into the declaration, as one reader may see it. */

import { isToBeTreated } from '../../shared/integrate/coverage.ts'
import { findSection } from '../../shared/integrate/find-section.ts'
import { hasWords, sameWords, wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import {
  type BilingualText,
  SIDES,
  type Side,
  unitOrder,
  unitsOf,
} from '../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import type { Fact, Stage, Workshop } from '../../shared/model/edition.ts'
import { renderFact } from '../../shared/model/fact-values.ts'
import type { MandateId, UnitId, VersionId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import {
  heldDecisions,
  type Proposal,
  type ProposalDecision,
  proposalState,
} from '../../shared/model/proposal.ts'
import type {
  IntegrationView,
  ProposalsView,
  ProposalView,
  ProvenancesView,
  ProvenanceView,
  SaidBy,
} from '../../shared/protocol/integration-views.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { type Integration, summaryOf, versionName } from '../integration/integration-facts.ts'
import { type LocatedProvenance, locatedProvenances } from '../integration/located.ts'
import { isUpdateProposed } from '../integration/source-updates.ts'
import { modeFor, proposedUnits } from '../integration/take-over.ts'
import {
  currentPlace,
  type Place,
  readsWorkIn,
  type Viewpoint,
  viewpointOf,
} from '../integration/viewpoint.ts'
import { decidingMandate } from '../policies/integration-policies.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { draftFor, type TextSituation } from '../texts/text-situation.ts'

type Deps = Pick<TextDeps, 'db' | 'sync'>

export async function integrationView(
  deps: Deps,
  integration: Integration,
  mandates: readonly Mandate[],
): Promise<IntegrationView | Refusal> {
  const mode = modeFor(integration, mandates)
  if (isRefusal(mode)) return mode
  const place = await currentPlace(deps, integration, mandates)
  if (isRefusal(place)) return place
  const located = await locatedProvenances(integration, viewpointOf(integration, mandates), place)
  const standing = new Set(located.flatMap(({ now }) => now.units))
  const proposed = new Set(mode === 'joint' ? proposedUnits(integration) : [])
  const summaries: IntegrationView['summaries'][number][] = []
  for (const summary of integration.summaries) {
    const { accepted, workshop, situation } = summary
    if (!accepted) continue
    const { text, facts } = await integration.textOf(accepted.id)
    const known = (unit: Parameters<typeof standing.has>[0]) =>
      standing.has(unit) ? 'stands' : proposed.has(unit) ? 'proposed' : null
    summaries.push({
      workshop: nameOf(workshop),
      text: situation.text,
      version: versionName(summary, accepted.id),
      content: text,
      facts,
      units: unitsOf(text)
        .filter(isToBeTreated)
        .map(({ id }) => ({ unit: id, known: known(id) })),
      after: findSection(place.text, workshop)?.last ?? null,
    })
  }
  return {
    mode,
    text: place.text,
    of: { draft: place.draft?.id ?? null, version: placeVersion(place) },
    facts: allFacts(integration.declaration.facts),
    summaries,
  }
}

export async function proposalsView(
  deps: Deps,
  integration: Integration,
  mandates: readonly Mandate[],
): Promise<ProposalsView | Refusal> {
  const { declaration, proposals, decisionsOf } = integration
  const stage = currentJointStage(declaration)
  const draft = draftFor(declaration, mandates)
  const joint = draft && draft.audience === 'joint' && draft.stage === stage?.id ? draft : null
  const place = await currentPlace(deps, integration, mandates)
  if (isRefusal(place)) return place
  const text = joint && place.draft ? place.text : null
  const order = unitOrder(place.text)
  const views: ProposalView[] = []
  for (const proposal of proposals) {
    const summary = summaryOf(integration, proposal.source.version)
    const source = (await integration.textOf(proposal.source.version)).text
    const view = proposalView(
      integration,
      mandates,
      proposal,
      decisionsOf(proposal.id),
      summary,
      source,
      text,
    )
    views.push({ ...view, numbers: numbersIn(order, proposal) })
  }
  return {
    stage,
    draft: joint?.id ?? null,
    decides: decidingMandate(mandates, declaration.text, stage)?.side ?? null,
    proposals: views,
    facts: allFacts(declaration.facts),
  }
}

function proposalView(
  { declaration }: Integration,
  mandates: readonly Mandate[],
  proposal: Proposal,
  decisions: readonly ProposalDecision[],
  summary: ReturnType<typeof summaryOf>,
  source: BilingualText,
  text: BilingualText | null,
): Omit<ProposalView, 'numbers'> {
  const held = heldDecisions(proposal, decisions)
  const state = proposalState(proposal, decisions)
  const current = proposal.stage === declaration.current?.id
  const view = (side: Side) => {
    const decision = held[side]
    if (!decision) return null
    const { outcome, reason, by, at } = decision
    return { outcome, reason, by: saidBy(declaration, by), at }
  }
  const { id, stage, unit, base, after, words, revision, at } = proposal
  return {
    ...{ id, stage, unit, base, after, words, revision, at, current, state },
    workshop: nameOf(summary.workshop),
    source: {
      text: summary.situation.text.id,
      version: versionName(summary, proposal.source.version),
      units: proposal.source.units,
      words: wordsOfUnits(source, proposal.source.units),
    },
    decisions: { fra: view('fra'), jap: view('jap') },
    by: saidBy(declaration, proposal.by),
    stands: text && standingOf(proposal, text),
    mayWithdraw:
      current &&
      state === 'open' &&
      SIDES.every(side => held[side] === null) &&
      mandates.some(mandate => mandate.id === proposal.by),
  }
}

function numbersIn(order: readonly UnitId[], { unit, after }: Proposal): ProposalView['numbers'] {
  const numberOf = (id: UnitId | null) => (id === null ? 0 : order.indexOf(id) + 1) || null
  return { unit: numberOf(unit), after: numberOf(after) }
}

function standingOf({ unit, words, base }: Proposal, text: BilingualText): 'not' | 'exactly' | 'edited' {
  const now = wordsOfUnits(text, [unit])
  if (sameWords(now, words)) return 'exactly'
  return !hasWords(now) || (base !== null && sameWords(now, base)) ? 'not' : 'edited'
}

export async function provenancesView(
  integration: Integration,
  mandates: readonly Mandate[],
  place: Place,
): Promise<ProvenancesView> {
  const viewpoint = viewpointOf(integration, mandates)
  const located = await locatedProvenances(integration, viewpoint, place)
  const mode = modeFor(integration, mandates)
  const writes = place.draft !== null && place.draft.stage === integration.declaration.current?.id
  const views: ProvenanceView[] = []
  for (const each of located) views.push(await provenanceView(integration, viewpoint, each))
  return {
    provenances: views,
    facts: allFacts(integration.declaration.facts),
    updates: isRefusal(mode) || !writes ? null : mode,
  }
}

async function provenanceView(
  integration: Integration,
  viewpoint: Viewpoint,
  { provenance, places, now: { change } }: LocatedProvenance,
): Promise<ProvenanceView> {
  const { declaration } = integration
  const { source } = provenance
  const summary = summaryOf(integration, source.version)
  const then = (await integration.textOf(source.version)).text
  /** [M3] Who did it is for those who read the draft in which it was done. */
  const by = (draft: string, mandate: MandateId) =>
    readsWorkIn(declaration, viewpoint, draft) ? saidBy(declaration, mandate) : null
  return {
    id: provenance.id,
    units: places,
    workshop: nameOf(summary.workshop),
    source: {
      text: summary.situation.text.id,
      version: versionName(summary, source.version),
      units: source.units,
      words: wordsOfUnits(then, source.units),
    },
    jointly: provenance.proposal !== null,
    by: by(provenance.draft, provenance.by),
    now: change && {
      version: versionName(summary, change.version),
      words: change.words,
      sha256: change.sha256,
      dismissed: change.dismissed && {
        by: by(change.dismissed.draft, change.dismissed.by),
        reason: readsWorkIn(declaration, viewpoint, change.dismissed.draft) ? change.dismissed.reason : null,
      },
      proposed: viewpoint.readsProposals && isUpdateProposed(integration, provenance.id),
    },
  }
}

export function nameOf({ id, number, title }: Workshop): Pick<Workshop, 'id' | 'number' | 'title'> {
  return { id, number, title }
}

export function saidBy({ mandates }: Pick<TextSituation, 'mandates'>, id: MandateId): SaidBy {
  const mandate = mandates.get(id)
  return { side: mandate?.side ?? null, title: mandate?.title ?? null }
}

export function placeVersion({ version }: Place): { readonly id: VersionId; readonly label: string } | null {
  return version && { id: version.id, label: version.label }
}

export function allFacts(facts: readonly Fact[]): FactValues {
  return Object.fromEntries(facts.map(fact => [fact.id, renderFact(fact)])) as FactValues
}

function currentJointStage({ current }: TextSituation): Stage | null {
  return current?.turn === 'joint' ? current : null
}
