/** Under the words: where the speaker is, and what comes next. */
import { LANGUAGES } from '../../../shared/model/language.ts'
import { firstWords } from '../../../shared/model/spoken-units.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './speak.module.css'
import type { SpeakPreferences } from './speak-preferences.ts'
import type { SpokenVersion } from './use-spoken-version.ts'

type WhereaboutsProps = {
  readonly number: number
  readonly index: number
  readonly count: number
  readonly step: number
  readonly steps: number
  readonly interpreting: boolean
  readonly typed: string
}

export function Whereabouts({ number, index, count, step, steps, interpreting, typed }: WhereaboutsProps) {
  const t = useText(speak)
  return (
    <p className={styles.where} role="status">
      <strong className={styles.number}>{t('unit', { number })}</strong>
      <span>{t('place', { place: index + 1, count })}</span>
      {steps > 1 && <span>{t('screenOf', { step: step + 1, steps })}</span>}
      {interpreting && <strong className={styles.interpreting}>◆ {t('interpreting')}</strong>}
      {typed && <strong className={styles.typed}>{t('goTo', { number: typed })}</strong>}
    </p>
  )
}

export function NextWords({
  spoken: { units, facts },
  index,
  shown,
}: {
  readonly spoken: SpokenVersion
  readonly index: number
  readonly shown: SpeakPreferences['shown']
}) {
  const t = useText(speak)
  const next = units[index + 1]
  if (!next) return <p className={styles.next}>{t('end')}</p>
  return (
    <p className={styles.next}>
      <span className={styles.nextMark}>{t('nextWords')}</span>
      {LANGUAGES.filter(each => shown === 'both' || shown === each).map(language => (
        <span key={language} lang={language} className={styles.nextWords}>
          {[...next.opens, next]
            .map(unit => firstWords(unit, language, facts, language === 'fr' ? 60 : 30))
            .filter(Boolean)
            .join(' › ')}
        </span>
      ))}
    </p>
  )
}
