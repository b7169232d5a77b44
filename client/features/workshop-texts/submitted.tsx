/** The receipt of a submission: which version, when on both clocks, whether in time, with which fingerprint. */
import type { DraftView, VersionView } from '../../../shared/protocol/views.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { Page } from '../../ui/page.tsx'
import { Fingerprint } from '../texts/fingerprint.tsx'
import styles from './submission.module.css'
import { workshopAddress } from './submission-address.ts'

export function Submitted({
  draft: { text },
  version,
}: {
  readonly draft: DraftView
  readonly version: VersionView
}) {
  const t = useText(workshopTexts)
  const { label, madeAt, due, late, sha256 } = version
  return (
    <Page
      title={
        <>
          <span aria-hidden="true">✓ </span>
          {t('done-title', { label })}
        </>
      }
      titleText={t('done-title', { label })}
      lead={t('done-words')}
      width="text"
    >
      <dl className={styles.facts}>
        <div className={styles.wide}>
          <dt>
            <Label of={text.title} />
          </dt>
          <dd className={styles.label}>{label}</dd>
        </div>
        <div>
          <dt>{t('done-at')}</dt>
          <dd>
            <InstantLines at={madeAt} />
            {due && (
              <span className={late ? styles.late : styles.inTime}>
                <span aria-hidden="true">{late ? '▲ ' : '✓ '}</span>
                {t(late ? 'done-late' : 'in-time')}
              </span>
            )}
          </dd>
        </div>
        {due && (
          <div>
            <dt>{t('due')}</dt>
            <dd>
              <InstantLines at={due.at} meantIn={due.zone} />
            </dd>
          </div>
        )}
        <div className={styles.wide}>
          <dt>{t('fingerprint')}</dt>
          <dd>
            <Fingerprint sha256={sha256} label={label} whole />
          </dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        {text.workshop && (
          <ButtonLink to={workshopAddress(text.workshop)} kind="primary">
            {t('to-workshop')}
          </ButtonLink>
        )}
        <ButtonLink to={`/versions/${version.id}`}>{t('read-version', { label })}</ButtonLink>
      </div>
    </Page>
  )
}
