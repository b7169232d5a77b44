/** Above the table: what of it is shown, in which order and languages, and with whose threads. */
import { useId } from 'react'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import bar from '../../ui/choice-bar.module.css'
import { LanguageKeys } from '../compare/comparison-bar.tsx'
import {
  DECISION_ORDERS,
  type DecisionsShape,
  ROUND_OUTCOMES,
  type RoundOutcome,
} from './decisions-address.ts'
import styles from './decisions-bar.module.css'

type DecisionsBarProps = {
  readonly shape: DecisionsShape
  readonly onShape: (shape: DecisionsShape) => void
  readonly shown: number
  readonly count: number
  readonly mayAddInternal: boolean
}

export function DecisionsBar({ shape, onShape, shown, count, mayAddInternal }: DecisionsBarProps) {
  const t = useText(decisions)
  const outcomeWords = useOutcomeWords()
  return (
    <div className={`${bar.bar} ${styles.bar}`}>
      <fieldset className={bar.filters}>
        <legend className="unseen">{t('filters')}</legend>
        <Choice
          label={t('filterOutcome')}
          value={shape.outcome ?? ''}
          onChange={outcome => onShape({ ...shape, outcome: outcome || null })}
          choices={[
            { value: '', text: t('any') },
            ...ROUND_OUTCOMES.map(value => ({ value, text: outcomeWords(value) })),
          ]}
        />
        <Check
          label={t('discussedOnly')}
          checked={shape.discussed}
          onChange={discussed => onShape({ ...shape, discussed })}
        />
        <Choice
          label={t('sort')}
          value={shape.order}
          onChange={order => onShape({ ...shape, order })}
          choices={DECISION_ORDERS.map(value => ({ value, text: t(`sort.${value}`) }))}
        />
        <LanguageKeys
          languages={shape.languages}
          onLanguages={languages => onShape({ ...shape, languages })}
        />
        {mayAddInternal && (
          <Check
            label={t('internalToo')}
            checked={shape.internal}
            onChange={internal => onShape({ ...shape, internal })}
          />
        )}
      </fieldset>
      <p role="status" className={bar.shown}>
        {t('shownOf', { shown, count })}
      </p>
      {shown < count && (
        <Button kind="plain" onClick={() => onShape({ ...shape, outcome: null, discussed: false })}>
          {t('showAll')}
        </Button>
      )}
    </div>
  )
}

/** What a filter by outcome is called. */
export function useOutcomeWords(): (outcome: RoundOutcome) => string {
  const t = useText(decisions)
  const f = useText(fates)
  return outcome =>
    outcome === 'undecided' || outcome === 'open' || outcome === 'resolved'
      ? t(`filter.${outcome}`)
      : f(`decision.${outcome}`)
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly { readonly value: Value; readonly text: string }[]
}

export function Choice<Value extends string>({ label, value, onChange, choices }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={bar.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.target.value as Value)}>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  )
}

type CheckProps = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className={bar.check}>
      <input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
