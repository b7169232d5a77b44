import { type FormEvent, useState } from 'react'
import {
  type Budget,
  type SpeechSettings,
  WORKSHOP_TEXT_KINDS,
  type WorkshopTextKind,
} from '../../../shared/model/workshop.ts'
import { common } from '../../i18n/messages/common.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { WORKSHOP_TOUCHES } from './workshop-touches.ts'

/** Numbers as they are typed; an empty budget is none. */
type SpeechForm = {
  readonly interventionMinutes: string
  readonly pairs: SpeechSettings['pairs']
  readonly interpreted: boolean
  readonly restitutionMinutes: string
  readonly budgets: {
    readonly [K in WorkshopTextKind]: { readonly words: string; readonly characters: string }
  }
}

const PAIRS = ['joint', 'each', 'undecided'] as const

export function SpeechDialog({
  speech,
  onClose,
}: {
  readonly speech: SpeechSettings
  readonly onClose: () => void
}) {
  const t = useText(workshops)
  const words = useText(common)
  const toast = useToast()
  const change = useAct('PUT /api/speech', WORKSHOP_TOUCHES)
  const [form, setForm] = useState(() => formOf(speech))
  const set = (part: Partial<SpeechForm>) => setForm({ ...form, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { body: speechOf(form) },
      {
        onSuccess: () => {
          toast(t('speech-saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onOpenChange={open => open || onClose()} title={t('speech')} width="wide">
      <form onSubmit={submit}>
        <FieldRows>
          <FieldRows columns={2}>
            <NumberField
              label={t('intervention-minutes')}
              value={form.interventionMinutes}
              onChange={interventionMinutes => set({ interventionMinutes })}
              most={240}
              required
            />
            <SelectField<SpeechSettings['pairs']>
              label={t('pairs')}
              value={form.pairs}
              onChange={pairs => set({ pairs })}
              choices={PAIRS.map(value => ({ value, text: t(`pairs.${value}`) }))}
            />
            <NumberField
              label={t('restitution-minutes')}
              value={form.restitutionMinutes}
              onChange={restitutionMinutes => set({ restitutionMinutes })}
              most={1_000}
              required
            />
          </FieldRows>
          <CheckField
            label={t('interpreted-label')}
            checked={form.interpreted}
            onChange={interpreted => set({ interpreted })}
          />
          <FieldRows columns={2}>
            {WORKSHOP_TEXT_KINDS.map(kind => (
              <BudgetFields
                key={kind}
                kind={kind}
                budget={form.budgets[kind]}
                onChange={budget => set({ budgets: { ...form.budgets, [kind]: budget } })}
              />
            ))}
          </FieldRows>
          {change.error && <FailureNotice error={change.error} />}
        </FieldRows>
        <DialogActions>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {words('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

type BudgetForm = SpeechForm['budgets'][WorkshopTextKind]

/** Both or none: a limit in one language alone would let the other run on. */
function BudgetFields({
  kind,
  budget,
  onChange,
}: {
  readonly kind: WorkshopTextKind
  readonly budget: BudgetForm
  readonly onChange: (budget: BudgetForm) => void
}) {
  const t = useText(workshops)
  const required = budget.words !== '' || budget.characters !== ''
  const name = t(`budget.${kind}`)
  return (
    <>
      <NumberField
        label={t('budget-words', { kind: name })}
        hint={t('budget-hint')}
        value={budget.words}
        onChange={words => onChange({ ...budget, words })}
        most={100_000}
        required={required}
      />
      <NumberField
        label={t('budget-characters', { kind: name })}
        hint={t('budget-hint')}
        value={budget.characters}
        onChange={characters => onChange({ ...budget, characters })}
        most={300_000}
        required={required}
      />
    </>
  )
}

function NumberField({
  label,
  hint,
  value,
  onChange,
  most,
  required,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly most: number
  readonly required: boolean
}) {
  return (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      type="number"
      min={1}
      max={most}
      step={1}
      required={required}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}

function formOf(speech: SpeechSettings): SpeechForm {
  const budget = (of: Budget | null) => ({
    words: of ? String(of.words) : '',
    characters: of ? String(of.characters) : '',
  })
  return {
    interventionMinutes: String(speech.interventionMinutes),
    pairs: speech.pairs,
    interpreted: speech.interpreted,
    restitutionMinutes: String(speech.restitutionMinutes),
    budgets: {
      'intervention-summary': budget(speech.budgets['intervention-summary']),
      'workshop-summary': budget(speech.budgets['workshop-summary']),
      restitution: budget(speech.budgets.restitution),
    },
  }
}

function speechOf(form: SpeechForm): SpeechSettings {
  const budget = ({ words, characters }: BudgetForm): Budget | null =>
    words === '' && characters === '' ? null : { words: Number(words), characters: Number(characters) }
  return {
    interventionMinutes: Number(form.interventionMinutes),
    pairs: form.pairs,
    interpreted: form.interpreted,
    restitutionMinutes: Number(form.restitutionMinutes),
    budgets: {
      'intervention-summary': budget(form.budgets['intervention-summary']),
      'workshop-summary': budget(form.budgets['workshop-summary']),
      restitution: budget(form.budgets.restitution),
    },
  }
}
