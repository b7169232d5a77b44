import type { FormEvent } from 'react'
import { useState } from 'react'
import { Refusal } from '../../api.ts'
import { useFailureText } from '../../failure-text.ts'
import { account } from '../../i18n/messages/account.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PasswordField } from '../join/account-fields.tsx'

/** Changes one's own password; who no longer knows it needs a sign-in link. */
export function PasswordForm() {
  const t = useText(account)
  const say = useFailureText()
  const toast = useToast()
  const { person } = useSession()
  const change = useAct('PUT /api/password')
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const refused = change.error instanceof Refusal ? change.error.id : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { body: { current, password } },
      {
        onSuccess: () => {
          setCurrent('')
          setPassword('')
          toast(t('password-changed'))
        },
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <FieldRows>
        {/* Tells password keepers whose password it is. */}
        <input type="text" autoComplete="username" value={person.login} readOnly hidden />
        <PasswordField
          label={t('current-password')}
          hint={t('current-password-hint')}
          {...(refused === 'wrong-password' ? { error: say(change.error) } : {})}
          value={current}
          onChange={setCurrent}
          known
          required
        />
        <PasswordField
          label={t('new-password')}
          hint={t('password-hint')}
          {...(refused === 'password-too-short' ? { error: say(change.error) } : {})}
          value={password}
          onChange={setPassword}
          required
        />
        {change.error && refused !== 'wrong-password' && refused !== 'password-too-short' && (
          <FailureNotice error={change.error} />
        )}
        <div>
          <Button type="submit" busy={change.isPending}>
            {t('password-act')}
          </Button>
        </div>
      </FieldRows>
    </form>
  )
}
