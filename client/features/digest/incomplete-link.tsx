import { account } from '../../i18n/messages/account.ts'
import { useText } from '../../i18n/use-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'

/** A link of which the end was lost on the way. */
export function IncompleteLink() {
  const t = useText(account)
  return (
    <Page title={t('no-token-title')} lead={t('no-token')} width="text">
      <ButtonLink to="/">{t('to-sign-in')}</ButtonLink>
    </Page>
  )
}
