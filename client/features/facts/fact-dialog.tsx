import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Fact, Organisation } from '../../../shared/model/edition.ts'
import { common } from '../../i18n/messages/common.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DefinitionFields } from './definition-fields.tsx'
import { type FactForm, formOf, statementOf } from './fact-form.ts'
import { printed } from './fact-words.ts'
import styles from './facts.module.css'
import { ValueFields } from './value-fields.tsx'

type FactDialogProps = {
  /** Null for a new one. */
  readonly fact: Fact | null
  readonly organisations: readonly Organisation[]
  readonly onClose: () => void
}

export function FactDialog(props: FactDialogProps) {
  const t = useText(facts)
  const language = useLanguage()
  return (
    <Dialog
      open
      width="wide"
      onOpenChange={open => open || props.onClose()}
      title={props.fact ? labelIn(props.fact.label, language).text : t('new')}
      description={t(props.fact ? 'edit-lead' : 'new-lead')}
    >
      <FactFields {...props} />
    </Dialog>
  )
}

const STALE = ['GET /api/facts', 'GET /api/edition', 'GET /api/desk', 'GET /api/acts'] as const

function FactFields({ fact, organisations, onClose }: FactDialogProps) {
  const t = useText(facts)
  const words = useText(common)
  const toast = useToast()
  const change = useAct('PUT /api/facts/:id', STALE)
  const add = useAct('POST /api/facts', STALE)
  const [form, setForm] = useState(() => formOf(fact))
  const set = (change: Partial<FactForm>) => setForm(before => ({ ...before, ...change }))
  const said = statementOf(form, fact)
  const missing = form.known && said.value === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (missing) return
    const onSuccess = () => {
      toast(t('saved'))
      onClose()
    }
    if (fact) change.mutate({ params: { id: fact.id }, body: said }, { onSuccess })
    else add.mutate({ body: said }, { onSuccess })
  }
  const definition = <DefinitionFields form={form} set={set} organisations={organisations} />
  const error = change.error ?? add.error
  return (
    <form onSubmit={submit}>
      <FieldRows>
        {!fact && definition}
        <CheckField label={t('value-known')} checked={form.known} onChange={known => set({ known })} />
        {form.known && (
          <>
            <ValueFields form={form} set={set} fact={fact} />
            <SelectField<Fact['status']>
              label={t('status')}
              value={form.status}
              onChange={status => set({ status })}
              choices={[
                { value: 'open', text: t('status-open') },
                { value: 'confirmed', text: t('status-confirmed') },
              ]}
            />
            <Preview reads={printed(said)} />
          </>
        )}
        <TextField
          label={t('source')}
          hint={t('source-hint')}
          optional
          value={form.source}
          onChange={event => set({ source: event.target.value })}
          maxLength={2000}
        />
        {fact && (
          <details className={styles.fold}>
            <summary>{t('definition-fold')}</summary>
            {definition}
          </details>
        )}
        {error && <FailureNotice error={error} />}
      </FieldRows>
      <DialogActions>
        <Button onClick={onClose}>{words('cancel')}</Button>
        <Button kind="primary" type="submit" busy={change.isPending || add.isPending} disabled={missing}>
          {words('save')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** As it would stand in the texts; said aloud as it changes. */
function Preview({ reads }: { readonly reads: { readonly fr: string; readonly ja: string } | null }) {
  const t = useText(facts)
  return (
    <div className={styles.preview} role="status">
      <span className={styles.previewLabel}>{t('prints-as')}</span>
      {reads ? (
        (['fr', 'ja'] as const).map(language => (
          <span key={language} lang={language} className={styles.value}>
            {reads[language]}
          </span>
        ))
      ) : (
        <span className={styles.faint}>{t('nothing-yet')}</span>
      )}
    </div>
  )
}
