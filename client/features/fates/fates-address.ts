/** Which amendments are shown and in which order; the address says so, so that it can be sent to someone. */
import { FATES, type Fate, OUTCOMES, type Outcome } from '../../../shared/model/amendment.ts'
import type { AmendmentFateView } from '../../../shared/protocol/views.ts'

export const FATE_ORDERS = ['text', 'fate', 'decision'] as const
export type FateOrder = (typeof FATE_ORDERS)[number]

export type FateFilters = {
  /** Null shows all. */
  readonly fate: Fate | null
  readonly decision: Outcome | null
  /** Only where decision and text differ. */
  readonly differing: boolean
  readonly order: FateOrder
}

export const ALL_FATES: FateFilters = { fate: null, decision: null, differing: false, order: 'text' }

export function readFateFilters(query: URLSearchParams): FateFilters {
  return {
    fate: FATES.find(fate => fate === query.get('fate')) ?? null,
    decision: OUTCOMES.find(outcome => outcome === query.get('decision')) ?? null,
    differing: query.get('only') === 'differing',
    order: FATE_ORDERS.find(order => order === query.get('order')) ?? 'text',
  }
}

/** What stands at its default is left out. */
export function fatesAddress(version: string, filters: FateFilters = ALL_FATES): string {
  const { fate, decision, differing, order } = filters
  const parts = [
    fate && `fate=${fate}`,
    decision && `decision=${decision}`,
    differing && 'only=differing',
    order !== 'text' && `order=${order}`,
  ].filter(Boolean)
  const path = `/versions/${version}/fates`
  return parts.length ? `${path}?${parts.join('&')}` : path
}

/** Those that the filters let through, in their order; within it, in reading order of the answer. */
export function shownFates(
  amendments: readonly AmendmentFateView[],
  { fate, decision, differing, order }: FateFilters,
): AmendmentFateView[] {
  const shown = amendments.filter(
    each =>
      (fate === null || each.fate === fate) &&
      (decision === null || each.decision?.outcome === decision) &&
      (!differing || each.differs),
  )
  if (order === 'text') return shown
  const rank = (each: AmendmentFateView) =>
    order === 'fate'
      ? FATES.length - FATES.indexOf(each.fate)
      : each.decision === null
        ? -1
        : OUTCOMES.indexOf(each.decision.outcome)
  return shown.sort((a, b) => rank(a) - rank(b))
}
