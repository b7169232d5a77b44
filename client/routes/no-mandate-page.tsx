import { account } from '../i18n/messages/account.ts'
import { frame } from '../i18n/messages/frame.ts'
import { useText } from '../i18n/use-text.ts'
import { Page } from '../ui/page.tsx'

/** [M4] For someone whose last mandate has ended: the account remains, and opens nothing. */
export function NoMandatePage() {
  const t = useText(account)
  const words = useText(frame)
  return (
    <Page title={words('no-mandate')} lead={t('no-mandate')} width="text">
      {null}
    </Page>
  )
}
