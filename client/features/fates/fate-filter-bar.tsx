/** Above the table: which amendments, in which order, and how many that leaves. */
import { useId } from 'react'
import { FATES, OUTCOMES } from '../../../shared/model/amendment.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import bar from '../../ui/choice-bar.module.css'
import styles from './fate-filter-bar.module.css'
import { ALL_FATES, FATE_ORDERS, type FateFilters } from './fates-address.ts'

type FateFilterBarProps = {
  readonly filters: FateFilters
  readonly onFilters: (filters: FateFilters) => void
  readonly shown: number
  readonly count: number
}

export function FateFilterBar({ filters, onFilters, shown, count }: FateFilterBarProps) {
  const t = useText(fates)
  return (
    <div className={`${bar.bar} ${styles.bar}`}>
      <fieldset className={`${bar.filters} ${styles.filters}`}>
        <legend className="unseen">{t('filters')}</legend>
        <Choice
          label={t('filterFate')}
          value={filters.fate ?? ''}
          onChange={fate => onFilters({ ...filters, fate: fate || null })}
          choices={[
            { value: '', text: t('any') },
            ...FATES.map(value => ({ value, text: t(`fate.${value}`) })),
          ]}
        />
        <Choice
          label={t('filterDecision')}
          value={filters.decision ?? ''}
          onChange={decision => onFilters({ ...filters, decision: decision || null })}
          choices={[
            { value: '', text: t('anyDecision') },
            ...OUTCOMES.map(value => ({ value, text: t(`decision.${value}`) })),
          ]}
        />
        <label className={bar.check}>
          <input
            type="checkbox"
            checked={filters.differing}
            onChange={event => onFilters({ ...filters, differing: event.target.checked })}
          />
          {t('differingOnly')}
        </label>
        <Choice
          label={t('sort')}
          value={filters.order}
          onChange={order => onFilters({ ...filters, order })}
          choices={FATE_ORDERS.map(value => ({ value, text: t(`sort.${value}`) }))}
        />
      </fieldset>
      <p role="status" className={`${bar.shown} ${styles.shown}`} data-filtered={shown < count || undefined}>
        {t('shownOf', { shown, count })}
      </p>
      {shown < count && (
        <Button kind="plain" onClick={() => onFilters({ ...ALL_FATES, order: filters.order })}>
          {t('showAll')}
        </Button>
      )}
    </div>
  )
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly { readonly value: Value; readonly text: string }[]
}

function Choice<Value extends string>({ label, value, onChange, choices }: ChoiceProps<Value>) {
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
