/**
 * A comparison as it stands on the screen: rows that show a change, and folded stretches between them.
 * Pure: the filters decide what counts as a change for this reader, the folds what is open.
 */
import type { BlockPair, ChangeKind, Comparison, ComparisonRow } from '../../../shared/compare/comparison.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'

export type ComparisonFilters = {
  readonly hideTypographic: boolean
  readonly hideFormatting: boolean
  /** Show only the units changed in one language. */
  readonly alarmsOnly: boolean
}

export const NO_FILTERS: ComparisonFilters = {
  hideTypographic: false,
  hideFormatting: false,
  alarmsOnly: false,
}

export type ComparisonItem =
  | {
      readonly type: 'row'
      /** Unique among the items. */
      readonly key: string
      readonly row: ComparisonRow
      /** `left`: only a pointer stands at the old place of a moved unit. */
      readonly place: 'here' | 'left'
      /** Number of the change among those shown, from 1; null for an unchanged unit and for a pointer. */
      readonly change: number | null
    }
  | {
      readonly type: 'fold'
      /** The key under which it is opened. */
      readonly key: string
      readonly rows: readonly ComparisonRow[]
    }

/** What is printed, in order. A fold whose key is in `open` is printed as its rows. */
export function comparisonItems(
  comparison: Pick<Comparison, 'rows' | 'slots'>,
  filters: ComparisonFilters,
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
      if (open.has(key)) items.push(...folded.map(plainRow))
      else items.push({ type: 'fold', key, rows: folded })
    }
    if (heading) items.push(plainRow(heading))
    unchanged = []
  }
  for (const slot of comparison.slots) {
    const row = comparison.rows[slot.row]!
    const shown = showsChange(row, filters)
    if (slot.place === 'left') {
      if (!shown) continue
      closeFold(false)
      items.push({ type: 'row', key: `left:${row.key}`, row, place: 'left', change: null })
    } else if (shown) {
      closeFold(true)
      items.push({ type: 'row', key: row.key, row, place: 'here', change: ++change })
    } else unchanged.push(row)
  }
  closeFold(false)
  return items
}

/** How many changes the filters leave. */
export function countChanges(comparison: Pick<Comparison, 'rows'>, filters: ComparisonFilters): number {
  return comparison.rows.filter(row => showsChange(row, filters)).length
}

/** Whether the row has a change that this reader asked to see. */
function showsChange(row: ComparisonRow, filters: ComparisonFilters): boolean {
  if (filters.alarmsOnly && row.alarm === null) return false
  return shownKinds(row.kinds, filters).length > 0
}

export function shownKinds(kinds: readonly ChangeKind[], filters: ComparisonFilters): ChangeKind[] {
  return kinds.filter(
    kind =>
      !(filters.hideTypographic && kind === 'typographic') &&
      !(filters.hideFormatting && kind === 'formatting'),
  )
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
  return last && LANGUAGES.some(language => last[language].pairs.some(isHeading)) ? last : undefined
}

function isHeading(pair: BlockPair): boolean {
  const kind = (pair.new ?? pair.old)?.kind
  return kind === 'heading' || kind === 'title'
}

function plainRow(row: ComparisonRow): ComparisonItem {
  return { type: 'row', key: row.key, row, place: 'here', change: null }
}
