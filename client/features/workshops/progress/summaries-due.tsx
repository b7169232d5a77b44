import type { Deadline } from '../../../../shared/model/edition.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { useText } from '../../../i18n/use-text.ts'
import { InstantLines } from '../../../ui/instant.tsx'
import styles from './progress.module.css'

/** When summaries are due, on both clocks, or that the plan does not say. */
export function SummariesDue({ due }: { readonly due: Deadline | null }) {
  const t = useText(workshopProgress)
  return (
    <div className={styles.due}>
      <span>{t(due ? 'due' : 'no-due')}</span>
      {due && <InstantLines at={due.at} meantIn={due.zone} />}
    </div>
  )
}
