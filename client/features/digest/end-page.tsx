/** The link with which every digest ends. Nobody need be signed in; the button ends it, not the opening of the page. */
import { useState } from 'react'
import { digest } from '../../i18n/messages/digest.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Frame } from '../../ui/frame.tsx'
import { Page } from '../../ui/page.tsx'
import { forgetLinkToken, linkToken } from '../join/link-token.ts'
import styles from './digest.module.css'
import { IncompleteLink } from './incomplete-link.tsx'

export function EndPage() {
  const [token] = useState(linkToken)
  return <Frame>{token === null ? <IncompleteLink /> : <EndForm token={token} />}</Frame>
}

function EndForm({ token }: { readonly token: string }) {
  const t = useText(digest)
  const end = useAct('POST /api/digest/end', ['GET /api/digest'])
  if (end.isSuccess)
    return (
      <Page title={t('end-done-title')} width="text">
        <p className={styles.said} role="status">
          {t('end-done')}
        </p>
        <ButtonLink to="/">{t('to-start')}</ButtonLink>
      </Page>
    )
  return (
    <Page title={t('end-title')} lead={t('end-lead')} width="text">
      {end.error && (
        <div className={styles.said}>
          <FailureNotice error={end.error} />
        </div>
      )}
      <Button
        kind="primary"
        onClick={() => end.mutate({ body: { token } }, { onSuccess: forgetLinkToken })}
        busy={end.isPending}
      >
        {t('end-act')}
      </Button>
    </Page>
  )
}
