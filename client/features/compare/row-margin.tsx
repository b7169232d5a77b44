/** Beside a compared unit: its number, what kind of change in words, the alarm, and the reader's tick. */
import type { ChangeKind, ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { UnitAgreement } from '../../text-view/unit-agreement.tsx'
import { UnitMargin } from '../../text-view/unit-margin.tsx'
import styles from './row-margin.module.css'

type RowMarginProps = {
  readonly row: ComparisonRow
  /** The kinds of change to name; none for an unchanged unit. */
  readonly kinds: readonly ChangeKind[]
  readonly seen: boolean
  /** Null where nobody ticks. */
  readonly tick: ((key: string, seen: boolean) => void) | null
}

export function RowMargin({ row, kinds, seen, tick }: RowMarginProps) {
  const t = useText(compare)
  const changed = kinds.length > 0
  return (
    <div className={styles.margin}>
      <UnitNumber row={row} changed={changed} />
      {changed && (
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
      {changed && row.alarm && (
        <p className={styles.alarm}>
          <span aria-hidden="true">▲ </span>
          {t(row.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')}
        </p>
      )}
      <UnitAgreement unit={unitOfRow(row)} number={(row.newPosition ?? row.oldPosition ?? 0) + 1} />
      <UnitMargin unit={unitOfRow(row)} number={(row.newPosition ?? row.oldPosition ?? 0) + 1} />
      {changed && tick && (
        <label className={styles.tick}>
          <input type="checkbox" checked={seen} onChange={event => tick(row.key, event.target.checked)} />
          {t('seen')}
          <span className="unseen"> – {unitWords(row, t)}</span>
        </label>
      )}
    </div>
  )
}

/** The number now, the former one below it when the text before it grew or shrank; struck when the unit is gone. */
function UnitNumber({ row, changed }: { readonly row: ComparisonRow; readonly changed: boolean }) {
  const t = useText(compare)
  const [was, is] = [row.oldPosition, row.newPosition]
  return (
    <p className={styles.number} data-changed={changed || undefined} aria-hidden="true">
      {is === null ? <s>{was === null ? '' : was + 1}</s> : is + 1}
      {changed && is !== null && was !== null && was !== is && !row.kinds.includes('moved') && (
        <span className={styles.was}> {t('was', { n: was + 1 })}</span>
      )}
    </p>
  )
}

/** The unit that the row is about; of a deleted one, the one that it was. */
export function unitOfRow({ newUnit, oldUnits }: ComparisonRow): UnitId {
  return newUnit ?? oldUnits[0]!
}

type Say = ReturnType<typeof useText<typeof compare.messages.fr>>

/** "Paragraph 3, was 2". */
function unitWords(row: ComparisonRow, t: Say): string {
  const [was, is] = [row.oldPosition, row.newPosition]
  if (is === null) return t('unitDeleted', { old: (was ?? 0) + 1 })
  return was === null || was === is ? t('unit', { n: is + 1 }) : t('unitWas', { n: is + 1, old: was + 1 })
}

/** The unit and what changed in it, as the name of its row. */
export function rowWords(row: ComparisonRow, kinds: readonly ChangeKind[], t: Say): string {
  return [
    unitWords(row, t),
    ...kinds.map(kind => t(kind)),
    ...(row.alarm ? [t(row.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')] : []),
  ].join(' – ')
}
