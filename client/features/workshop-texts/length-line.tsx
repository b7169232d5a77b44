/** [W2] How long a text is in one language against what it may be, and how long it takes to say. */
import type { Language } from '../../../shared/model/language.ts'
import { lengthLevel, speakingSeconds } from '../../../shared/model/speech.ts'
import { type Budget, budgetIn } from '../../../shared/model/workshop.ts'
import { common } from '../../i18n/messages/common.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './lengths.module.css'

type LengthLineProps = {
  readonly language: Language
  /** French words or Japanese characters. */
  readonly length: number
  readonly budget: Budget | null
}

/** The limit is said by word and shape, from nine tenths on; it stops nobody. */
export function LengthLine({ language, length, budget }: LengthLineProps) {
  const t = useText(workshopTexts)
  const c = useText(common)
  const limit = budget && budgetIn(budget, language)
  const level = limit === null ? 'within' : lengthLevel(length, limit)
  const time = useTime()
  return (
    <p className={styles.line} data-level={level}>
      <span className={styles.language}>{c(`language.${language}`)}</span>{' '}
      <span className={styles.figures}>
        {t(language === 'fr' ? 'words' : 'characters', { count: length, length })}
        {limit !== null && <> {t('of', { budget: limit })}</>}
      </span>
      {limit !== null && (
        <span className={styles.meter} aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, (length / limit) * 100)}%` }} />
        </span>
      )}
      {level !== 'within' && limit !== null && (
        <span className={styles.level}>
          <span aria-hidden="true">{level === 'near' ? '△ ' : '▲ '}</span>
          {level === 'near' ? t('near') : t('beyond', { over: length - limit })}
        </span>
      )}{' '}
      <span className={styles.time}>
        {t('speech', { time: time(speakingSeconds(length, language, false)) })}
        <span className={styles.interpreted}>
          {' · '}
          {t('speech-interpreted', { time: time(speakingSeconds(length, language, true)) })}
        </span>
      </span>
    </p>
  )
}

function useTime(): (seconds: number) => string {
  const t = useText(workshopTexts)
  return seconds =>
    t('time', { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') })
}
