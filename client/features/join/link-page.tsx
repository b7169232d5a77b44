import type { ReactNode } from 'react'
import type { LinkView } from '../../../shared/protocol/views.ts'
import { account } from '../../i18n/messages/account.ts'
import { useText } from '../../i18n/use-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Frame } from '../../ui/frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import styles from './join.module.css'
import { useLink } from './use-link.ts'

/** A page one reaches by a link: says why when the link is cut short, unknown, expired or used. */
export function LinkPage({ children }: { readonly children: (token: string, link: LinkView) => ReactNode }) {
  const t = useText(account)
  const { token, link, error } = useLink()
  return (
    <Frame>
      {token === null ? (
        <Page title={t('no-token-title')} lead={t('no-token')} width="text">
          <ButtonLink to="/">{t('to-sign-in')}</ButtonLink>
        </Page>
      ) : link ? (
        children(token, link)
      ) : error ? (
        <Page title={t('link-refused')} width="text">
          <FailureNotice error={error} />
          <p className={styles.after}>
            <ButtonLink to="/">{t('to-sign-in')}</ButtonLink>
          </p>
        </Page>
      ) : (
        <Loading />
      )}
    </Frame>
  )
}
