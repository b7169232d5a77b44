import { useEffect } from 'react'
import type { Person } from '../../../shared/model/mandate.ts'
import { people } from '../../i18n/messages/people.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { CopyLink } from '../../ui/copy-link.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'

/** Makes a link for someone who lost their password; asking for it is what opened this dialog. */
export function SignInLinkDialog({
  person,
  onClose,
}: {
  readonly person: Person
  readonly onClose: () => void
}) {
  const t = useText(people)
  const { mutate, data, error } = useAct('POST /api/people/:id/sign-in-link')
  useEffect(() => mutate({ params: { id: person.id } }), [mutate, person.id])
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t('sign-in-link-title', { name: person.name })}
      width="wide"
    >
      {data ? (
        <CopyLink link={data.link} expiresAt={data.expiresAt} />
      ) : error ? (
        <FailureNotice error={error} />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}
