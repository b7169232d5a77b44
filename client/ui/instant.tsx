import { clockReadings, onBothClocks } from '../../shared/words/dates.ts'
import { useLanguage } from '../i18n/use-text.ts'
import styles from './instant.module.css'

type InstantProps = {
  /** ISO 8601 UTC. */
  readonly at: string
  /** IANA zone in which it was meant; its clock is read first. */
  readonly meantIn?: string | null
}

/** An instant on both clocks, in one line. */
export function Instant({ at, meantIn = null }: InstantProps) {
  return <time dateTime={at}>{onBothClocks(at, useLanguage(), meantIn)}</time>
}

/** An instant on both clocks, one below the other. */
export function InstantLines({ at, meantIn = null }: InstantProps) {
  const language = useLanguage()
  return (
    <time dateTime={at} className={styles.lines}>
      {clockReadings(at, language, meantIn, true).map(reading => (
        <span key={reading.side} className={styles.line}>
          <span>{reading.text}</span>
          <span className={styles.place}>{reading.name}</span>
        </span>
      ))}
    </time>
  )
}
