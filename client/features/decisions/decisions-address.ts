/** Which round is shown, what of it and in which order; the address says so, so that it can be sent to someone. */
import type { OUTCOMES } from '../../../shared/model/amendment.ts'
import { answersAmong } from '../../../shared/model/round.ts'
import type { ComparisonRef, VersionView } from '../../../shared/protocol/views.ts'
import { addressWith, readLanguages, type ShownLanguages } from '../compare/comparison-address.ts'

export const DECISION_ORDERS = ['unit', 'outcome', 'side', 'date'] as const
export type DecisionOrder = (typeof DECISION_ORDERS)[number]

/** How an amendment or a thread ended; in the order in which they are sorted, what is left to do first. */
export const ROUND_OUTCOMES = [
  'undecided',
  'reserved',
  'rejected',
  'modified',
  'accepted',
  'open',
  'resolved',
] as const satisfies readonly ((typeof OUTCOMES)[number] | 'undecided' | 'open' | 'resolved')[]
export type RoundOutcome = (typeof ROUND_OUTCOMES)[number]

export type DecisionsShape = {
  /** Null shows all. */
  readonly outcome: RoundOutcome | null
  /** Only where there are threads. */
  readonly discussed: boolean
  readonly order: DecisionOrder
  readonly languages: ShownLanguages
  /** With the threads of one's own side alone. */
  readonly internal: boolean
}

export const WHOLE_TABLE: DecisionsShape = {
  outcome: null,
  discussed: false,
  order: 'unit',
  languages: 'both',
  internal: false,
}

/** The id of the answer that names the round; null for the latest. */
export function readRound(query: URLSearchParams): string | null {
  return query.get('round') || null
}

export function readDecisionsShape(query: URLSearchParams): DecisionsShape {
  return {
    outcome: ROUND_OUTCOMES.find(outcome => outcome === query.get('outcome')) ?? null,
    discussed: query.get('only') === 'discussed',
    order: DECISION_ORDERS.find(order => order === query.get('order')) ?? 'unit',
    languages: readLanguages(query),
    internal: query.get('internal') === 'own',
  }
}

/** What stands at its default is left out. */
export function decisionsTableAddress(
  text: string,
  round: string | null,
  shape: DecisionsShape = WHOLE_TABLE,
): string {
  const { outcome, discussed, order, languages, internal } = shape
  return addressWith(`/texts/${text}/decisions`, {
    round,
    outcome,
    only: discussed ? 'discussed' : null,
    order: order === 'unit' ? null : order,
    lang: languages === 'both' ? null : languages,
    internal: internal ? 'own' : null,
  })
}

/** The answer whose round two versions belong to: it and what it answers, or it and what followed. */
export function roundBetween(
  versions: readonly VersionView[],
  from: ComparisonRef,
  to: ComparisonRef,
): string | undefined {
  return answersAmong(versions).find(({ id, base }) => {
    const after = versions.find(({ decisions }) => decisions?.answer === id)
    return (
      (to === `version:${id}` && from === `version:${base}`) ||
      (from === `version:${id}` && to === `version:${after?.id}`)
    )
  })?.id
}
