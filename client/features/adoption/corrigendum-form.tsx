/** Asking for a corrigendum: units are chosen, their words corrected as plain text, the reason given in both languages. */
import { type FormEvent, useState } from 'react'
import { type BilingualText, plainText, type Unit, unitsOf } from '../../../shared/model/bilingual-text.ts'
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

type Words = { readonly [L in Language]: readonly string[] }
type Correction = {
  readonly unit: Unit
  readonly number: number
  readonly before: Words
  readonly after: Words
}

const FIRST_WORDS = 60

export function CorrigendumForm({
  text,
  corrected,
}: {
  readonly text: string
  /** As all corrigenda so far correct it. */
  readonly corrected: BilingualText
}) {
  const t = useText(adoption)
  const [open, setOpen] = useState(false)
  return open ? (
    <OpenForm text={text} corrected={corrected} onClose={() => setOpen(false)} />
  ) : (
    <div className={styles.actions}>
      <Button onClick={() => setOpen(true)}>{t('ask')}</Button>
    </div>
  )
}

function OpenForm({
  text,
  corrected,
  onClose,
}: {
  readonly text: string
  readonly corrected: BilingualText
  readonly onClose: () => void
}) {
  const t = useText(adoption)
  const c = useText(common)
  const say = useToast()
  const ask = useAct('POST /api/texts/:id/corrigenda', ['GET /api/texts/:id/adoption'])
  const [corrections, setCorrections] = useState<readonly Correction[]>([])
  const [reason, setReason] = useState({ fr: '', ja: '' })
  const units = unitsOf(corrected)
  const changed = corrections.filter(isChanged)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = changed.map(({ unit, before, after }) => ({
      unit: unit.id,
      before: copy(before),
      after: copy(after),
    }))
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
          onChange={after => setCorrections(corrections.with(index, { ...correction, after }))}
          onLeave={() => setCorrections(corrections.toSpliced(index, 1))}
        />
      ))}
      <UnitChoice
        units={units}
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
        <Button type="submit" kind="primary" busy={ask.isPending} disabled={changed.length === 0}>
          {t('ask-now')}
        </Button>
        {changed.length === 0 && <span className={styles.how}>{t('nothing-changed')}</span>}
      </div>
    </form>
  )
}

function UnitChoice({
  units,
  chosen,
  onChoose,
}: {
  readonly units: readonly Unit[]
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
        const before = { fr: unit.fr.map(plainText), ja: unit.ja.map(plainText) }
        onChoose({ unit, number: index + 1, before, after: before })
      }}
      choices={[{ value: '', text: t('choose-none') }, ...choices]}
    />
  )
}

function CorrectedUnit({
  correction: { unit, number, before, after },
  onChange,
  onLeave,
}: {
  readonly correction: Correction
  readonly onChange: (after: Words) => void
  readonly onLeave: () => void
}) {
  const t = useText(adoption)
  return (
    <fieldset className={styles.correction}>
      <legend>{t('unit', { n: String(number) })}</legend>
      <FieldRows columns={2}>
        {LANGUAGES.map(language => (
          <div key={language}>
            {after[language].map((words, index) => (
              <TextAreaField
                key={unit[language][index]!.id}
                label={t(`words-${language}`)}
                lang={language}
                rows={Math.min(8, 2 + Math.ceil(before[language][index]!.length / 60))}
                value={words}
                onChange={event =>
                  onChange({ ...after, [language]: after[language].with(index, event.target.value) })
                }
              />
            ))}
          </div>
        ))}
      </FieldRows>
      <Button kind="plain" onClick={onLeave}>
        {t('leave-unit')}
      </Button>
    </fieldset>
  )
}

function wordsOf(unit: Unit, language: Language) {
  return unit[language][0] ?? unit[language === 'fr' ? 'ja' : 'fr'][0] ?? null
}

function isChanged({ before, after }: Correction): boolean {
  return LANGUAGES.some(language => after[language].some((words, index) => words !== before[language][index]))
}

function copy({ fr, ja }: Words) {
  return { fr: [...fr], ja: [...ja] }
}
