/**
 * 新旧対照表, tableau comparatif: old and new of each language in columns of their own. Each language keeps the
 * headings, the order and the markers that its administrations know.
 */
import { memo } from 'react'
import type { Language } from '../../../shared/model/language.ts'
import type { ComparedView } from '../../../shared/protocol/views.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { conventions } from '../../i18n/messages/compare-conventions.ts'
import { sayIn, useText } from '../../i18n/use-text.ts'
import { shownKinds } from './comparison-filters.ts'
import {
  FoldButton,
  type FoldItem,
  MovedNumber,
  MovedWords,
  rowRange,
  unitsOfFold,
} from './comparison-fold.tsx'
import type { ComparisonRowProps } from './comparison-row.tsx'
import { type SheetProps, type TableColumn, type TableHeads, tableColumns } from './comparison-sheet.ts'
import styles from './comparison-table.module.css'
import { CellBlocks, Untouched } from './row-cell.tsx'
import { RowMargin, rowWords, unitOfRow } from './row-margin.tsx'
import { useComparedName } from './use-compared-name.ts'

type ComparisonTableProps = SheetProps & { readonly heads: TableHeads }

export function ComparisonTable({ items, setting, onOpen, current, seen, heads }: ComparisonTableProps) {
  const t = useText(compare)
  const { languages } = setting
  const columns = tableColumns(languages, heads.swapped)
  return (
    <table className={styles.table} data-columns={columns.length}>
      <caption className="unseen">{t('table')}</caption>
      <colgroup>
        <col className={styles.marginColumn} />
        {columns.map(({ language, state }) => (
          <col key={`${language} ${state}`} />
        ))}
      </colgroup>
      <thead className={styles.heads}>
        {languages.length > 1 && (
          <tr>
            <td className={styles.corner} />
            {languages.map(language => (
              <th key={language} scope="colgroup" colSpan={2} className={styles.language} lang={language}>
                {LANGUAGE_NAMES[language]}
                <SwapButton language={language} onSwap={heads.onSwap} />
              </th>
            ))}
          </tr>
        )}
        <tr>
          <td className={styles.corner}>
            {languages.length === 1 && <SwapButton language={languages[0]!} onSwap={heads.onSwap} />}
          </td>
          {columns.map(column => (
            <ColumnHead key={`${column.language} ${column.state}`} column={column} heads={heads} />
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(item =>
          item.type === 'fold' ? (
            <FoldRow key={item.key} item={item} columns={columns} onOpen={onOpen} />
          ) : item.place === 'left' ? (
            <tr key={item.key}>
              <td className={styles.moved}>
                <MovedNumber row={item.row} />
              </td>
              <td className={styles.moved} colSpan={columns.length}>
                <MovedWords row={item.row} />
              </td>
            </tr>
          ) : (
            <TableRow
              key={item.key}
              row={item.row}
              change={item.change}
              current={item.change !== null && item.change === current}
              seen={seen.has(item.row.key)}
              setting={setting}
              swapped={heads.swapped}
            />
          ),
        )}
      </tbody>
    </table>
  )
}

function ColumnHead({
  column: { language, state },
  heads,
}: {
  readonly column: TableColumn
  readonly heads: TableHeads
}) {
  const nameOf = useComparedName()
  return (
    <th scope="col" className={styles.head} lang={language} data-state={state}>
      {headingOf(language, state, heads.to)}
      <span className={styles.version}>{nameOf(state === 'old' ? heads.from : heads.to, language)}</span>
    </th>
  )
}

/** 改正案｜現行 while the newer text is a proposal, 改正後｜改正前 once it is adopted. */
function headingOf(language: Language, state: TableColumn['state'], to: ComparedView): string {
  const c = sayIn(conventions, language)
  if (to.adopted) return c(state)
  return c(state === 'old' ? 'oldOfProposal' : 'newOfProposal')
}

function SwapButton({ language, onSwap }: { readonly language: Language } & Pick<TableHeads, 'onSwap'>) {
  const t = useText(compare)
  const words = t(language === 'fr' ? 'swapFrench' : 'swapJapanese')
  return (
    <button
      type="button"
      className={styles.swap}
      aria-label={words}
      title={words}
      onClick={() => onSwap(language)}
    >
      ⇄
    </button>
  )
}

type TableRowProps = ComparisonRowProps & { readonly swapped: readonly Language[] }

/** Drawn again only when it changes. */
const TableRow = memo(function TableRow({ row, change, current, seen, setting, swapped }: TableRowProps) {
  const t = useText(compare)
  const kinds = shownKinds(row.kinds, setting)
  return (
    <tr
      className={styles.row}
      data-change={change ?? undefined}
      data-row={row.key}
      data-unit={unitOfRow(row)}
      data-alarm={kinds.length ? (row.alarm ?? undefined) : undefined}
      aria-current={current || undefined}
      tabIndex={-1}
    >
      <th scope="row" className={styles.margin} aria-label={rowWords(row, kinds, t)}>
        <RowMargin row={row} kinds={kinds} seen={seen} tick={setting.tick} />
      </th>
      {tableColumns(setting.languages, swapped).map(({ language, state }) => (
        <td key={`${language} ${state}`} className={styles.cell} data-language={language} data-state={state}>
          <p className={styles.name} aria-hidden="true">
            {LANGUAGE_NAMES[language]} – {t(state)}
          </p>
          <CellBlocks row={row} language={language} state={state} setting={setting} />
          {kinds.length > 0 && <Untouched row={row} language={language} state={state} setting={setting} />}
        </td>
      ))}
    </tr>
  )
})

type FoldRowProps = {
  readonly item: FoldItem
  readonly columns: readonly TableColumn[]
  readonly onOpen: (key: string, open: boolean) => void
}

/** Each column says by its own convention that nothing changed there, or that something was left out. */
function FoldRow({ item, columns, onOpen }: FoldRowProps) {
  return (
    <tr className={styles.fold} data-open={item.open || undefined} data-units={unitsOfFold(item)}>
      <td className={styles.foldKey}>
        <FoldButton item={item} onOpen={onOpen} brief />
        <span className={styles.range}>{rowRange(item.rows)}</span>
      </td>
      {columns.map(({ language, state }) => (
        <td key={`${language} ${state}`} className={styles.folded} lang={language}>
          {!item.open && sayIn(conventions, language)(item.hidden ? 'omitted' : 'unchanged')}
        </td>
      ))}
    </tr>
  )
}
