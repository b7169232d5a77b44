/** The desk of one draft, kept up with the text and with what the server says was decided. */
import { type AmendmentPlan, planAmendments } from '../../../shared/compare/amendments.ts'
import type { Comparison } from '../../../shared/compare/comparison.ts'
import type { AmendmentsView } from '../../../shared/protocol/views.ts'
import type { LiveText } from '../../editor/live-text.ts'
import {
  type AmendmentDesk,
  type AmendmentItem,
  amendmentItems,
  carriedOut,
  sectionsOf,
} from './amendment-desk.ts'
import { standingsOf } from './standings.ts'

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
  let desk: AmendmentDesk | null = null

  const compute = () => {
    const next = view && deskOf(view, live.get(), plannedFor(view.comparison), desk)
    if (next === desk) return
    desk = next
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
    get: () => desk,
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

function deskOf(
  view: AmendmentsView,
  draft: ReturnType<LiveText['get']>,
  { plan, standings }: Planned,
  last: AmendmentDesk | null,
): AmendmentDesk {
  const accepted = carriedOut(view.decisions)
  const known = new Map(last?.items.map(item => [item.amendment.key, item]))
  const items = amendmentItems(view, plan, accepted, draft, standings(draft, accepted)).map(item => {
    const before = known.get(item.amendment.key)
    return before && sameItem(before, item) ? before : item
  })
  if (last?.view === view && items.every((item, index) => item === last.items[index])) return last
  return { view, plan, accepted, items, sections: sectionsOf(view.comparison, items) }
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
