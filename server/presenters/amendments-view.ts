/** What a side has to decide, and what it has decided, for one who may read its draft. */
import type { Mandate } from '../../shared/model/mandate.ts'
import type { AmendmentsView, DecisionView } from '../../shared/protocol/views.ts'
import type { OpenAnswer } from '../amendments/open-answer.ts'
import type { Decision } from '../store/decisions.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { versionView } from './text-view.ts'

export function amendmentsView(
  situation: TextSituation,
  mandates: readonly Mandate[],
  open: OpenAnswer,
  mayDecide: boolean,
): AmendmentsView {
  return {
    base: versionView(situation, mandates, open.base),
    answer: versionView(situation, mandates, open.answer),
    comparison: open.comparison,
    facts: open.facts,
    amendments: open.plan.amendments,
    decisions: open.plan.amendments.flatMap(({ key }) => {
      const decision = open.decisions.find(({ amendment }) => amendment === key)
      return decision ? [decisionView(situation, decision)] : []
    }),
    mayDecide,
  }
}

function decisionView(
  situation: TextSituation,
  { amendment, outcome, reason, by, at, carried }: Decision,
): DecisionView {
  const title = situation.mandates.get(by)?.title ?? null
  return { amendment, outcome, reason, by: title, at, carried: carried !== null }
}
