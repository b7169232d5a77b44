/** [R4] [A1] The decisions as they leave with a version: canonical, hashed, without who in the delegation decided. */
import { createHash } from 'node:crypto'
import type { TransmittedDecisions } from '../../shared/model/amendment.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { OpenAnswer } from './open-answer.ts'

/** The amendments of an answer, and the decisions on them that hold. */
type DecidedAnswer = {
  readonly answer: Pick<OpenAnswer['answer'], 'id'>
  readonly plan: Pick<OpenAnswer['plan'], 'amendments'>
  readonly decisions: OpenAnswer['decisions']
}

export type LeavingDecisions = {
  readonly content: TransmittedDecisions
  /** Canonical JSON of `content`. */
  readonly canonical: string
  /** Of the UTF-8 bytes of `canonical`, lower-case hexadecimal. */
  readonly sha256: string
  /** Units of amendments that nobody has decided. */
  readonly undecided: readonly UnitId[]
}

/** In reading order of the answer. */
export function leavingDecisions(open: DecidedAnswer): LeavingDecisions {
  const decisionOf = new Map(open.decisions.map(decision => [decision.amendment, decision]))
  const undecided: UnitId[] = []
  const decisions = open.plan.amendments.flatMap(({ key, oldUnits, newUnits }) => {
    const units = [...new Set([...oldUnits, ...newUnits])]
    const decision = decisionOf.get(key)
    if (decision) return [{ amendment: key, outcome: decision.outcome, reason: decision.reason, units }]
    undecided.push(...units)
    return []
  })
  const content: TransmittedDecisions = {
    format: 'concordance-decisions/1',
    answer: open.answer.id,
    decisions,
  }
  const canonical = canonicalJson(content)
  return { content, canonical, sha256: sha256Of(canonical), undecided }
}

export function sha256Of(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex')
}
