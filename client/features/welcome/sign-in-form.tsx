import type { FormEvent } from 'react'
import { useState } from 'react'
import { welcome } from '../../i18n/messages/welcome.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useEnter } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows, TextField } from '../../ui/field.tsx'
import styles from './welcome.module.css'

export function SignInForm() {
  const t = useText(welcome)
  const enter = useEnter()
  const signIn = useAct('POST /api/sign-in')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ body: { login, password } }, { onSuccess: enter })
  }
  return (
    <form onSubmit={submit}>
      <h2>{t('title')}</h2>
      <FieldRows>
        <TextField
          label={t('login')}
          value={login}
          onChange={event => setLogin(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextField
          label={t('password')}
          type="password"
          value={password}
          onChange={event => setPassword(event.target.value)}
          autoComplete="current-password"
          required
        />
        {signIn.error && <FailureNotice error={signIn.error} />}
        <div>
          <Button kind="primary" type="submit" busy={signIn.isPending}>
            {t('sign-in')}
          </Button>
        </div>
      </FieldRows>
      <div className={styles.help}>
        <p>{t('no-account')}</p>
        <p>{t('forgot-password')}</p>
      </div>
    </form>
  )
}
