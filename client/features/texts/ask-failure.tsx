import { Refusal } from '../../api.ts'
import { NotFoundPage } from '../../routes/not-found-page.tsx'
import { FailurePage } from '../../ui/failure.tsx'
import { Page } from '../../ui/page.tsx'

/** In place of a page whose question failed: what one may not know of looks like an address that does not exist. */
export function AskFailure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  if (error instanceof Refusal && error.id === 'not-found') return <NotFoundPage />
  return (
    <Page title="" width="text">
      <FailurePage error={error} retry={retry} />
    </Page>
  )
}
