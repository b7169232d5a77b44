/** Behind the link that an empty room prints when it starts: the first organiser and the edition. */
import type { FormEvent } from 'react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { BodyOf } from '../../../shared/protocol/api.ts'
import { account } from '../../i18n/messages/account.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useEnter } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { RadioField } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { AccountFields, blankAccount, saidAtField } from '../join/account-fields.tsx'
import { LinkPage } from '../join/link-page.tsx'
import { forgetLinkToken } from '../join/link-token.ts'

type EditionChoice = BodyOf<'POST /api/setup'>['edition']
const CHOICES: readonly EditionChoice[] = ['template', 'empty', 'demonstration']

export function SetupPage() {
  return <LinkPage>{token => <SetupForm token={token} />}</LinkPage>
}

function SetupForm({ token }: { readonly token: string }) {
  const t = useText(account)
  const navigate = useNavigate()
  const enter = useEnter()
  const setUp = useAct('POST /api/setup')
  const [organiser, setOrganiser] = useState(blankAccount)
  const [edition, setEdition] = useState<EditionChoice>('template')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUp.mutate(
      { body: { token, account: organiser, edition } },
      {
        onSuccess: session => {
          forgetLinkToken()
          enter(session)
          void navigate('/', { replace: true })
        },
      },
    )
  }
  return (
    <Page title={t('setup-title')} lead={t('setup-lead')} width="text">
      <form onSubmit={submit}>
        <Section title={t('setup-edition')}>
          <RadioField<EditionChoice>
            legend={<span className="unseen">{t('setup-edition')}</span>}
            value={edition}
            onChange={setEdition}
            choices={CHOICES.map(choice => ({
              value: choice,
              text: t(`edition-${choice}`),
              hint: t(`edition-${choice}-hint`),
            }))}
          />
        </Section>
        <Section title={t('setup-account')}>
          <AccountFields value={organiser} onChange={setOrganiser} error={setUp.error} />
        </Section>
        {setUp.error && !saidAtField(setUp.error) && <FailureNotice error={setUp.error} />}
        <p>
          <Button kind="primary" type="submit" busy={setUp.isPending}>
            {t('setup-act')}
          </Button>
        </p>
      </form>
    </Page>
  )
}
