/** [M5] The people of the edition, their mandates, and the way in. Only the organiser acts here. */
import { useState } from 'react'
import type { PeopleView } from '../../../shared/protocol/views.ts'
import { people } from '../../i18n/messages/people.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PeopleTable } from './people-table.tsx'

export function PeoplePage() {
  const t = useText(people)
  const { administers } = useSession()
  const { data, error, refetch } = useAsk('GET /api/people')
  const [inviting, setInviting] = useState(false)
  return (
    <Page
      title={t('title')}
      lead={administers ? t('lead') : t('not-administering')}
      actions={
        administers && (
          <Button kind="primary" onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      {data ? (
        <Lists view={data} />
      ) : error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      {inviting && <InviteDialog person={null} onClose={() => setInviting(false)} />}
    </Page>
  )
}

function Lists({ view }: { readonly view: PeopleView }) {
  const t = useText(people)
  const { administers } = useSession()
  return (
    <>
      <PeopleTable people={view.people} />
      {administers && (
        <Section title={t('invitations')}>
          <InvitationTable invitations={view.invitations} />
        </Section>
      )}
    </>
  )
}
