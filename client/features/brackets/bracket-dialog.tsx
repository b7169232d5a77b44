/** [A5] Putting words in brackets: which in each language, who asks, other words for them, and a remark. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import {
  type ChoiceRange,
  choosesNothing,
  chosenWords,
  type PassageChoice,
} from '../../editor/brackets/passage-choice.ts'
import type { NewBracket } from '../../editor/brackets/write-bracket.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FieldRows, RadioField, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import styles from './bracket-dialog.module.css'
import { PassagePicker } from './passage-picker.tsx'

export type BracketWords = Omit<NewBracket, 'group'> & { readonly remark: BilingualLabel | null }

type BracketDialogProps = {
  readonly choice: PassageChoice
  /** For which sides one may ask here, at least one. */
  readonly asksFor: readonly Side[]
  /** One's own, which is chosen already. */
  readonly own: Side
  /** The language whose words are still to be chosen: the focus begins there. */
  readonly begins: Language
  /** Undefined when it was done, else what is wrong. */
  readonly onOpen: (words: BracketWords) => 'changed' | 'cuts' | 'locked' | undefined
  readonly onClose: () => void
}

export function BracketDialog({ onClose, ...form }: BracketDialogProps) {
  const t = useText(brackets)
  return (
    <Dialog
      open
      width="wide"
      title={t('openTitle')}
      description={t('openLead')}
      onOpenChange={open => open || onClose()}
    >
      <BracketForm {...form} onClose={onClose} />
    </Dialog>
  )
}

type Other = { readonly key: number; readonly by: Side | ''; readonly fr: string; readonly ja: string }

function BracketForm({ choice, asksFor, own, begins, onOpen, onClose }: BracketDialogProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // After the dialog has taken the focus, to its first field.
    const frame = requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[role="listbox"]:lang(${begins})`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [begins])
  const t = useText(brackets)
  const c = useText(common)
  const [ranges, setRanges] = useState<{ readonly [L in Language]: ChoiceRange | null }>(choice.first)
  const [by, setBy] = useState<Side>(own)
  const [others, setOthers] = useState<readonly Other[]>([])
  const [remark, setRemark] = useState({ fr: '', ja: '' })
  const [wrong, setWrong] = useState<'changed' | 'cuts' | 'locked' | 'nothing'>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const passages = {
      fr: chosenWords(choice.blocks.fr, ranges.fr),
      ja: chosenWords(choice.blocks.ja, ranges.ja),
    }
    if (choosesNothing(passages)) return setWrong('nothing')
    const said = others
      .map(other => ({ by: other.by, fr: other.fr.trim(), ja: other.ja.trim() }))
      .filter(other => LANGUAGES.some(each => other[each] && passages[each].length > 0))
    const hasRemark = remark.fr.trim() !== '' || remark.ja.trim() !== ''
    const refused = onOpen({ by, passages, others: said, remark: hasRemark ? remark : null })
    return refused ? setWrong(refused) : onClose()
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <div className={styles.pickers}>
        {LANGUAGES.map(language => (
          <PassagePicker
            key={language}
            language={language}
            blocks={choice.blocks[language]}
            by={by}
            value={ranges[language]}
            onChange={range => {
              setWrong(undefined)
              setRanges(before => ({ ...before, [language]: range }))
            }}
          />
        ))}
      </div>
      {asksFor.length > 1 ? (
        <RadioField
          legend={t('whoAsks')}
          value={by}
          onChange={setBy}
          choices={asksFor.map(side => ({ value: side, text: <SideMark side={side} /> }))}
        />
      ) : (
        <p className={styles.asker}>
          <strong>{t('whoAsks')}</strong> <SideMark side={by} />
        </p>
      )}
      {others.map((other, index) => (
        <OtherWords
          key={other.key}
          number={index + 2}
          other={other}
          lacks={LANGUAGES.filter(language => ranges[language] === null)}
          onChange={next => setOthers(before => before.map(each => (each.key === other.key ? next : each)))}
          onRemove={() => setOthers(before => before.filter(({ key }) => key !== other.key))}
        />
      ))}
      <p>
        <Button
          onClick={() =>
            setOthers(before => [...before, { key: (before.at(-1)?.key ?? 0) + 1, by: own, fr: '', ja: '' }])
          }
        >
          {t('addAlternative')}
        </Button>
      </p>
      <FieldRows columns={2}>
        {LANGUAGES.map(language => (
          <TextAreaField
            key={language}
            label={t(`remark.${language}`)}
            {...(language === 'fr' ? { hint: t('remarkHint') } : {})}
            optional
            rows={2}
            lang={language}
            maxLength={2000}
            value={remark[language]}
            onChange={event => setRemark({ ...remark, [language]: event.target.value })}
          />
        ))}
      </FieldRows>
      {wrong && (
        <p className={styles.wrong} role="alert">
          <span aria-hidden="true">▲ </span>
          {t(`wrong.${wrong}`)}
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{c('cancel')}</Button>
        <Button kind="primary" type="submit">
          {t('open')}
        </Button>
      </DialogActions>
    </form>
  )
}

type OtherWordsProps = {
  readonly number: number
  readonly other: Other
  /** Languages in which no passage is chosen: there is no place for words. */
  readonly lacks: readonly Language[]
  readonly onChange: (other: Other) => void
  readonly onRemove: () => void
}

function OtherWords({ number, other, lacks, onChange, onRemove }: OtherWordsProps) {
  const t = useText(brackets)
  const c = useText(common)
  const legend = useId()
  return (
    <fieldset className={styles.other} aria-labelledby={legend}>
      <header>
        <h3 id={legend}>{t('alternative', { n: number })}</h3>
        <Button kind="plain" onClick={onRemove}>
          {t('removeAlternative')}
        </Button>
      </header>
      <FieldRows columns={2}>
        {LANGUAGES.map(language => (
          <TextField
            key={language}
            label={c(`language.${language}`)}
            lang={language}
            value={other[language]}
            maxLength={2000}
            disabled={lacks.includes(language)}
            {...(lacks.includes(language) ? { hint: t(`missing.${language}`) } : {})}
            onChange={event => onChange({ ...other, [language]: event.target.value })}
          />
        ))}
      </FieldRows>
      <SelectField
        label={t('wantedBy')}
        value={other.by}
        onChange={by => onChange({ ...other, by })}
        choices={[
          ...SIDES.map(side => ({ value: side as Side | '', text: c(`side.${side}`) })),
          { value: '' as const, text: t('nobodyNamed') },
        ]}
      />
    </fieldset>
  )
}
