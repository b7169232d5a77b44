/** The end of an import: a name, what it makes, and the act itself. */
import { useState } from 'react'
import type { ImportRow } from '../../../shared/protocol/bodies.ts'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './confirm-import.module.css'

type ConfirmImportProps = {
  readonly text: string
  /** As they are sent. */
  readonly rows: readonly ImportRow[]
  /** How many rows have one language only. */
  readonly alone: number
  readonly label: string
  readonly onLabel: (label: string) => void
  readonly onDone: () => void
}

export function ConfirmImport({ text, rows, alone, label, onLabel, onDone }: ConfirmImportProps) {
  const t = useText(imports)
  const [asked, setAsked] = useState(false)
  const confirm = useAct('POST /api/texts/:id/import', ['GET /api/texts/:id', 'GET /api/desk'])
  const missing = asked && label.trim() === ''
  const submit = () => {
    setAsked(true)
    if (label.trim() === '') return
    const body = { label: label.trim(), rows: [...rows] }
    confirm.mutateAsync({ params: { id: text }, body }).then(onDone, () => {
      // Said above the button, by `error`.
    })
  }
  return (
    <form
      className={styles.confirm}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles.name}>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={label}
          maxLength={300}
          onChange={event => onLabel(event.target.value)}
          {...(missing ? { error: t('nameMissing') } : {})}
        />
      </div>
      <p className={styles.words}>
        {t('confirmWords', { count: rows.length })} {alone > 0 && t('oneLanguageLeft', { count: alone })}
      </p>
      {confirm.error && <FailureNotice error={confirm.error} />}
      <Button type="submit" kind="primary" busy={confirm.isPending}>
        {t(confirm.isPending ? 'confirming' : 'confirm')}
      </Button>
    </form>
  )
}
