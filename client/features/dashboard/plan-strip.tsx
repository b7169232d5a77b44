import { Link } from 'react-router'
import type { Stage } from '../../../shared/model/edition.ts'
import { calendarDay, isoDay } from '../../../shared/words/dates.ts'
import { desk } from '../../i18n/messages/desk.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Label } from '../../ui/label.tsx'
import { TurnMark } from '../../ui/side-mark.tsx'
import { STAGE_SIGNS } from '../../ui/stage-signs.ts'
import styles from './desk.module.css'

/** The stages in order, what is done, what is under way. */
export function PlanStrip({ stages }: { readonly stages: readonly Stage[] }) {
  const t = useText(desk)
  const language = useLanguage()
  return (
    <>
      <ol className={styles.strip}>
        {stages.map(stage => (
          <li
            key={stage.id}
            data-state={stage.state}
            aria-current={stage.state === 'current' ? 'step' : undefined}
          >
            <span className={styles.sign} aria-hidden="true">
              {STAGE_SIGNS[stage.state]}
            </span>
            <div>
              <p className={styles.stripName}>
                <Label of={stage.name} />
                <span className="unseen"> ({t(`stage-${stage.state}`)})</span>
              </p>
              <p className={styles.stripDetail}>
                <TurnMark turn={stage.turn} />
                {stage.due && <span>{calendarDay(isoDay(stage.due.at, stage.due.zone), language)}</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <Link to="/plan">{t('whole-plan')}</Link>
    </>
  )
}
