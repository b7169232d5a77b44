/** What the version will be: its label, what it is compared with, its fingerprint, deadline, and what follows. */
import type { TransmissionPreview } from '../../../shared/protocol/views.ts'
import { transmission } from '../../i18n/messages/transmission.ts'
import { useText } from '../../i18n/use-text.ts'
import { Instant } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { TurnMark } from '../../ui/side-mark.tsx'
import { Fingerprint } from '../texts/fingerprint.tsx'
import styles from './transmission.module.css'

export function Leaving({ preview }: { readonly preview: TransmissionPreview }) {
  const t = useText(transmission)
  const { label, base, sha256, due, late, nextStage } = preview
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('label')}</dt>
        <dd className={styles.label}>{label}</dd>
      </div>
      <div>
        <dt>{t('base')}</dt>
        <dd>{base ? base.label : t('noBase')}</dd>
      </div>
      <div>
        <dt>{t('due')}</dt>
        <dd>
          {due ? <Instant at={due.at} meantIn={due.zone} /> : t('noDue')}
          {due && (
            <span className={late ? styles.late : styles.inTime}>
              {late ? (
                <>
                  <span aria-hidden="true">◷ </span>
                  {t('late')}
                </>
              ) : (
                t('inTime')
              )}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('next')}</dt>
        <dd>
          {nextStage ? (
            <>
              <Label of={nextStage.name} /> <TurnMark turn={nextStage.turn} />
              {nextStage.due && (
                <span className={styles.below}>
                  <Instant at={nextStage.due.at} meantIn={nextStage.due.zone} />
                </span>
              )}
            </>
          ) : (
            t('nextNone')
          )}
        </dd>
      </div>
      <div className={styles.wide}>
        <dt>{t('fingerprint')}</dt>
        <dd>
          <Fingerprint sha256={sha256} label={label} whole />
        </dd>
      </div>
    </dl>
  )
}
