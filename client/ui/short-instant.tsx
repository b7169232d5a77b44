/** An instant on the reader's own clock, in few words; both sides' clocks on hover and focus. */
import { calendarDaysBetween, isoTime, onBothClocks, shortDay } from '../../shared/words/dates.ts'
import { useLanguage } from '../i18n/use-text.ts'
import { useSession } from '../session.tsx'
import styles from './instant.module.css'
import { Tooltip } from './tooltip.tsx'

type ShortInstantProps = {
  /** ISO 8601 UTC. */
  readonly at: string
  /** Reached by the Tab key, for who has no pointer; false where many stand in a list. */
  readonly reachable?: boolean
}

export function ShortInstant({ at, reachable = false }: ShortInstantProps) {
  const language = useLanguage()
  const words = useShortInstant()(at)
  return (
    <Tooltip text={onBothClocks(at, language)}>
      <time dateTime={at} className={styles.short} tabIndex={reachable ? 0 : undefined}>
        {words}
      </time>
    </Tooltip>
  )
}

/** « 14:02 » today, « 3 juin, 14:02 » on another day. */
export function useShortInstant(): (at: string) => string {
  const language = useLanguage()
  const { zone } = useSession().person
  return at => {
    const today = new Date().toISOString()
    const time = isoTime(at, zone)
    if (calendarDaysBetween(at, today, zone) === 0) return time
    return `${shortDay(at, today, language, zone)}${language === 'ja' ? '' : ', '}${time}`
  }
}
