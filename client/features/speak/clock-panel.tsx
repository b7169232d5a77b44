/** The time that has run against the time that was planned, and in words how far the speaker is from the plan. */
import { useEffect, useState } from 'react'
import { paceAt, type SpeechPhase, type SpeechPlan } from '../../../shared/model/speech-plan.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './clock-panel.module.css'
import { useDuration } from './duration-words.ts'
import { clockFace, elapsedSeconds, type SpeechClock } from './speech-clock.ts'

type ClockPanelProps = {
  readonly plan: SpeechPlan
  readonly index: number
  readonly phase: SpeechPhase
  readonly clock: SpeechClock
  readonly onClock: () => void
  readonly onReset: () => void
}

export function ClockPanel({ plan, index, phase, clock, onClock, onReset }: ClockPanelProps) {
  const t = useText(speak)
  const duration = useDuration()
  const elapsed = useElapsed(clock)
  const runs = clock.since !== null
  const unit = plan.units[index]
  return (
    <section className={styles.panel} aria-label={t('clock')}>
      <p className={styles.faces}>
        <button
          type="button"
          className={styles.face}
          aria-label={`${clockFace(elapsed)} – ${t(runs ? 'pause' : 'start')}`}
          onClick={onClock}
        >
          <span aria-hidden="true" className={styles.sign}>
            {runs ? '❚❚' : '▶'}
          </span>
          {clockFace(elapsed)}
        </button>
        <button
          type="button"
          className={styles.reset}
          title={t('reset')}
          aria-label={t('reset')}
          onClick={onReset}
        >
          <span aria-hidden="true">↺</span>
        </button>
      </p>
      <p className={styles.pace}>
        <PaceWords pace={elapsed === 0 ? null : paceAt(plan, index, phase, elapsed)} />
      </p>
      <p className={styles.plan}>
        <span>{t('planned', { time: duration(plan.seconds) })}</span>
        {plan.allotted !== null && <span>{t('allotted', { time: duration(plan.allotted) })}</span>}
        {unit && (
          <span>
            {t('plannedUnit', { time: duration(unit.speaking) })}
            {unit.interpreting > 0 && ` ${t('plannedInterpretation', { time: duration(unit.interpreting) })}`}
          </span>
        )}
      </p>
      {plan.natural > plan.seconds + 1 && (
        <p className={styles.tooLong}>{t('tooLong', { time: duration(plan.natural) })}</p>
      )}
    </section>
  )
}

/** Null while the clock has not run. By the second nobody reads: ten at a time. */
function PaceWords({ pace }: { readonly pace: number | null }) {
  const t = useText(speak)
  const duration = useDuration()
  if (pace === null) return t('notStarted')
  if (pace === 0) return <span data-pace="on-time">● {t('onTime')}</span>
  const time = duration(Math.floor(Math.abs(pace) / 10) * 10)
  return pace > 0 ? (
    <span data-pace="behind">▼ {t('behind', { time })}</span>
  ) : (
    <span data-pace="ahead">▲ {t('ahead', { time })}</span>
  )
}

function useElapsed(clock: SpeechClock): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (clock.since === null) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [clock])
  return elapsedSeconds(clock, now)
}
