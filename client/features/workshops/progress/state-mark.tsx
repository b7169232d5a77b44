import type { SubmissionState } from '../../../../shared/model/workshop.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { useText } from '../../../i18n/use-text.ts'
import styles from './progress.module.css'

/** How far a text has come, by shape and word. */
export function StateMark({ state }: { readonly state: SubmissionState }) {
  const t = useText(workshopProgress)
  return (
    <span className={`${styles.state} ${styles[state]}`}>
      <span className={styles.sign} aria-hidden="true">
        {STATE_SIGNS[state]}
      </span>
      {t(`state.${state}`)}
    </span>
  )
}

/** Empty, half full, full; an arrow back, an arrow again, a tick, a block. */
export const STATE_SIGNS: { readonly [S in SubmissionState]: string } = {
  none: '○',
  draft: '◐',
  submitted: '●',
  returned: '↩',
  resubmitted: '◉',
  accepted: '✓',
  integrated: '■',
}
