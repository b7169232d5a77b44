/** What all the rows of one comparison share, whichever way they are laid out. */
import type { Comparison } from '../../../shared/compare/comparison.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { ComparedView } from '../../../shared/protocol/views.ts'
import type { ComparisonItem } from './comparison-items.ts'
import type { ShownState } from './marked-words.tsx'
import type { CellSetting } from './row-cell.tsx'

export type SheetSetting = CellSetting & {
  /** In the order of the columns. */
  readonly languages: readonly Language[]
  /** Null where nobody ticks. */
  readonly tick: ((key: string, seen: boolean) => void) | null
}

export type SheetProps = {
  readonly comparison: Comparison
  readonly items: readonly ComparisonItem[]
  readonly setting: SheetSetting
  readonly onOpen: (key: string, open: boolean) => void
  /** Number of the change one stands on, from 1. */
  readonly current: number | null
  /** Keys of the rows ticked as seen. */
  readonly seen: ReadonlySet<string>
}

/** The two texts of a table, and how its columns stand. */
export type TableHeads = {
  readonly from: ComparedView
  readonly to: ComparedView
  readonly swapped: readonly Language[]
  readonly onSwap: (language: Language) => void
}

export type TableColumn = { readonly language: Language; readonly state: Exclude<ShownState, 'both'> }

/** French has the old text first, Japanese the new one (改正案｜現行); `swapped` are the other way round. */
export function tableColumns(languages: readonly Language[], swapped: readonly Language[]): TableColumn[] {
  return languages.flatMap(language => {
    const oldFirst = (language === 'fr') !== swapped.includes(language)
    return (oldFirst ? (['old', 'new'] as const) : (['new', 'old'] as const)).map(state => ({
      language,
      state,
    }))
  })
}
