/** A reason, in one language at least. Escape leaves it. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type BilingualLabel, LANGUAGES } from '../../../shared/model/language.ts'
import { common } from '../../i18n/messages/common.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './integration.module.css'

type ReasonFormProps = {
  readonly title: string
  readonly hint: string
  readonly act: string
  readonly busy: boolean
  readonly danger?: boolean
  readonly onReason: (reason: BilingualLabel) => void
  readonly onCancel: () => void
}

export function ReasonForm({ title, hint, act, busy, danger = false, onReason, onCancel }: ReasonFormProps) {
  const t = useText(integration)
  const c = useText(common)
  const [reason, setReason] = useState({ fr: '', ja: '' })
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const first = useLanguage() === 'ja' ? 'ja' : 'fr'
  useEffect(() => form.current?.querySelector<HTMLElement>(`textarea:lang(${first})`)?.focus(), [first])
  const missing = reason.fr.trim() === '' && reason.ja.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!missing) onReason(reason)
  }
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        event.preventDefault()
        onCancel()
      }}
    >
      <fieldset className={styles.fields}>
        <legend>{title}</legend>
        <p className={styles.hint}>{hint}</p>
        {LANGUAGES.map((language, index) => (
          <Field
            key={language}
            label={t(language === 'fr' ? 'reasonFr' : 'reasonJa')}
            {...(asked && missing && index === 0 ? { error: t('reasonMissing') } : {})}
          >
            {attributes => (
              <textarea
                {...attributes}
                lang={language}
                rows={2}
                maxLength={5_000}
                value={reason[language]}
                onChange={event => setReason({ ...reason, [language]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </fieldset>
      <div className={styles.actions}>
        <Button onClick={onCancel}>{c('cancel')}</Button>
        <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  )
}
