import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Fact } from '../../../shared/model/edition.ts'
import { common } from '../../i18n/messages/common.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'

export function FactDialog({ fact, onClose }: { readonly fact: Fact; readonly onClose: () => void }) {
  const t = useText(facts)
  const language = useLanguage()
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={labelIn(fact.label, language).text}
      description={t('edit-lead')}
    >
      <FactForm fact={fact} onClose={onClose} />
    </Dialog>
  )
}

function FactForm({ fact, onClose }: { readonly fact: Fact; readonly onClose: () => void }) {
  const t = useText(facts)
  const words = useText(common)
  const toast = useToast()
  const save = useAct('PUT /api/facts/:id', ['GET /api/edition', 'GET /api/desk', 'GET /api/acts'])
  const [known, setKnown] = useState(fact.value !== null)
  const [fr, setFr] = useState(fact.value?.fr ?? '')
  const [ja, setJa] = useState(fact.value?.ja ?? '')
  const [status, setStatus] = useState(fact.status)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      {
        params: { id: fact.id },
        body: { value: known ? { fr, ja } : null, status: known ? status : 'open' },
      },
      {
        onSuccess: () => {
          toast(t('saved'))
          onClose()
        },
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <FieldRows>
        <CheckField label={t('value-known')} checked={known} onChange={setKnown} />
        {known && (
          <>
            <TextField
              label={t('french')}
              lang="fr"
              value={fr}
              onChange={event => setFr(event.target.value)}
              maxLength={300}
              required
            />
            <TextField
              label={t('japanese')}
              lang="ja"
              value={ja}
              onChange={event => setJa(event.target.value)}
              maxLength={300}
              required
            />
            <SelectField<Fact['status']>
              label={t('status')}
              value={status}
              onChange={setStatus}
              choices={[
                { value: 'open', text: t('status-open') },
                { value: 'confirmed', text: t('status-confirmed') },
              ]}
            />
          </>
        )}
        {save.error && <FailureNotice error={save.error} />}
      </FieldRows>
      <DialogActions>
        <Button onClick={onClose}>{words('cancel')}</Button>
        <Button kind="primary" type="submit" busy={save.isPending}>
          {words('save')}
        </Button>
      </DialogActions>
    </form>
  )
}
