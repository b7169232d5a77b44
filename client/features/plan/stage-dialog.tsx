import type { FormEvent } from 'react'
import { useState } from 'react'
import type { SourceStatus, Stage, Turn } from '../../../shared/model/edition.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { plan } from '../../i18n/messages/plan.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, FieldRows, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import styles from './plan.module.css'
import { PLAN_TOUCHES } from './stage-acts.tsx'
import { bodyOf, dueOf, formOf, type StageForm } from './stage-form.ts'

const TURNS: readonly Turn[] = ['fra', 'jap', 'joint', 'leads']
const STARTS: readonly Stage['startsFrom'][] = ['last-own', 'last-received', 'previous-edition']
const STATUSES: readonly SourceStatus[] = ['confirmed', 'to-confirm', 'inherited']

/** Adds a stage (`stage` null) or changes one. `zone` is the host's. */
export function StageDialog({
  stage,
  zone,
  onClose,
}: {
  readonly stage: Stage | null
  readonly zone: string
  readonly onClose: () => void
}) {
  const t = useText(plan)
  const words = useText(common)
  const toast = useToast()
  const [form, setForm] = useState(() => formOf(stage, zone))
  const add = useAct('POST /api/stages', PLAN_TOUCHES)
  const change = useAct('PUT /api/stages/:id', PLAN_TOUCHES)
  const { error, isPending } = stage ? change : add
  const onSuccess = () => {
    toast(t('saved'))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (stage) change.mutate({ params: { id: stage.id }, body: bodyOf(form) }, { onSuccess })
    else add.mutate({ body: bodyOf(form) }, { onSuccess })
  }
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t(stage ? 'edit-title' : 'add-title')}
      width="wide"
    >
      <form onSubmit={submit}>
        <FieldRows>
          <StageFields form={form} set={part => setForm({ ...form, ...part })} />
          <DueFields form={form} set={part => setForm({ ...form, ...part })} />
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

type Fields = { readonly form: StageForm; readonly set: (part: Partial<StageForm>) => void }

function StageFields({ form, set }: Fields) {
  const t = useText(plan)
  const words = useText(common)
  return (
    <>
      <FieldRows columns={2}>
        <TextField
          label={t('name-fr')}
          lang="fr"
          value={form.fr}
          onChange={event => set({ fr: event.target.value })}
          maxLength={300}
          required
        />
        <TextField
          label={t('name-ja')}
          lang="ja"
          value={form.ja}
          onChange={event => set({ ja: event.target.value })}
          maxLength={300}
          required
        />
        <SelectField<Turn>
          label={t('turn')}
          hint={t('turn-hint')}
          value={form.turn}
          onChange={turn => set({ turn })}
          choices={TURNS.map(value => ({ value, text: words(`turn.${value}`) }))}
        />
        <TextField
          label={t('version-label')}
          hint={t('version-label-hint')}
          optional
          value={form.versionLabel}
          onChange={event => set({ versionLabel: event.target.value })}
          maxLength={40}
        />
        <SelectField<Stage['startsFrom']>
          label={t('starts-from')}
          value={form.startsFrom}
          onChange={startsFrom => set({ startsFrom })}
          choices={STARTS.map(value => ({ value, text: t(`starts-from.${value}`) }))}
        />
        <TextField
          label={t('name-en')}
          lang="en"
          optional
          value={form.en}
          onChange={event => set({ en: event.target.value })}
          maxLength={300}
        />
      </FieldRows>
      <CheckField
        label={t('confirms-essential')}
        hint={t('confirms-hint')}
        checked={form.confirmsEssential}
        onChange={confirmsEssential => set({ confirmsEssential })}
      />
      {form.turn === 'joint' && (
        <CheckField
          label={t('adopts')}
          hint={t('adopts-hint')}
          checked={form.adopts}
          onChange={adopts => set({ adopts })}
        />
      )}
    </>
  )
}

function DueFields({ form, set }: Fields) {
  const t = useText(plan)
  const language = useLanguage()
  const due = dueOf(form)
  return (
    <>
      <CheckField label={t('has-due')} checked={form.hasDue} onChange={hasDue => set({ hasDue })} />
      {form.hasDue && (
        <>
          <FieldRows columns={2}>
            <TextField
              label={t('day')}
              type="date"
              value={form.day}
              onChange={event => set({ day: event.target.value })}
              required
            />
            <TextField
              label={t('time')}
              type="time"
              value={form.time}
              onChange={event => set({ time: event.target.value })}
              required
            />
            <ZoneField
              label={t('zone')}
              hint={t('zone-hint')}
              value={form.zone}
              onChange={zone => set({ zone })}
            />
            <SelectField<SourceStatus>
              label={t('due-status')}
              value={form.dueStatus}
              onChange={dueStatus => set({ dueStatus })}
              choices={STATUSES.map(value => ({ value, text: t(`status.${value}`) }))}
            />
          </FieldRows>
          {due && (
            <p className={styles.preview} role="status">
              {t('due-is', { when: onBothClocks(due.at, language, due.zone) })}
            </p>
          )}
        </>
      )}
      <TextAreaField
        label={t('evidence-label')}
        hint={t('evidence-hint')}
        optional
        rows={2}
        value={form.evidence}
        onChange={event => set({ evidence: event.target.value })}
        maxLength={2000}
      />
    </>
  )
}
