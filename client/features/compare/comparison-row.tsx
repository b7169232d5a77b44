/** One unit of a comparison as a redline: beside its margin, the languages shown, each with its marks. */
import { memo } from 'react'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { shownKinds } from './comparison-filters.ts'
import styles from './comparison-row.module.css'
import type { SheetSetting } from './comparison-sheet.ts'
import { Cell } from './row-cell.tsx'
import { RowMargin, rowWords, unitOfRow } from './row-margin.tsx'

export type ComparisonRowProps = {
  readonly row: ComparisonRow
  /** Number of the change among those shown; null for an unchanged unit. */
  readonly change: number | null
  readonly current: boolean
  readonly seen: boolean
  readonly setting: SheetSetting
}

/** Drawn again only when it changes: a step through a thousand rows draws two. */
export const ComparisonRowView = memo(function ComparisonRowView({
  row,
  change,
  current,
  seen,
  setting,
}: ComparisonRowProps) {
  const t = useText(compare)
  const kinds = shownKinds(row.kinds, setting)
  return (
    <article
      className={styles.row}
      data-languages={setting.languages.length}
      data-change={change ?? undefined}
      data-row={row.key}
      data-unit={unitOfRow(row)}
      data-alarm={kinds.length ? (row.alarm ?? undefined) : undefined}
      aria-label={rowWords(row, kinds, t)}
      aria-current={current || undefined}
      tabIndex={-1}
    >
      <div className={styles.margin}>
        <RowMargin row={row} kinds={kinds} seen={seen} tick={setting.tick} />
      </div>
      {setting.languages.map(language => (
        <Cell
          key={language}
          row={row}
          language={language}
          state="both"
          changed={kinds.length > 0}
          setting={setting}
        />
      ))}
    </article>
  )
})
