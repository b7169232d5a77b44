/**
 * A comparison as it stands on the screen: rows that show a change, and folded stretches between them.
 * Pure: the filters decide what counts as a change for this reader, the folds what is open.
 */
import type { Comparison, ComparisonRow } from '../../../shared/compare/comparison.ts'
import { type ComparisonFilters, passes } from './comparison-filters.ts'
import { isHeading, sectionsOf } from './comparison-sections.ts'

export type ComparisonItem =
  | {
      readonly type: 'row'
      /** Unique among the items. */
      readonly key: string
      readonly row: ComparisonRow
      /** `left`: only a pointer stands at the old place of a moved unit. */
      readonly place: 'here' | 'left'
      /** Number of the change among those shown, from 1; null for one that is not shown, and for a pointer. */
      readonly change: number | null
    }
  | {
      readonly type: 'fold'
      /** The key under which it is opened. */
      readonly key: string
      /** An open fold is followed by its rows. */
      readonly open: boolean
      readonly rows: readonly ComparisonRow[]
      /** How many of them have a change that the filters hide. */
      readonly hidden: number
    }

/** Which rows a reader asked to see. */
export type ShownRows = {
  readonly shows: (row: ComparisonRow) => boolean
  /** Keys of the rows of the chosen section; null for the whole text. */
  readonly within: ReadonlySet<string> | null
}

/** A section that this comparison does not have is as if none were chosen. */
export function shownRows(
  comparison: Pick<Comparison, 'rows' | 'slots'>,
  filters: ComparisonFilters,
  seen?: ReadonlySet<string>,
): ShownRows {
  const section = filters.section && sectionsOf(comparison).find(({ key }) => key === filters.section)
  return { shows: row => passes(row, filters, seen), within: section ? section.rows : null }
}

/** What is printed, in order. */
export function comparisonItems(
  comparison: Pick<Comparison, 'rows' | 'slots'>,
  { shows, within }: ShownRows,
  open: ReadonlySet<string>,
): ComparisonItem[] {
  const items: ComparisonItem[] = []
  let change = 0
  let unchanged: ComparisonRow[] = []
  const closeFold = (beforeChange: boolean) => {
    const heading = beforeChange ? headingBefore(unchanged) : undefined
    const folded = heading ? unchanged.slice(0, -1) : unchanged
    const first = folded[0]
    if (first) {
      const key = `fold:${first.key}`
      const hidden = folded.filter(row => row.kinds.length > 0).length
      items.push({ type: 'fold', key, open: open.has(key), rows: folded, hidden })
      if (open.has(key)) items.push(...folded.map(plainRow))
    }
    if (heading) items.push(plainRow(heading))
    unchanged = []
  }
  for (const slot of comparison.slots) {
    const row = comparison.rows[slot.row]!
    if (within && !within.has(row.key)) continue
    if (slot.place === 'left') {
      if (!shows(row)) continue
      closeFold(false)
      items.push({ type: 'row', key: `left:${row.key}`, row, place: 'left', change: null })
    } else if (shows(row)) {
      closeFold(true)
      items.push({ type: 'row', key: row.key, row, place: 'here', change: ++change })
    } else unchanged.push(row)
  }
  closeFold(false)
  return items
}

/** Keys of the rows of the changes shown: the nth is change n + 1. */
export function changeKeys(items: readonly ComparisonItem[]): string[] {
  return items.flatMap(item => (item.type === 'row' && item.change !== null ? [item.row.key] : []))
}

export function foldKeys(items: readonly ComparisonItem[]): string[] {
  return items.flatMap(item => (item.type === 'fold' ? [item.key] : []))
}

/** The folds on both sides of a change, up to its neighbours. */
export function foldsAround(items: readonly ComparisonItem[], key: string): string[] {
  const at = items.findIndex(item => item.type === 'row' && item.change !== null && item.row.key === key)
  if (at === -1) return []
  const until = (list: readonly ComparisonItem[]) => {
    const end = list.findIndex(item => item.type === 'row' && item.change !== null)
    return foldKeys(end === -1 ? list : list.slice(0, end))
  }
  return [...until(items.slice(0, at).reverse()), ...until(items.slice(at + 1))]
}

/** The change after (or before) `current` among `count`, going round at the ends; null when there is none. */
export function neighbourChange(current: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null
  if (current === null) return step === 1 ? 1 : count
  return ((current - 1 + step + count) % count) + 1
}

/** A heading that stands just before a change stays in sight, so that the reader knows where the text is. */
function headingBefore(rows: readonly ComparisonRow[]): ComparisonRow | undefined {
  const last = rows.at(-1)
  return last && isHeading(last) ? last : undefined
}

function plainRow(row: ComparisonRow): ComparisonItem {
  return { type: 'row', key: row.key, row, place: 'here', change: null }
}
