import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { DigestView } from '../../../shared/protocol/digest-views.ts'
import { Refusal } from '../../api.ts'
import { useFailureText } from '../../failure-text.ts'
import { digest } from '../../i18n/messages/digest.ts'
import { useText } from '../../i18n/use-text.ts'
import { askAgain, useAct, useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './profile.module.css'

/** [D4] Where and when the digest by mail is sent; nothing at all in a room that sends no mail. */
export function DigestSection() {
  const t = useText(digest)
  const { data } = useAsk('GET /api/digest')
  if (!data?.available) return null
  const { settings } = data
  return (
    <Section title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      {settings && (
        <div className={styles.state}>
          <DigestState settings={settings} />
        </div>
      )}
      <DigestForm settings={settings} />
    </Section>
  )
}

type Settings = NonNullable<DigestView['settings']>

function DigestState({ settings: { address, confirmed, hour, on } }: { readonly settings: Settings }) {
  const t = useText(digest)
  const toast = useToast()
  const resend = useAct('POST /api/digest/confirmation-mail', ['GET /api/digest'])
  if (!on) return <Notice>{t('off')}</Notice>
  if (confirmed) return <Notice kind="good">{t('active', { address, hour })}</Notice>
  const send = () => resend.mutate({}, { onSuccess: () => toast(t('sent')) })
  return (
    <Notice
      kind="warn"
      title={t('to-confirm-title')}
      actions={
        <Button onClick={send} busy={resend.isPending}>
          {t('resend')}
        </Button>
      }
    >
      <p>{t('to-confirm', { address })}</p>
      {resend.error && <FailureNotice error={resend.error} />}
    </Notice>
  )
}

/** In the morning, before one's day begins. */
const USUAL_HOUR = 7
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

function DigestForm({ settings }: { readonly settings: Settings | null }) {
  const t = useText(digest)
  const say = useFailureText()
  const toast = useToast()
  const { person } = useSession()
  const save = useAct('PUT /api/digest', ['GET /api/digest'])
  const client = useQueryClient()
  const [on, setOn] = useState(settings?.on ?? true)
  const [address, setAddress] = useState(settings?.address ?? mailAddressOf(person.login))
  const [hour, setHour] = useState(settings?.hour ?? USUAL_HOUR)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { body: { address, hour, on } },
      {
        onSuccess: () => toast(t('saved')),
        // The settings are kept even when the mail could not be sent.
        onError: () => void askAgain(client, ['GET /api/digest']),
      },
    )
  }
  const isAddress = save.error instanceof Refusal && save.error.id === 'invalid'
  return (
    <form onSubmit={submit}>
      <FieldRows>
        <CheckField label={t('on')} checked={on} onChange={setOn} />
        <TextField
          label={t('address')}
          hint={t('address-hint')}
          {...(isAddress ? { error: say(save.error) } : {})}
          type="email"
          value={address}
          onChange={event => setAddress(event.target.value)}
          autoComplete="email"
          maxLength={254}
          required
        />
        <SelectField
          label={t('hour')}
          hint={t('hour-hint', { zone: person.zone.replaceAll('_', ' ') })}
          value={String(hour)}
          onChange={value => setHour(Number(value))}
          choices={HOURS.map(each => ({ value: String(each), text: t('hour-at', { hour: each }) }))}
        />
        {save.error && !isAddress && <FailureNotice error={save.error} />}
        <div>
          <Button type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </FieldRows>
    </form>
  )
}

/** Many sign in with their address. */
function mailAddressOf(login: string): string {
  return login.includes('@') ? login : ''
}
