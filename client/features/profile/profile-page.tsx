import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import { INTERFACE_LANGUAGES } from '../../../shared/model/language.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { account } from '../../i18n/messages/account.ts'
import { common } from '../../i18n/messages/common.ts'
import { presence } from '../../i18n/messages/presence.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { keyOf, useAct } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { Label } from '../../ui/label.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import { DigestSection } from './digest-section.tsx'
import { PasswordForm } from './password-form.tsx'
import { PresenceChoice } from './presence-choice.tsx'
import styles from './profile.module.css'

/** One's own name, language and zone, and the mandates one holds. */
export function ProfilePage() {
  const t = useText(account)
  const p = useText(presence)
  const { edition } = useSession()
  return (
    <Page title={t('profile-title')} lead={t('profile-lead')} width="text">
      <ProfileForm />
      <Section title={t('your-mandates')}>
        <Mandates />
      </Section>
      <DigestSection />
      <Section title={p('title')}>
        <PresenceChoice />
      </Section>
      {/* In a demonstration one signs in without a password. */}
      {!edition?.demonstration && (
        <Section title={t('password-title')}>
          <p className={styles.lead}>{t('password-lead')}</p>
          <PasswordForm />
        </Section>
      )}
    </Page>
  )
}

function ProfileForm() {
  const t = useText(account)
  const words = useText(common)
  const toast = useToast()
  const client = useQueryClient()
  const { person } = useSession()
  const save = useAct('PUT /api/profile')
  const [name, setName] = useState(person.name)
  const [language, setLanguage] = useState(person.language)
  const [zone, setZone] = useState(person.zone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { body: { name, language, zone } },
      {
        onSuccess: session => {
          client.setQueryData(keyOf('GET /api/session'), session)
          toast(t('profile-saved'))
        },
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <FieldRows>
        <TextField
          label={t('name')}
          hint={t('name-hint')}
          value={name}
          onChange={event => setName(event.target.value)}
          autoComplete="name"
          maxLength={300}
          required
        />
        <SelectField<InterfaceLanguage>
          label={t('language')}
          value={language}
          onChange={setLanguage}
          choices={INTERFACE_LANGUAGES.map(value => ({ value, text: words(`language.${value}`) }))}
        />
        <ZoneField value={zone} onChange={setZone} />
        {save.error && <FailureNotice error={save.error} />}
        <div>
          <Button kind="primary" type="submit" busy={save.isPending}>
            {words('save')}
          </Button>
        </div>
      </FieldRows>
    </form>
  )
}

function Mandates() {
  const t = useText(account)
  const words = useText(common)
  const language = useLanguage()
  const { person, mandates } = useSession()
  if (mandates.length === 0) return <p>{t('no-mandate')}</p>
  return (
    <ul>
      {mandates.map(mandate => (
        <li key={mandate.id} className={styles.mandate}>
          <p>
            <Label of={mandate.title} />
          </p>
          <p className={styles.detail}>
            <SideMark side={mandate.side} /> · {words(`role.${mandate.role}`)} ·{' '}
            {t('since', { when: onOneClock(mandate.startsAt, language, person.zone) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
