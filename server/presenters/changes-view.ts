/** [S2] The changes asked for in a joint draft, as one who may read it sees them. */
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { type UnitChange, type UnitChangeAnswer, unitChangeState } from '../../shared/model/unit-change.ts'
import type { UnitChangesView, UnitChangeView } from '../../shared/protocol/change-views.ts'
import type { JointDraft } from '../agreement/unit-changes.ts'
import { answeringSide, askingSides, mayWithdrawChange } from '../policies/change-policies.ts'
import { stageOf } from '../texts/text-situation.ts'

export type KnownChanges = {
  /** The oldest first. */
  readonly changes: readonly UnitChange[]
  readonly answers: readonly UnitChangeAnswer[]
  /** Of each unit as it reads now; see `pairHashes`. */
  readonly pairs: ReadonlyMap<UnitId, string>
}

export function unitChangesView(
  { draft, situation }: JointDraft,
  mandates: readonly Mandate[],
  { changes, answers, pairs }: KnownChanges,
): UnitChangesView {
  const { text } = situation
  const stage = stageOf(situation, draft)
  const asksFor = askingSides(mandates, text, draft, stage)
  const title = (mandate: Mandate['id']) => situation.mandates.get(mandate)?.title ?? null
  const view = (change: UnitChange): UnitChangeView => {
    const { id, unit, before, after, beforePair, afterPair, bracket, askedBy, askedFor, reason } = change
    const own = answers.filter(each => each.change === id)
    const state = unitChangeState(change, own, pairs.get(unit), draft.closedAt !== null)
    const asked: Side | null = situation.mandates.get(change.by)?.side ?? null
    return {
      ...{ id, unit, state, before, after, beforePair, afterPair, bracket, askedBy, askedFor, reason },
      by: title(change.by),
      mayWithdraw: (state === 'open' || state === 'overtaken') && mayWithdrawChange(asksFor, asked),
      at: change.at,
      madeAt: change.madeAt,
      answers: own.map(({ side, outcome, reason: why, by, at }) => ({
        ...{ side, outcome, reason: why, at },
        by: title(by),
      })),
    }
  }
  return {
    changes: changes.map(view).toReversed(),
    asksFor,
    answersFor: answeringSide(mandates, text, draft, stage),
  }
}
