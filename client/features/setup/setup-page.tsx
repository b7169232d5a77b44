/** Behind the link that an empty room prints when it starts: the first organiser and the edition. */
import type { FormEvent } from 'react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { BodyOf } from '../../../shared/protocol/api.ts'
import type { LinkView } from '../../../shared/protocol/views.ts'
import { calendarDays } from '../../../shared/words/dates.ts'
import { account } from '../../i18n/messages/account.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useEnter } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { RadioField } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { deviceZone } from '../../ui/zone-field.tsx'
import { AccountFields, blankAccount, saidAtField } from '../join/account-fields.tsx'
import { LinkPage } from '../join/link-page.tsx'
import { forgetLinkToken } from '../join/link-token.ts'
import { blankEdition, EditionFields } from './edition-fields.tsx'
import styles from './setup.module.css'

type EditionChoice = BodyOf<'POST /api/setup'>['edition']
const CHOICES: readonly EditionChoice[] = ['template', 'empty', 'demonstration']

export function SetupPage() {
  return <LinkPage>{(token, link) => <SetupForm token={token} upcoming={link.upcoming} />}</LinkPage>
}

function SetupForm({ token, upcoming }: { readonly token: string; readonly upcoming: LinkView['upcoming'] }) {
  const t = useText(account)
  const language = useLanguage()
  const navigate = useNavigate()
  const enter = useEnter()
  const setUp = useAct('POST /api/setup')
  const [organiser, setOrganiser] = useState(blankAccount)
  const [edition, setEdition] = useState<EditionChoice>('template')
  const [about, setAbout] = useState(() => blankEdition(deviceZone()))
  const named = upcoming
    ? t('edition-named', {
        name: labelIn(upcoming.name, language).text,
        place: labelIn(upcoming.place, language).text,
        days: calendarDays(upcoming.startsOn, upcoming.endsOn, language),
      })
    : t('edition-template')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUp.mutate(
      { body: { token, account: organiser, edition, ...(edition === 'empty' ? { about } : {}) } },
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
              text: choice === 'template' ? named : t(`edition-${choice}`),
              hint: t(`edition-${choice}-hint`),
            }))}
          />
          {edition === 'empty' && (
            <div className={styles.about}>
              <EditionFields value={about} onChange={setAbout} />
            </div>
          )}
        </Section>
        <Section title={t('setup-account')}>
          <AccountFields value={organiser} onChange={setOrganiser} error={setUp.error} />
        </Section>
        {setUp.error && !saidAtField(setUp.error) && <FailureNotice error={setUp.error} />}
        <p className={styles.act}>
          <Button kind="primary" type="submit" busy={setUp.isPending}>
            {t('setup-act')}
          </Button>
        </p>
      </form>
    </Page>
  )
}
