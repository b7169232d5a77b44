/** Asking for a corrigendum: units are chosen, their words corrected as plain text, the reason given in both languages. */
import { type FormEvent, useState } from 'react'
import { type BilingualText, type Unit, unitsOf } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { firstWords } from '../../../shared/model/first-words.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { common } from '../../i18n/messages/common.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows, SelectField, TextAreaField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './adoption.module.css'
import { CorrectedUnit } from './corrected-unit.tsx'
import { askedOf, type Correction, correctionOf } from './correction.ts'

const FIRST_WORDS = 60

export function CorrigendumForm({
  text,
  corrected,
  facts,
}: {
  readonly text: string
  /** As all corrigenda so far correct it. */
  readonly corrected: BilingualText
  readonly facts: FactValues
}) {
  const t = useText(adoption)
  const [open, setOpen] = useState(false)
  return open ? (
    <OpenForm text={text} corrected={corrected} facts={facts} onClose={() => setOpen(false)} />
  ) : (
    <div className={styles.actions}>
      <Button onClick={() => setOpen(true)}>{t('ask')}</Button>
    </div>
  )
}

function OpenForm({
  text,
  corrected,
  facts,
  onClose,
}: {
  readonly text: string
  readonly corrected: BilingualText
  readonly facts: FactValues
  readonly onClose: () => void
}) {
  const t = useText(adoption)
  const c = useText(common)
  const say = useToast()
  const ask = useAct('POST /api/texts/:id/corrigenda', ['GET /api/texts/:id/adoption'])
  const [corrections, setCorrections] = useState<readonly Correction[]>([])
  const [reason, setReason] = useState({ fr: '', ja: '' })
  const units = unitsOf(corrected)
  const asked = corrections.flatMap(correction => askedOf(correction, facts) ?? [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate(
      { params: { id: text }, body: { units: asked, reason } },
      {
        onSuccess: () => {
          say(t('asked'))
          onClose()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('ask')}>
      <h3>{t('ask')}</h3>
      <p className={styles.how}>{t('ask-lead')}</p>
      {corrections.map((correction, index) => (
        <CorrectedUnit
          key={correction.unit.id}
          correction={correction}
          onChange={shown => setCorrections(corrections.with(index, { ...correction, shown }))}
          onLeave={() => setCorrections(corrections.toSpliced(index, 1))}
        />
      ))}
      <UnitChoice
        units={units}
        facts={facts}
        chosen={corrections.map(({ unit }) => unit.id)}
        onChoose={correction => setCorrections([...corrections, correction])}
      />
      <FieldRows columns={2}>
        {LANGUAGES.map(language => (
          <TextAreaField
            key={language}
            label={t(`reason-${language}`)}
            lang={language}
            value={reason[language]}
            onChange={event => setReason({ ...reason, [language]: event.target.value })}
            maxLength={5000}
            required
          />
        ))}
      </FieldRows>
      {ask.error && <FailureNotice error={ask.error} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{c('cancel')}</Button>
        <Button type="submit" kind="primary" busy={ask.isPending} disabled={asked.length === 0}>
          {t('ask-now')}
        </Button>
        {asked.length === 0 && <span className={styles.how}>{t('nothing-changed')}</span>}
      </div>
    </form>
  )
}

function UnitChoice({
  units,
  facts,
  chosen,
  onChoose,
}: {
  readonly units: readonly Unit[]
  readonly facts: FactValues
  readonly chosen: readonly string[]
  readonly onChoose: (correction: Correction) => void
}) {
  const t = useText(adoption)
  const language = useLanguage() === 'ja' ? 'ja' : 'fr'
  const choices = units.flatMap((unit, index) =>
    chosen.includes(unit.id)
      ? []
      : [
          {
            value: unit.id as string,
            text: `${index + 1} – ${firstWords(wordsOf(unit, language), FIRST_WORDS)}`,
          },
        ],
  )
  return (
    <SelectField<string>
      label={t('choose-unit')}
      hint={t('choose-unit-hint')}
      value=""
      onChange={id => {
        const index = units.findIndex(unit => unit.id === id)
        const unit = units[index]
        if (!unit) return
        onChoose(correctionOf(unit, index + 1, facts))
      }}
      choices={[{ value: '', text: t('choose-none') }, ...choices]}
    />
  )
}

function wordsOf(unit: Unit, language: Language) {
  return unit[language][0] ?? unit[language === 'fr' ? 'ja' : 'fr'][0] ?? null
}
