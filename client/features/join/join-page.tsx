/** An invitation or a sign-in link. It is used up by the button, never by opening the page. */
import type { FormEvent } from 'react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { LinkView } from '../../../shared/protocol/views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { account } from '../../i18n/messages/account.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useEnter } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows } from '../../ui/field.tsx'
import { Label } from '../../ui/label.tsx'
import { Page } from '../../ui/page.tsx'
import { AccountFields, blankAccount, PasswordField, saidAtField } from './account-fields.tsx'
import styles from './join.module.css'
import { LinkPage } from './link-page.tsx'
import { forgetLinkToken } from './link-token.ts'

export function JoinPage() {
  return <LinkPage>{(token, link) => <JoinForm token={token} link={link} />}</LinkPage>
}

function JoinForm({ token, link }: { readonly token: string; readonly link: LinkView }) {
  const t = useText(account)
  const language = useLanguage()
  const navigate = useNavigate()
  const enter = useEnter()
  const redeem = useAct('POST /api/links/redeem')
  const [newAccount, setNewAccount] = useState(blankAccount)
  const [password, setPassword] = useState('')
  const signsIn = link.purpose === 'sign-in'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = link.needsAccount
      ? { token, account: newAccount }
      : { token, ...(password ? { password } : {}) }
    redeem.mutate(
      { body },
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
    <Page
      width="text"
      title={t(signsIn ? 'link-title' : 'join-title')}
      lead={t(signsIn ? 'link-lead' : link.needsAccount ? 'join-lead' : 'join-further')}
    >
      {link.title && (
        <p className={styles.mandate}>
          <Label of={link.title} />
        </p>
      )}
      <form onSubmit={submit}>
        <FieldRows>
          {link.needsAccount && (
            <AccountFields value={newAccount} onChange={setNewAccount} error={redeem.error} />
          )}
          {signsIn && (
            <PasswordField
              label={t('new-password')}
              hint={t('new-password-hint')}
              value={password}
              onChange={setPassword}
            />
          )}
          {redeem.error && !(link.needsAccount && saidAtField(redeem.error)) && (
            <FailureNotice error={redeem.error} />
          )}
          <div className={styles.act}>
            <Button kind="primary" type="submit" busy={redeem.isPending}>
              {t(signsIn ? 'link-act' : link.needsAccount ? 'join-act' : 'join-accept')}
            </Button>
            <p>{t('expires', { when: onBothClocks(link.expiresAt, language) })}</p>
          </div>
        </FieldRows>
      </form>
    </Page>
  )
}
