/**
 * The rows of a comparison under the heads of their columns, unchanged stretches folded, moved units with a
 * pointer at their old place. Used by the comparison page and by the preview of a transmission.
 */
import { type Ref, useMemo } from 'react'
import type { Comparison, ComparisonRow } from '../../../shared/compare/comparison.ts'
import { newText, oldText } from '../../../shared/compare/texts-of-comparison.ts'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { excerpt } from './compared-texts.ts'
import type { ComparisonLayout } from './comparison-address.ts'
import styles from './comparison-body.module.css'
import { type ComparisonFilters, type ComparisonItem, comparisonItems } from './comparison-items.ts'
import { ComparisonRowView } from './comparison-row.tsx'

type ComparisonBodyProps = {
  readonly comparison: Comparison
  /** Values of the facts in the new text. */
  readonly facts: FactValues
  /** In the old text; the same when left out. */
  readonly oldFacts?: FactValues | undefined
  readonly layout: ComparisonLayout
  readonly filters: ComparisonFilters
  /** Keys of the folds that are open. */
  readonly open: ReadonlySet<string>
  readonly onOpen: (key: string) => void
  /** Number of the change one stands on, from 1. */
  readonly current: number | null
  readonly ref?: Ref<HTMLDivElement>
}

export function ComparisonBody({
  comparison,
  facts,
  oldFacts = facts,
  layout,
  filters,
  open,
  onOpen,
  current,
  ref,
}: ComparisonBodyProps) {
  const t = useText(compare)
  const items = useMemo(() => comparisonItems(comparison, filters, open), [comparison, filters, open])
  const setting = useMemo(
    () => ({
      layout,
      filters,
      facts,
      oldFacts,
      oldNumbers: blockNumbers(oldText(comparison)),
      newNumbers: blockNumbers(newText(comparison)),
    }),
    [comparison, facts, oldFacts, filters, layout],
  )
  return (
    <div className={styles.body} ref={ref}>
      <ColumnHeads layout={layout} />
      {items.map(item =>
        item.type === 'fold' ? (
          <Fold key={item.key} item={item} onOpen={onOpen} />
        ) : item.place === 'left' ? (
          <MovedAway key={item.key} row={item.row} />
        ) : (
          <ComparisonRowView
            key={item.key}
            row={item.row}
            change={item.change}
            current={item.change !== null && item.change === current}
            setting={setting}
          />
        ),
      )}
      {comparison.counts.changed === 0 && <p className={styles.nothing}>{t('noChanges')}</p>}
      {comparison.counts.changed > 0 && !items.some(item => item.type === 'row' && item.change !== null) && (
        <p className={styles.nothing}>{t('noChangesShown')}</p>
      )}
    </div>
  )
}

function ColumnHeads({ layout }: { readonly layout: ComparisonLayout }) {
  const t = useText(compare)
  const names =
    layout === 'redline'
      ? [LANGUAGE_NAMES.fr, LANGUAGE_NAMES.ja]
      : [t('oldFrench'), t('newFrench'), t('oldJapanese'), t('newJapanese')]
  return (
    <div className={styles.heads} data-layout={layout} aria-hidden="true">
      <span />
      {names.map((name, index) => (
        <span key={name} {...(layout === 'redline' ? { lang: index === 0 ? 'fr' : 'ja' } : {})}>
          {name}
        </span>
      ))}
    </div>
  )
}

type FoldProps = {
  readonly item: Extract<ComparisonItem, { type: 'fold' }>
  readonly onOpen: (key: string) => void
}

function Fold({ item, onOpen }: FoldProps) {
  const t = useText(compare)
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={styles.foldButton}
        onClick={() => onOpen(item.key)}
        aria-expanded={false}
      >
        <span aria-hidden="true">▸ </span>
        {t('folded', { count: item.rows.length })}
        <span className={styles.foldRange}>{rangeOf(item.rows)}</span>
        <span className="unseen"> {t('unfold')}</span>
      </button>
    </div>
  )
}

/** "12–18" of the new text. */
function rangeOf(rows: readonly ComparisonRow[]): string {
  const [first, last] = [rows[0]?.newPosition, rows.at(-1)?.newPosition]
  if (first === undefined || first === null || last === undefined || last === null) return ''
  return first === last ? `${first + 1}` : `${first + 1}–${last + 1}`
}

function MovedAway({ row }: { readonly row: ComparisonRow }) {
  const t = useText(compare)
  const language = useLanguage() === 'ja' ? 'ja' : 'fr'
  const goTo = () => {
    const target = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`)
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className={styles.movedAway}>
      <span className={styles.movedNumber}>
        {row.oldPosition !== null && <s>{row.oldPosition + 1}</s>} <span aria-hidden="true">⤳</span>
      </span>
      <span>
        {row.newPosition !== null && t('movedTo', { n: row.newPosition + 1 })}
        <span className={styles.excerpt} lang={language}>
          {excerpt(row, language, 48)}
        </span>
      </span>
      <button type="button" className={styles.goTo} onClick={goTo}>
        {t('goToMoved')}
      </button>
    </div>
  )
}
