/** [R7] Until when, on both clocks, and how much is left or how late it is. */
import type { Deadline } from '../../../shared/model/edition.ts'
import { calendarDaysBetween } from '../../../shared/words/dates.ts'
import { desk } from '../../i18n/messages/desk.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useNow } from '../../now.ts'
import { InstantLines } from '../../ui/instant.tsx'
import styles from './workshop-page.module.css'

export function DueLine({
  due,
  counting,
}: {
  readonly due: Deadline | null
  /** Something is still to be submitted: what is left counts. */
  readonly counting: boolean
}) {
  const t = useText(workshopTexts)
  if (!due) return t('no-due')
  return (
    <>
      <InstantLines at={due.at} meantIn={due.zone} />
      {counting && <Left due={due} />}
    </>
  )
}

function Left({ due: { at, zone } }: { readonly due: Deadline }) {
  const t = useText(desk)
  const now = useNow()
  const days = calendarDaysBetween(now, at, zone)
  if (now > at)
    return (
      <span className={styles.late}>
        <span aria-hidden="true">▲ </span>
        {days === 0 ? t('late-hours') : t('late-by', { count: -days })}
      </span>
    )
  return (
    <span className={styles.left}>
      <span aria-hidden="true">◷ </span>
      {days === 0 ? t('due-today') : days === 1 ? t('due-tomorrow') : t('due-in', { count: days })}
    </span>
  )
}
