/** One unit of a comparison: what kind of change in words, the alarm, and its cells in both languages. */
import { memo } from 'react'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ComparisonLayout } from './comparison-address.ts'
import { shownKinds } from './comparison-items.ts'
import styles from './comparison-row.module.css'
import { Cell, type CellSetting } from './row-cell.tsx'

/** What every row of one comparison shares. */
export type RowSetting = CellSetting & { readonly layout: ComparisonLayout }

type ComparisonRowProps = {
  readonly row: ComparisonRow
  /** Number of the change among those shown; null for an unchanged unit. */
  readonly change: number | null
  readonly current: boolean
  readonly setting: RowSetting
}

/** Drawn again only when it changes: a step through a thousand rows draws two. */
export const ComparisonRowView = memo(function ComparisonRowView({
  row,
  change,
  current,
  setting,
}: ComparisonRowProps) {
  const t = useText(compare)
  const kinds = change === null ? [] : shownKinds(row.kinds, setting.filters)
  const words = [
    ...kinds.map(kind => t(kind)),
    ...(row.alarm ? [t(row.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')] : []),
  ]
  const position = unitWords(row, t)
  return (
    <article
      className={styles.row}
      data-layout={setting.layout}
      data-change={change ?? undefined}
      data-row={row.key}
      data-alarm={change === null ? undefined : (row.alarm ?? undefined)}
      aria-label={[position, ...words].join(' – ')}
      aria-current={current || undefined}
      tabIndex={-1}
    >
      <div className={styles.margin}>
        <UnitNumber row={row} changed={change !== null} />
        {kinds.length > 0 && (
          <ul className={styles.kinds}>
            {kinds.map(kind => (
              <li key={kind}>
                {kind === 'moved' && row.oldPosition !== null
                  ? t('movedFrom', { n: row.oldPosition + 1 })
                  : t(kind)}
              </li>
            ))}
          </ul>
        )}
        {change !== null && row.alarm && (
          <p className={styles.alarm}>
            <span aria-hidden="true">▲ </span>
            {t(row.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')}
          </p>
        )}
      </div>
      {LANGUAGES.map(language =>
        setting.layout === 'redline' ? (
          <Cell
            key={language}
            row={row}
            language={language}
            state="both"
            changed={change !== null}
            setting={setting}
          />
        ) : (
          (['old', 'new'] as const).map(state => (
            <Cell
              key={`${language} ${state}`}
              row={row}
              language={language}
              state={state}
              changed={change !== null}
              setting={setting}
            />
          ))
        ),
      )}
    </article>
  )
})

/** The number now, the former one below it when the text before it grew or shrank; struck when the unit is gone. */
function UnitNumber({ row, changed }: { readonly row: ComparisonRow; readonly changed: boolean }) {
  const t = useText(compare)
  const [was, is] = [row.oldPosition, row.newPosition]
  return (
    <p className={styles.number} aria-hidden="true">
      {is === null ? <s>{was === null ? '' : was + 1}</s> : is + 1}
      {changed && is !== null && was !== null && was !== is && !row.kinds.includes('moved') && (
        <span className={styles.was}> {t('was', { n: was + 1 })}</span>
      )}
    </p>
  )
}

function unitWords(row: ComparisonRow, t: ReturnType<typeof useText<typeof compare.messages.fr>>): string {
  const [was, is] = [row.oldPosition, row.newPosition]
  if (is === null) return t('unitDeleted', { old: (was ?? 0) + 1 })
  return was === null || was === is ? t('unit', { n: is + 1 }) : t('unitWas', { n: is + 1, old: was + 1 })
}
