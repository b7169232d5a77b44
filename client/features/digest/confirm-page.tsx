/** The link of a confirmation mail, for the person signed in. It is used up by the button, never by opening the page. */
import { useState } from 'react'
import { Refusal } from '../../api.ts'
import { digest } from '../../i18n/messages/digest.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { forgetLinkToken, linkToken } from '../join/link-token.ts'
import styles from './digest.module.css'
import { IncompleteLink } from './incomplete-link.tsx'

export function ConfirmPage() {
  const t = useText(digest)
  const { person } = useSession()
  const [token] = useState(linkToken)
  const confirm = useAct('POST /api/digest/confirm', ['GET /api/digest'])
  if (token === null) return <IncompleteLink />
  const settings = confirm.data?.settings
  if (settings)
    return (
      <Page title={t('confirm-done-title')} width="text">
        <p className={styles.said} role="status">
          {t('confirm-done', { hour: settings.hour, zone: person.zone.replaceAll('_', ' ') })}
        </p>
        <ButtonLink to="/profile">{t('to-profile')}</ButtonLink>
      </Page>
    )
  const act = () => confirm.mutate({ body: { token } }, { onSuccess: forgetLinkToken })
  return (
    <Page title={t('confirm-title')} lead={t('confirm-lead')} width="text">
      {confirm.error ? (
        <>
          {isDead(confirm.error) ? (
            <Notice kind="alarm">{t('confirm-dead')}</Notice>
          ) : (
            <FailureNotice error={confirm.error} />
          )}
          <p className={styles.said}>{t('confirm-refused')}</p>
          <ButtonLink to="/profile">{t('to-profile')}</ButtonLink>
        </>
      ) : (
        <Button kind="primary" onClick={act} busy={confirm.isPending}>
          {t('confirm-act')}
        </Button>
      )}
    </Page>
  )
}

/** What the secretariat, which makes the other links, can do nothing about. */
function isDead(error: Error): boolean {
  return error instanceof Refusal && ['link-unknown', 'link-used', 'link-expired'].includes(error.id)
}
