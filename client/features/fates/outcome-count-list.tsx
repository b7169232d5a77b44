/** "3 accepted · 1 rejected", each with its shape. */
import { OUTCOMES } from '../../../shared/model/amendment.ts'
import type { OutcomeCounts } from '../../../shared/protocol/views.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './outcome-count-list.module.css'

type OutcomeCountListProps = {
  readonly counts: OutcomeCounts
  /** Amendments without a decision. */
  readonly without?: number
  /** They can still be decided. */
  readonly open?: boolean
}

export function OutcomeCountList({ counts, without = 0, open = false }: OutcomeCountListProps) {
  const t = useText(fates)
  return (
    <ul className={styles.list}>
      {OUTCOMES.filter(outcome => counts[outcome] > 0).map(outcome => (
        <li key={outcome}>
          <span aria-hidden="true">{STATE_SIGNS[outcome]} </span>
          {t(`decisions.${outcome}`, { count: counts[outcome] })}
        </li>
      ))}
      {without > 0 && (
        <li>
          {open && <span aria-hidden="true">{STATE_SIGNS.undecided} </span>}
          {t(open ? 'decisions.undecided' : 'decisions.none', { count: without })}
        </li>
      )}
    </ul>
  )
}
