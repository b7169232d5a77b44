import type { Fact } from '../../../shared/model/edition.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { useText } from '../../i18n/use-text.ts'
import { CheckField, FieldRows, SelectField, TextField } from '../../ui/field.tsx'
import { type FactForm, keptAsWritten, PRECISIONS, type Precision } from './fact-form.ts'
import styles from './facts.module.css'

export type FormPart = {
  readonly form: FactForm
  readonly set: (change: Partial<FactForm>) => void
}

/** What a fact says, by its type: one figure or date for both languages, or words in each. */
export function ValueFields({ form, set, fact }: FormPart & { readonly fact: Fact | null }) {
  const t = useText(facts)
  const kept = keptAsWritten(form, fact) !== null
  return (
    <>
      {kept && <p className={styles.hint}>△ {t('as-written-lead')}</p>}
      {form.type === 'count' ? (
        <TextField
          label={t('figure')}
          type="number"
          inputMode="numeric"
          min={0}
          max={999999999}
          step={1}
          required={!kept}
          value={form.n}
          onChange={event => set({ n: event.target.value })}
        />
      ) : form.type === 'date' ? (
        <DateFields form={form} set={set} required={!kept} />
      ) : (
        <FieldRows columns={2}>
          {(['fr', 'ja'] as const).map(language => (
            <TextField
              key={language}
              label={t(language === 'fr' ? 'french' : 'japanese')}
              lang={language}
              value={form[language]}
              onChange={event => set({ [language]: event.target.value })}
              maxLength={300}
              required
            />
          ))}
        </FieldRows>
      )}
    </>
  )
}

/** As the browser asks for a moment of that precision. */
const INPUTS = {
  day: { type: 'date' },
  month: { type: 'month', pattern: '\\d{4}-\\d{2}', placeholder: '2026-10' },
  year: { type: 'text', inputMode: 'numeric', pattern: '\\d{4}', placeholder: '2026' },
} as const

function DateFields({ form, set, required }: FormPart & { readonly required: boolean }) {
  const t = useText(facts)
  const input = INPUTS[form.precision]
  return (
    <>
      <SelectField<Precision>
        label={t('precision')}
        value={form.precision}
        onChange={precision => set({ precision, from: '', to: '' })}
        choices={PRECISIONS.map(value => ({ value, text: t(`precision.${value}`) }))}
      />
      <FieldRows columns={2}>
        <TextField
          {...input}
          label={t('from')}
          required={required}
          value={form.from}
          onChange={event => set({ from: event.target.value })}
        />
        <TextField
          {...input}
          label={t('to')}
          optional
          hint={t('to-hint')}
          value={form.to}
          onChange={event => set({ to: event.target.value })}
          error={form.to && form.to <= form.from ? t('to-late') : undefined}
        />
      </FieldRows>
      {form.precision === 'day' && (
        <CheckField
          label={t('weekday')}
          hint={t('weekday-hint')}
          checked={form.weekday}
          onChange={weekday => set({ weekday })}
        />
      )}
    </>
  )
}
