/** A chain as it stands on the screen: rows that changed on the way, and folds of those that did not. */
import { isHeading } from '../comparison-sections.ts'
import { type ChainRow, isChanged } from './chain.ts'

export type ChainItem =
  | {
      readonly type: 'row'
      readonly row: ChainRow
      /** Number of the changed row, from 1; null for an unchanged one. */
      readonly change: number | null
    }
  | {
      readonly type: 'fold'
      readonly key: string
      /** An open fold is followed by its rows. */
      readonly open: boolean
      readonly rows: readonly ChainRow[]
    }

export function chainItems(rows: readonly ChainRow[], open: ReadonlySet<string>): ChainItem[] {
  const items: ChainItem[] = []
  let change = 0
  let unchanged: ChainRow[] = []
  const closeFold = (beforeChange: boolean) => {
    const last = unchanged.at(-1)
    const heading = beforeChange && last?.steps.at(-1)?.some(isHeading) ? last : undefined
    const folded = heading ? unchanged.slice(0, -1) : unchanged
    const [first] = folded
    if (first) {
      const key = `fold:${first.key}`
      items.push({ type: 'fold', key, open: open.has(key), rows: folded })
      if (open.has(key)) items.push(...folded.map(plain))
    }
    if (heading) items.push(plain(heading))
    unchanged = []
  }
  for (const row of rows) {
    if (!isChanged(row)) {
      unchanged.push(row)
      continue
    }
    closeFold(true)
    items.push({ type: 'row', row, change: ++change })
  }
  closeFold(false)
  return items
}

/** Keys of the changed rows, in order. */
export function chainKeys(items: readonly ChainItem[]): string[] {
  return items.flatMap(item => (item.type === 'row' && item.change !== null ? [item.row.key] : []))
}

function plain(row: ChainRow): ChainItem {
  return { type: 'row', row, change: null }
}
