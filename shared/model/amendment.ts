/**
 * An amendment is what one unit of the other side's answer changes, both languages together. The receiving side
 * decides each one in its own draft; its decisions leave with the version it transmits.
 */
import type { UnitId, VersionId } from './ids.ts'
import type { BilingualLabel } from './language.ts'

/**
 * `accepted`: the answer's words stand in the draft. `modified`: accepted with other words. `rejected`: the draft
 * keeps its words, with a reason. `reserved`: left open, both wordings in brackets.
 */
export const OUTCOMES = ['accepted', 'modified', 'rejected', 'reserved'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Names an amendment among those of one answer; the same on every computation from the same two texts. */
export type AmendmentKey = string

/** What a side says of one amendment when it transmits; never who in the delegation decided it. */
export type TransmittedDecision = {
  readonly amendment: AmendmentKey
  readonly outcome: Outcome
  /** Always there when rejected. */
  readonly reason: BilingualLabel | null
  /** Units of the base and of the answer that the amendment is about. */
  readonly units: readonly UnitId[]
}

/** All the decisions of one transmission, on the amendments of one answer. */
export type TransmittedDecisions = {
  readonly format: 'concordance-decisions/1'
  readonly answer: VersionId
  readonly decisions: readonly TransmittedDecision[]
}

/**
 * What became of an amendment in the version that followed, computed from the three texts. `in-part` means
 * "look here": some of it, or other words in its place.
 */
export const FATES = ['taken', 'in-part', 'not-taken'] as const
export type Fate = (typeof FATES)[number]
