/**
 * [W3] An amendment from a workshop: words of an accepted summary proposed for the declaration in a joint stage, which
 * both sides decide. And the provenance that the words keep once they stand there.
 */
import type { Block, Side } from './bilingual-text.ts'
import { SIDES } from './bilingual-text.ts'
import type { MandateId, ProposalId, ProvenanceId, StageId, TextId, UnitId, VersionId } from './ids.ts'
import type { BilingualLabel, Language } from './language.ts'

/** The blocks of a unit in both languages. */
export type UnitWords = { readonly [L in Language]: readonly Block[] }

/** Where words come from: units of a version of a workshop's summary. */
export type WorkshopSource = {
  readonly version: VersionId
  readonly units: readonly UnitId[]
  /** Of what the source said then; see `wordsForm`. Lower-case hexadecimal. */
  readonly sha256: string
}

export type Proposal = {
  readonly id: ProposalId
  /** The declaration, and the joint stage in which it is decided. */
  readonly text: TextId
  readonly stage: StageId
  readonly source: WorkshopSource
  /** The unit of the declaration: one that is to come, or the one whose words would change. */
  readonly unit: UnitId
  /** What stands in the unit while it is proposed to change it; null for one that is to come. */
  readonly base: UnitWords | null
  /** The unit that it would follow; null at the beginning of the text. Of no meaning for a change. */
  readonly after: UnitId | null
  /** The units above that one, the nearest first: where it goes when that one is gone. */
  readonly above: readonly UnitId[]
  /** The provenance that a change brings up to date. */
  readonly replaces: ProvenanceId | null
  /** Counts the wordings from 1: a decision is on one wording. */
  readonly revision: number
  readonly words: UnitWords
  readonly by: MandateId
  readonly at: string
  readonly withdrawnAt: string | null
  /** What stood in the unit before and after both sides had accepted; null while it is not carried out. */
  readonly carried: { readonly before: UnitWords; readonly after: UnitWords } | null
}

export const PROPOSAL_OUTCOMES = ['accepted', 'rejected'] as const
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number]

/** What a side says of one wording. */
export type ProposalDecision = {
  readonly proposal: ProposalId
  readonly side: Side
  readonly revision: number
  readonly outcome: ProposalOutcome
  /** Always there when rejected. */
  readonly reason: BilingualLabel | null
  readonly by: MandateId
  readonly at: string
  readonly withdrawnAt: string | null
}

/** `open` while a side has not decided, `rejected` as soon as one side rejects. */
export const PROPOSAL_STATES = ['open', 'accepted', 'rejected', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** The decision of each side that holds: the last one, on these very words, that was not taken back. */
export function heldDecisions(
  { revision }: Pick<Proposal, 'revision'>,
  decisions: readonly ProposalDecision[],
): { readonly [S in Side]: ProposalDecision | null } {
  const held = (side: Side) =>
    decisions.findLast(
      each => each.side === side && each.revision === revision && each.withdrawnAt === null,
    ) ?? null
  return { fra: held('fra'), jap: held('jap') }
}

export function proposalState(
  proposal: Pick<Proposal, 'revision' | 'withdrawnAt'>,
  decisions: readonly ProposalDecision[],
): ProposalState {
  if (proposal.withdrawnAt !== null) return 'withdrawn'
  const held = heldDecisions(proposal, decisions)
  if (SIDES.some(side => held[side]?.outcome === 'rejected')) return 'rejected'
  return SIDES.every(side => held[side]?.outcome === 'accepted') ? 'accepted' : 'open'
}

/** [W3] That a unit of the declaration says what a workshop said. */
export type Provenance = {
  readonly id: ProvenanceId
  readonly text: TextId
  /** Where it was made: private to those who may read that draft until it is transmitted. */
  readonly draft: string
  readonly unit: UnitId
  /** As they were put into the declaration: by them the unit is found again, whatever became of it. */
  readonly words: UnitWords
  readonly source: WorkshopSource
  readonly proposal: ProposalId | null
  /** The provenance that it brings up to date. */
  readonly replaces: ProvenanceId | null
  readonly by: MandateId
  readonly at: string
  /** When it was undone. */
  readonly endedAt: string | null
}

/** That a change at the source is not taken over. */
export type SourceDismissal = {
  readonly provenance: ProvenanceId
  readonly draft: string
  /** Of what the source says now. */
  readonly sha256: string
  readonly reason: BilingualLabel
  readonly by: MandateId
  readonly at: string
}

export const COVERAGE_STATES = ['integrated', 'merged', 'set-aside', 'untreated'] as const
/** [W4] What became of a unit of a summary in the declaration. */
export type CoverageState = (typeof COVERAGE_STATES)[number]

/** What somebody says by hand of a unit of a summary. The last one counts, while the source says the same. */
export type CoverageStatement = {
  readonly text: TextId
  readonly unit: UnitId
  /** Of what the source said. */
  readonly sha256: string
  readonly state: CoverageState
  /** Units of the declaration. */
  readonly places: readonly UnitId[]
  readonly reason: BilingualLabel
  readonly by: MandateId
  readonly at: string
  readonly withdrawnAt: string | null
}
