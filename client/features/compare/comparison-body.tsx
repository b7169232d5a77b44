/**
 * A comparison, laid out as a redline, a table or the new text alone. Used by the comparison page, and as a
 * redline by whatever shows the changes of a text, such as the preview of a transmission.
 */
import { type Ref, useMemo } from 'react'
import type { Comparison } from '../../../shared/compare/comparison.ts'
import { newText, oldText } from '../../../shared/compare/texts-of-comparison.ts'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { type ComparisonLayout, languagesOf, type ShownLanguages } from './comparison-address.ts'
import styles from './comparison-body.module.css'
import { ComparisonClean } from './comparison-clean.tsx'
import type { ComparisonFilters } from './comparison-filters.ts'
import { type ComparisonItem, comparisonItems, shownRows } from './comparison-items.ts'
import { ComparisonRedline } from './comparison-redline.tsx'
import type { SheetSetting, TableHeads } from './comparison-sheet.ts'
import { ComparisonTable } from './comparison-table.tsx'

type ComparisonBodyProps = {
  readonly comparison: Comparison
  /** Values of the facts in the new text. */
  readonly facts: FactValues
  /** In the old text; the same when left out. */
  readonly oldFacts?: FactValues | undefined
  readonly layout: ComparisonLayout
  /** Both by default. */
  readonly languages?: ShownLanguages
  /** Needed by the table; without it a redline is shown. */
  readonly heads?: TableHeads
  readonly filters: ComparisonFilters
  /** What is printed, where the page has worked it out already. */
  readonly items?: readonly ComparisonItem[]
  /** Keys of the folds that are open. */
  readonly open: ReadonlySet<string>
  readonly onOpen: (key: string, open: boolean) => void
  /** Number of the change one stands on, from 1. */
  readonly current: number | null
  /** Keys of the rows ticked as seen, and how to tick one; without it nobody ticks. */
  readonly seen?: ReadonlySet<string>
  readonly onTick?: (key: string, seen: boolean) => void
  readonly ref?: Ref<HTMLDivElement>
}

export function ComparisonBody({
  comparison,
  facts,
  oldFacts = facts,
  layout,
  languages = 'both',
  heads,
  filters,
  items: given,
  open,
  onOpen,
  current,
  seen = NOTHING,
  onTick,
  ref,
}: ComparisonBodyProps) {
  const t = useText(compare)
  const items = useMemo(
    () => given ?? comparisonItems(comparison, shownRows(comparison, filters, seen), open),
    [comparison, filters, given, open, seen],
  )
  const { weight } = filters
  const setting = useMemo(
    (): SheetSetting => ({
      weight,
      languages: languagesOf(languages),
      facts,
      oldFacts,
      oldNumbers: blockNumbers(oldText(comparison)),
      newNumbers: blockNumbers(newText(comparison)),
      tick: onTick ?? null,
    }),
    [comparison, facts, languages, oldFacts, onTick, weight],
  )
  const sheet = { comparison, items, setting, onOpen, current, seen }
  return (
    <div className={styles.body} data-layout={layout} data-languages={setting.languages.length} ref={ref}>
      {layout === 'clean' ? (
        <ComparisonClean {...sheet} />
      ) : layout === 'table' && heads ? (
        <ComparisonTable {...sheet} heads={heads} />
      ) : (
        <ComparisonRedline {...sheet} />
      )}
      {comparison.counts.changed === 0 && <p className={styles.nothing}>{t('noChanges')}</p>}
      {comparison.counts.changed > 0 && !items.some(item => item.type === 'row' && item.change !== null) && (
        <p className={styles.nothing}>{t('noChangesShown')}</p>
      )}
    </div>
  )
}

const NOTHING: ReadonlySet<string> = new Set()
