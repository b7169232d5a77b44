/** [W4] Coverage as one viewpoint sees it, and the hash under which leads sign what both sides see alike. */
import {
  type CoverageRow,
  coverageOf,
  isCovered,
  type KnownPlace,
  type KnownProposal,
} from '../../shared/integrate/coverage.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'
import type { TextId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import {
  type CoverageStatement,
  heldDecisions,
  type Proposal,
  proposalState,
} from '../../shared/model/proposal.ts'
import { sha256Of } from '../amendments/transmitted-decisions.ts'
import { statementsOf } from '../store/coverage.ts'
import type { Database } from '../store/database.ts'
import { hashOfWords, type Integration, type Summary } from './integration-facts.ts'
import { locatedProvenances } from './located.ts'
import {
  lastVersionPlace,
  type Place,
  sharedViewpoint,
  type Viewpoint,
  visibleProposals,
} from './viewpoint.ts'

/** What is known of the declaration, for the coverage of every summary. */
export type CoverageGround = {
  readonly place: Place
  readonly known: readonly KnownPlace[]
  readonly proposals: readonly KnownProposal[]
}

export async function coverageGround(
  integration: Integration,
  viewpoint: Viewpoint,
  place: Place,
): Promise<CoverageGround> {
  const located = await locatedProvenances(integration, viewpoint, place)
  return {
    place,
    known: located.map(({ places, now }) => ({
      sourceUnits: now.units,
      places,
      sourceChanged: now.change !== null && now.change.dismissed === null,
    })),
    proposals: visibleProposals(integration, viewpoint).flatMap(proposal =>
      knownProposal(integration, proposal),
    ),
  }
}

function knownProposal({ decisionsOf, declaration }: Integration, proposal: Proposal): KnownProposal[] {
  if (proposal.replaces !== null) return []
  const decisions = decisionsOf(proposal.id)
  const state = proposalState(proposal, decisions)
  const sourceUnits = proposal.source.units
  if (state === 'open' && proposal.stage === declaration.current?.id)
    return [{ sourceUnits, state, reason: null }]
  if (state !== 'rejected') return []
  const { fra, jap } = heldDecisions(proposal, decisions)
  const reason: BilingualLabel | null = (fra?.outcome === 'rejected' ? fra.reason : jap?.reason) ?? null
  return [{ sourceUnits, state, reason }]
}

/** Of a summary that was accepted. */
export async function coverageRows(
  integration: Integration,
  { accepted }: Summary,
  { place, known, proposals }: CoverageGround,
  statements: readonly CoverageStatement[],
): Promise<CoverageRow[]> {
  const { text } = await integration.textOf(accepted!.id)
  return coverageOf({
    source: text,
    declaration: place.text,
    known,
    proposals,
    statements,
    hashOf: hashOfWords,
  })
}

/** What both sides may know alike: nothing of any open draft. */
export async function sharedGround(integration: Integration): Promise<CoverageGround> {
  const viewpoint = sharedViewpoint(integration)
  return coverageGround(integration, viewpoint, await lastVersionPlace(integration, viewpoint))
}

/** [W2] The accepted summaries of which every unit is treated in the last version of the declaration. */
export async function integratedSummaries(
  db: Database,
  integration: Integration,
): Promise<ReadonlySet<TextId>> {
  const found = new Set<TextId>()
  const accepted = integration.summaries.filter(summary => summary.accepted !== null)
  if (accepted.length === 0) return found
  const ground = await sharedGround(integration)
  if (ground.place.version === null) return found
  for (const summary of accepted) {
    const { id } = summary.situation.text
    if (isCovered(await coverageRows(integration, summary, ground, await statementsOf(db, id)))) found.add(id)
  }
  return found
}

export type SharedCoverage = { readonly sha256: string; readonly open: number; readonly covered: boolean }

/** Over the versions of both texts and all that is said of each unit: any change is another hash. */
export function sharedCoverage(
  { accepted }: Summary,
  { place }: CoverageGround,
  rows: readonly CoverageRow[],
): SharedCoverage {
  const form = {
    format: 'concordance-coverage/1',
    summary: accepted!.sha256,
    declaration: place.version?.sha256 ?? '',
    rows: rows.map(({ unit, state, basis, places, reason, sourceChanged }) => ({
      ...{ unit, state, basis, places, sourceChanged },
      reason: reason && { fr: reason.fr, ja: reason.ja },
    })),
  }
  return {
    sha256: sha256Of(canonicalJson(form)),
    open: rows.filter(({ state, sourceChanged }) => state === 'untreated' || sourceChanged).length,
    covered: isCovered(rows),
  }
}
