/** [R5] What workshops have to do with a draft that is about to leave. */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { Draft, Edition } from '../../shared/model/edition.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { proposalState } from '../../shared/model/proposal.ts'
import type { Database } from '../store/database.ts'
import { decisionsOnProposals, proposalsOfText } from '../store/proposals.ts'
import { readIntegration } from './integration-facts.ts'
import { locatedProvenances } from './located.ts'
import { viewpointOf } from './viewpoint.ts'

export type WorkshopFindings = {
  /** One for each proposal of the stage that a side has not decided. */
  readonly undecided: readonly UnitId[]
  /** That come from workshops: their provenance leaves with the version. */
  readonly standing: readonly UnitId[]
}

export async function workshopFindings(
  db: Database,
  edition: Edition,
  mandates: readonly Mandate[],
  draft: Draft,
  text: BilingualText,
): Promise<WorkshopFindings> {
  const integration = await readIntegration(db, edition)
  const place = { draft, version: null, text }
  const located = integration
    ? await locatedProvenances(integration, viewpointOf(integration, mandates), place)
    : []
  const here = located.filter(({ provenance }) => provenance.draft === draft.id)
  return {
    undecided: await undecidedProposals(db, draft),
    standing: [...new Set(here.flatMap(({ places }) => places))],
  }
}

/** Their units; none but in a joint draft. */
export async function undecidedProposals(db: Database, { text, stage, audience }: Draft): Promise<UnitId[]> {
  if (audience !== 'joint') return []
  const decisions = Map.groupBy(await decisionsOnProposals(db, text), ({ proposal }) => proposal)
  return (await proposalsOfText(db, text))
    .filter(proposal => proposal.stage === stage)
    .filter(proposal => proposalState(proposal, decisions.get(proposal.id) ?? []) === 'open')
    .map(({ unit }) => unit)
}
