import { useQueryClient } from '@tanstack/react-query'
import { presence } from '../../i18n/messages/presence.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOf, useAct } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Whether one lets one's circle see where one is. Takes effect when it is ticked: there is nothing to send. */
export function PresenceChoice() {
  const t = useText(presence)
  const toast = useToast()
  const client = useQueryClient()
  const { showsPresence } = useSession()
  const save = useAct('PUT /api/profile/presence', ['GET /api/people'])
  const choose = (shows: boolean) =>
    save.mutate(
      { body: { shows } },
      {
        onSuccess: session => {
          client.setQueryData(keyOf('GET /api/session'), session)
          toast(t('saved'))
        },
      },
    )
  return (
    <>
      <CheckField
        label={t('shows')}
        hint={t('showsHint')}
        checked={save.isPending ? save.variables.body.shows : showsPresence}
        onChange={choose}
      />
      {save.error && <FailureNotice error={save.error} />}
    </>
  )
}
