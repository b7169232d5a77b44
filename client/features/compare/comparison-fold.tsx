/** A folded stretch of a comparison, and the pointer that a moved unit leaves where it stood. */
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { Language } from '../../../shared/model/language.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { conventions } from '../../i18n/messages/compare-conventions.ts'
import { sayIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { excerpt } from './compared-texts.ts'
import styles from './comparison-fold.module.css'
import type { ComparisonItem } from './comparison-items.ts'
import { unitOfRow } from './row-margin.tsx'

export type FoldItem = Extract<ComparisonItem, { type: 'fold' }>

type FoldProps = {
  readonly item: FoldItem
  /** Those of the columns: on paper each says by its own convention that something is left out. */
  readonly languages: readonly Language[]
  readonly onOpen: (key: string, open: boolean) => void
}

export function Fold({ item, languages, onOpen }: FoldProps) {
  return (
    <div className={styles.fold} data-open={item.open || undefined} data-units={unitsOfFold(item)}>
      <FoldButton item={item} onOpen={onOpen} />
      {!item.open && (
        <div className={styles.printed} data-languages={languages.length} aria-hidden="true">
          <span>{rowRange(item.rows)}</span>
          {languages.map(language => (
            <span key={language} lang={language}>
              {sayIn(conventions, language)('omitted')}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

/** The units that stand in it while it is closed, for what looks for them on the page. */
export function unitsOfFold({ open, rows }: FoldItem): string | undefined {
  return open ? undefined : rows.map(unitOfRow).join(' ')
}

/** Says what is folded and opens it; once open, closes it. What filters hide is never called unchanged. */
export function FoldButton({
  item,
  onOpen,
  brief = false,
}: Pick<FoldProps, 'item' | 'onOpen'> & {
  /** Only how many: the columns say the rest. */
  readonly brief?: boolean
}) {
  const t = useText(compare)
  const { key, open, rows, hidden } = item
  const count = rows.length
  const words = hidden
    ? t(brief ? 'briefHidden' : 'foldedHidden', { count, hidden })
    : t(brief ? 'brief' : 'folded', { count })
  return (
    <button
      type="button"
      className={styles.button}
      onClick={() => onOpen(key, !open)}
      aria-expanded={open}
      data-hidden={hidden || undefined}
    >
      <span aria-hidden="true">{open ? '▾ ' : '▸ '}</span>
      {words}
      {!brief && <span className={styles.range}>{rowRange(rows)}</span>}
      <span className="unseen"> {t(open ? 'refold' : 'unfold')}</span>
    </button>
  )
}

/** "12–18" of the new text. */
export function rowRange(rows: readonly ComparisonRow[]): string {
  const places = rows.flatMap(row => (row.newPosition === null ? [] : [row.newPosition + 1]))
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined) return ''
  return first === last ? `${first}` : `${first}–${last}`
}

export function MovedAway({ row }: { readonly row: ComparisonRow }) {
  return (
    <div className={styles.movedAway}>
      <span className={styles.movedNumber}>
        <MovedNumber row={row} />
      </span>
      <MovedWords row={row} />
    </div>
  )
}

export function MovedNumber({ row }: { readonly row: ComparisonRow }) {
  return (
    <>
      {row.oldPosition !== null && <s>{row.oldPosition + 1}</s>} <span aria-hidden="true">⤳</span>
    </>
  )
}

/** Where it went, its first words, and the way to it. */
export function MovedWords({ row }: { readonly row: ComparisonRow }) {
  const t = useText(compare)
  const language = useLanguage() === 'ja' ? 'ja' : 'fr'
  const goTo = () => {
    const target = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`)
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <span>
        {row.newPosition !== null && t('movedTo', { n: row.newPosition + 1 })}
        <span className={styles.excerpt} lang={language}>
          {excerpt(row, language, 48)}
        </span>
      </span>{' '}
      <button type="button" className={styles.goTo} onClick={goTo}>
        {t('goToMoved')}
      </button>
    </>
  )
}
