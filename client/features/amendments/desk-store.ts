/** The desk of one draft, kept up with the text and with what the server says was decided. */
import { type AmendmentPlan, planAmendments } from '../../../shared/compare/amendments.ts'
import type { Comparison } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { AmendmentsView } from '../../../shared/protocol/views.ts'
import { type LiveText, sameOrder } from '../../editor/live-text.ts'
import {
  type AmendmentDesk,
  type AmendmentItem,
  amendmentItems,
  carriedOut,
  sectionsOf,
} from './amendment-desk.ts'
import { type Standings, standingsOf } from './standings.ts'

export type DeskStore = {
  /** Null while there is nothing to decide on. The same object, with the same items in it, until something changed. */
  get(): AmendmentDesk | null
  /** What the server said last. */
  setView(view: AmendmentsView | null): void
  subscribe(listener: () => void): () => void
}

type Planned = {
  readonly comparison: Comparison
  readonly plan: AmendmentPlan
  readonly standings: ReturnType<typeof standingsOf>
}

export function createDeskStore(live: LiveText): DeskStore {
  const listeners = new Set<() => void>()
  let view: AmendmentsView | null = null
  let planned: Planned | undefined
  let last: Computed | undefined

  const compute = () => {
    const before = last?.desk
    last = view ? deskOf(view, live.get(), plannedFor(view.comparison), last) : undefined
    if (last?.desk === before) return
    for (const listener of [...listeners]) listener()
  }
  const plannedFor = (comparison: Comparison): Planned => {
    if (planned?.comparison !== comparison) {
      const plan = planAmendments(comparison)
      planned = { comparison, plan, standings: standingsOf(plan) }
    }
    return planned
  }
  let leave: (() => void) | undefined

  return {
    get: () => last?.desk ?? null,
    setView(next) {
      view = next
      compute()
    },
    subscribe(listener) {
      if (listeners.size === 0) leave = live.subscribe(compute)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) leave?.()
      }
    },
  }
}

/** A desk and what it was computed from. */
type Computed = {
  readonly desk: AmendmentDesk
  readonly draft: BilingualText
  readonly standings: Standings
}

function deskOf(
  view: AmendmentsView,
  draft: BilingualText,
  planned: Planned,
  last: Computed | undefined,
): Computed {
  const { plan } = planned
  const accepted = carriedOut(view.decisions)
  const standings = planned.standings(draft, accepted)
  // While one writes, neither what is decided nor any place changes.
  if (last?.desk.view === view && last.standings === standings && sameOrder(last.draft, draft))
    return { ...last, draft }
  const known = new Map(last?.desk.items.map(item => [item.amendment.key, item]))
  const items = amendmentItems(view, plan, accepted, draft, standings).map(item => {
    const before = known.get(item.amendment.key)
    return before && sameItem(before, item) ? before : item
  })
  const same = last?.desk.view === view && items.every((item, index) => item === last.desk.items[index])
  const desk = same
    ? last.desk
    : { view, plan, accepted, items, sections: sectionsOf(view.comparison, items) }
  return { desk, draft, standings }
}

/** What a row of the list shows is the same. */
function sameItem(a: AmendmentItem, b: AmendmentItem): boolean {
  return (
    a.amendment === b.amendment &&
    a.rows[0] === b.rows[0] &&
    a.decision === b.decision &&
    a.standing === b.standing &&
    a.after === b.after &&
    a.units.length === b.units.length &&
    a.units.every(
      ({ unit, number }, index) => b.units[index]!.unit === unit && b.units[index]!.number === number,
    )
  )
}
