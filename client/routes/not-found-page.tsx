import { frame } from '../i18n/messages/frame.ts'
import { useText } from '../i18n/use-text.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

/** For addresses that do not exist, and for those that one may not know of: the same words. */
export function NotFoundPage() {
  const t = useText(frame)
  return (
    <Page title={t('not-found-title')} lead={t('not-found-text')} width="text">
      <ButtonLink to="/">{t('to-desk')}</ButtonLink>
    </Page>
  )
}
