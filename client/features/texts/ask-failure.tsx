import { Refusal } from '../../api.ts'
import { frame } from '../../i18n/messages/frame.ts'
import { useText } from '../../i18n/use-text.ts'
import { NotFoundPage } from '../../routes/not-found-page.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Page } from '../../ui/page.tsx'

/** In place of a page whose question failed: what one may not know of looks like an address that does not exist. */
export function AskFailure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const t = useText(frame)
  if (error instanceof Refusal && error.id === 'not-found') return <NotFoundPage />
  return (
    <Page title={t('ask-failed')} width="text">
      <FailureNotice error={error} retry={retry} />
    </Page>
  )
}
