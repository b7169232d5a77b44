/** The reason of a rejection, in one language at least: the other side will read it. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type BilingualLabel, LANGUAGES } from '../../../shared/model/language.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { common } from '../../i18n/messages/common.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './reject-form.module.css'

type RejectFormProps = {
  readonly busy: boolean
  readonly onReject: (reason: BilingualLabel) => void
  readonly onCancel: () => void
}

export function RejectForm({ busy, onReject, onCancel }: RejectFormProps) {
  const t = useText(amendments)
  const c = useText(common)
  const [reason, setReason] = useState({ fr: '', ja: '' })
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const first = useLanguage() === 'ja' ? 'ja' : 'fr'
  useEffect(() => form.current?.querySelector<HTMLElement>(`textarea:lang(${first})`)?.focus(), [first])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (hasReason(reason)) onReject(reason)
  }
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <ReasonFields reason={reason} onChange={setReason} missing={asked && !hasReason(reason)} />
      <div className={styles.actions}>
        <Button onClick={onCancel}>{c('cancel')}</Button>
        <Button type="submit" kind="danger" busy={busy}>
          {t('rejectNow')}
        </Button>
      </div>
    </form>
  )
}

export function hasReason({ fr, ja }: BilingualLabel): boolean {
  return fr.trim() !== '' || ja.trim() !== ''
}

/** Both fields; `missing` says that neither is filled. */
export function ReasonFields({
  reason,
  onChange,
  missing,
}: {
  readonly reason: BilingualLabel
  readonly onChange: (reason: { readonly fr: string; readonly ja: string }) => void
  readonly missing: boolean
}) {
  const t = useText(amendments)
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t('rejectTitle')}</legend>
      <p className={styles.hint}>{t('rejectHint')}</p>
      {LANGUAGES.map((language, index) => (
        <Field
          key={language}
          label={t(language === 'fr' ? 'reasonFr' : 'reasonJa')}
          {...(missing && index === 0 ? { error: t('reasonMissing') } : {})}
        >
          {attributes => (
            <textarea
              {...attributes}
              lang={language}
              rows={2}
              maxLength={5_000}
              value={reason[language]}
              onChange={event => onChange({ fr: reason.fr, ja: reason.ja, [language]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
