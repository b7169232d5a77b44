/** [R4] [A1] The decisions as they leave with a version: canonical, hashed, without who in the delegation decided. */
import { createHash } from 'node:crypto'
import { standingOf } from '../../shared/compare/carry-out.ts'
import type { TransmittedDecisions } from '../../shared/model/amendment.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { carriedOut, type OpenAnswer } from './open-answer.ts'

export type LeavingDecisions = {
  readonly content: TransmittedDecisions
  /** Canonical JSON of `content`. */
  readonly canonical: string
  /** Of the UTF-8 bytes of `canonical`, lower-case hexadecimal. */
  readonly sha256: string
  /** Units of amendments that nobody has decided. */
  readonly undecided: readonly UnitId[]
  /** Units where the text does not say what the decision says: accepted but edited since, rejected but taken. */
  readonly differing: readonly UnitId[]
}

/** `text` is what the draft reads now. In reading order of the answer. */
export function leavingDecisions(open: OpenAnswer, text: BilingualText): LeavingDecisions {
  const decisionOf = new Map(open.decisions.map(decision => [decision.amendment, decision]))
  const accepted = carriedOut(open.decisions)
  const [undecided, differing]: [UnitId[], UnitId[]] = [[], []]
  const decisions = open.plan.amendments.flatMap(amendment => {
    const units = [...new Set([...amendment.oldUnits, ...amendment.newUnits])]
    const decision = decisionOf.get(amendment.key)
    if (!decision) {
      undecided.push(...units)
      return []
    }
    const { outcome, reason } = decision
    const standing = standingOf(text, open.plan, amendment, accepted)
    if ((outcome === 'accepted') !== (standing === 'answer')) differing.push(...units)
    return [{ amendment: amendment.key, outcome, reason, units }]
  })
  const content: TransmittedDecisions = {
    format: 'concordance-decisions/1',
    answer: open.answer.id,
    decisions,
  }
  const canonical = canonicalJson(content)
  return { content, canonical, sha256: sha256Of(canonical), undecided, differing }
}

export function sha256Of(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex')
}
