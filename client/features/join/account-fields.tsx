import { useState } from 'react'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import { INTERFACE_LANGUAGES } from '../../../shared/model/language.ts'
import { PASSWORD_MIN_LENGTH } from '../../../shared/model/password.ts'
import type { NewAccount } from '../../../shared/protocol/bodies.ts'
import { Refusal } from '../../api.ts'
import { useFailureText } from '../../failure-text.ts'
import { interfaceLanguage } from '../../i18n/i18n.ts'
import { account } from '../../i18n/messages/account.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { CheckField, FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { deviceZone, ZoneField } from '../../ui/zone-field.tsx'

/** An account not yet filled in, speaking the language of the page. */
export function blankAccount(): NewAccount {
  return { name: '', login: '', password: '', language: interfaceLanguage(), zone: deviceZone() }
}

/** Name, sign-in name, password, language and zone. A refusal that concerns one field is said beside it. */
export function AccountFields({
  value,
  onChange,
  error,
}: {
  readonly value: NewAccount
  readonly onChange: (account: NewAccount) => void
  readonly error: unknown
}) {
  const t = useText(account)
  const words = useText(common)
  const say = useFailureText()
  const set = <K extends keyof NewAccount>(key: K, part: NewAccount[K]) => onChange({ ...value, [key]: part })
  const refused = error instanceof Refusal ? error.id : undefined
  return (
    <FieldRows>
      <TextField
        label={t('name')}
        hint={t('name-hint')}
        value={value.name}
        onChange={event => set('name', event.target.value)}
        autoComplete="name"
        maxLength={300}
        required
      />
      <TextField
        label={t('login')}
        hint={t('login-hint')}
        {...(refused === 'login-taken' ? { error: say(error) } : {})}
        value={value.login}
        onChange={event => set('login', event.target.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={300}
        required
      />
      <PasswordField
        label={t('password')}
        hint={t('password-hint')}
        {...(refused === 'password-too-short' ? { error: say(error) } : {})}
        value={value.password}
        onChange={password => set('password', password)}
        required
      />
      <FieldRows columns={2}>
        <SelectField<InterfaceLanguage>
          label={t('language')}
          value={value.language}
          onChange={language => set('language', language)}
          choices={INTERFACE_LANGUAGES.map(language => ({
            value: language,
            text: words(`language.${language}`),
          }))}
        />
        <ZoneField value={value.zone} onChange={zone => set('zone', zone)} />
      </FieldRows>
    </FieldRows>
  )
}

export function PasswordField({
  label,
  hint,
  error,
  value,
  onChange,
  known = false,
  required = false,
}: {
  readonly label: string
  readonly hint: string
  readonly error?: string
  readonly value: string
  readonly onChange: (password: string) => void
  /** The one in use, not one that is being chosen. */
  readonly known?: boolean
  readonly required?: boolean
}) {
  const t = useText(account)
  const [shown, setShown] = useState(false)
  return (
    <div>
      <TextField
        label={label}
        hint={hint}
        {...(error ? { error } : {})}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={event => onChange(event.target.value)}
        autoComplete={known ? 'current-password' : 'new-password'}
        spellCheck={false}
        {...(known ? {} : { minLength: PASSWORD_MIN_LENGTH })}
        maxLength={200}
        required={required}
      />
      <CheckField label={t('show-password')} checked={shown} onChange={setShown} />
    </div>
  )
}

/** True for refusals that `AccountFields` already says beside a field. */
export function saidAtField(error: unknown): boolean {
  return error instanceof Refusal && (error.id === 'login-taken' || error.id === 'password-too-short')
}
