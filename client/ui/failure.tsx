import { useFailureText } from '../failure-text.ts'
import { common } from '../i18n/messages/common.ts'
import { frame } from '../i18n/messages/frame.ts'
import { useText } from '../i18n/use-text.ts'
import { mayPass } from '../queries.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** What an act or a question was refused with, in words; `retry` is offered when another try may pass. */
export function FailureNotice({
  error,
  retry,
}: {
  readonly error: unknown
  readonly retry?: (() => void) | undefined
}) {
  const say = useFailureText()
  const t = useText(common)
  const hopeful = retry && error instanceof Error && mayPass(error)
  return (
    <Notice kind="alarm" actions={hopeful ? <Button onClick={retry}>{t('retry')}</Button> : undefined}>
      {say(error)}
    </Notice>
  )
}

/** In place of a page whose question failed. */
export function FailurePage({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useText(frame)
  return (
    <>
      <h1>{t('ask-failed')}</h1>
      <FailureNotice error={error} retry={retry} />
    </>
  )
}
