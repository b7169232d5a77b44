/** The remarks on a row of successive versions: per step the kinds of change and the alarm, then what others add. */
import { Children, type ReactNode } from 'react'
import { CHANGE_KINDS, type ComparisonRow } from '../../../../shared/compare/comparison.ts'
import { compare } from '../../../i18n/messages/compare.ts'
import { useLanguage, useText } from '../../../i18n/use-text.ts'
import type { ChainRow } from './chain.ts'
import styles from './columns-table.module.css'

type ChainRemarkListProps = {
  readonly row: ChainRow
  /** Of the states, from the oldest: a step is named by the one it leads to. */
  readonly names: readonly string[]
  readonly more: readonly ReactNode[]
}

export function ChainRemarkList({ row, names, more }: ChainRemarkListProps) {
  const t = useText(compare)
  const separator = useLanguage() === 'ja' ? '、' : ', '
  const said = row.steps.flatMap((step, index) => {
    const changed = step.filter(({ kinds }) => kinds.length > 0)
    if (changed.length === 0) return []
    const kinds = CHANGE_KINDS.filter(kind => changed.some(each => each.kinds.includes(kind)))
    const words = kinds.map(kind => (kind === 'moved' ? movedWords(changed, t) : t(kind))).join(separator)
    const alarms = [...new Set(changed.flatMap(({ alarm }) => (alarm ? [alarm] : [])))]
    return [
      <li key={names[index + 1]}>
        <strong>{t('remarkOf', { version: names[index + 1]! })}</strong> {words}
        {alarms.map(alarm => (
          <span key={alarm} className={styles.alarm}>
            <span aria-hidden="true">▲ </span>
            {t(alarm === 'fr-only' ? 'frOnly' : 'jaOnly')}
          </span>
        ))}
      </li>,
    ]
  })
  if (said.length + more.length === 0) return null
  return (
    <ul className={styles.remarkList}>
      {said}
      {Children.map(more, remark => (
        <li>{remark}</li>
      ))}
    </ul>
  )
}

function movedWords(
  rows: readonly ComparisonRow[],
  t: ReturnType<typeof useText<typeof compare.messages.fr>>,
) {
  const was = rows.find(row => row.kinds.includes('moved'))?.oldPosition
  return was === null || was === undefined ? t('moved') : t('movedFrom', { n: was + 1 })
}
