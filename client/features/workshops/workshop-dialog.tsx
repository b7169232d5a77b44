import { type FormEvent, useState } from 'react'
import type { Edition, SourceStatus, Workshop } from '../../../shared/model/edition.ts'
import { clockSpans } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { bodyOf, formOf, slotOf, type WorkshopForm } from './workshop-form.ts'
import { WORKSHOP_TOUCHES } from './workshop-touches.ts'
import styles from './workshops.module.css'

const STATUSES: readonly SourceStatus[] = ['confirmed', 'to-confirm', 'inherited']

type Fields = {
  readonly form: WorkshopForm
  readonly set: (part: Partial<WorkshopForm>) => void
  readonly edition: Edition
}

/** Adds a workshop (`workshop` null) or changes one. */
export function WorkshopDialog({
  workshop,
  edition,
  onClose,
}: {
  readonly workshop: Workshop | null
  readonly edition: Edition
  readonly onClose: () => void
}) {
  const t = useText(workshops)
  const words = useText(common)
  const toast = useToast()
  const [form, setForm] = useState(() => formOf(workshop, edition))
  const add = useAct('POST /api/workshops', WORKSHOP_TOUCHES)
  const change = useAct('PUT /api/workshops/:id', WORKSHOP_TOUCHES)
  const { error, isPending } = workshop ? change : add
  const slot = slotOf(form, edition)
  const onSuccess = () => {
    toast(t('saved'))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (slot.kind === 'partly' || slot.kind === 'reversed') return
    const body = bodyOf(form, edition)
    if (workshop) change.mutate({ params: { id: workshop.id }, body }, { onSuccess })
    else add.mutate({ body }, { onSuccess })
  }
  const fields = { form, set: (part: Partial<WorkshopForm>) => setForm({ ...form, ...part }), edition }
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={workshop ? t('edit-title', { number: workshop.number }) : t('add-title')}
      width="wide"
    >
      <form onSubmit={submit}>
        <FieldRows>
          <TitleFields {...fields} />
          <PlaceFields {...fields} />
          {error && <FailureNotice error={error} />}
        </FieldRows>
        <DialogActions>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="primary" type="submit" busy={isPending}>
            {words('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function TitleFields({ form, set }: Fields) {
  const t = useText(workshops)
  return (
    <>
      <FieldRows columns={2}>
        <TextField
          label={t('title-fr')}
          lang="fr"
          value={form.fr}
          onChange={event => set({ fr: event.target.value })}
          maxLength={300}
          required={form.ja.trim() === ''}
        />
        <TextField
          label={t('title-ja')}
          lang="ja"
          value={form.ja}
          onChange={event => set({ ja: event.target.value })}
          maxLength={300}
          required={form.fr.trim() === ''}
        />
        <TextField
          label={t('title-en')}
          lang="en"
          optional
          value={form.en}
          onChange={event => set({ en: event.target.value })}
          maxLength={300}
        />
        <SelectField<SourceStatus>
          label={t('status-label')}
          value={form.status}
          onChange={status => set({ status })}
          choices={STATUSES.map(value => ({ value, text: t(`choose.${value}`) }))}
        />
      </FieldRows>
      <TextAreaField
        label={t('aliases-label')}
        hint={t('aliases-hint')}
        optional
        rows={2}
        value={form.aliases}
        onChange={event => set({ aliases: event.target.value })}
        maxLength={4_000}
      />
    </>
  )
}

function PlaceFields({ form, set, edition }: Fields) {
  const t = useText(workshops)
  const language = useLanguage()
  const slot = slotOf(form, edition)
  return (
    <>
      <FieldRows columns={2}>
        <TextField
          label={t('room-fr')}
          lang="fr"
          optional
          value={form.roomFr}
          onChange={event => set({ roomFr: event.target.value })}
          maxLength={300}
        />
        <TextField
          label={t('room-ja')}
          lang="ja"
          optional
          value={form.roomJa}
          onChange={event => set({ roomJa: event.target.value })}
          maxLength={300}
        />
      </FieldRows>
      <div className={styles.slotFields}>
        <TextField
          label={t('day')}
          hint={t('zone-hint', { zone: edition.zone.replaceAll('_', ' ') })}
          type="date"
          optional
          value={form.day}
          onChange={event => set({ day: event.target.value })}
        />
        <TextField
          label={t('begins')}
          type="time"
          optional
          value={form.begins}
          onChange={event => set({ begins: event.target.value })}
        />
        <TextField
          label={t('ends')}
          type="time"
          optional
          value={form.ends}
          onChange={event => set({ ends: event.target.value })}
          error={slot.kind === 'reversed' ? t('slot-reversed') : undefined}
        />
      </div>
      <p className={styles.preview} role="status">
        {slot.kind === 'set'
          ? t('slot-is', {
              when: clockSpans(slot.startsAt, slot.endsAt, language)
                .map(({ text, name }) => (language === 'ja' ? `${text}（${name}）` : `${text} (${name})`))
                .join(language === 'ja' ? '・' : ' · '),
            })
          : slot.kind === 'none'
            ? ''
            : t('slot-partly')}
      </p>
    </>
  )
}
