/** The filters of the list: the state always in sight, the others behind a button that says how many are set. */
import { type ReactNode, useId, useState } from 'react'
import { CHANGE_KINDS } from '../../../shared/compare/change-kinds.ts'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField, SelectField } from '../../ui/field.tsx'
import fold from '../../ui/fold-filters.module.css'
import { excerpt } from '../compare/compared-texts.ts'
import type { AmendmentDesk } from './amendment-desk.ts'
import { ALL_AMENDMENTS, type AmendmentFilters, countFilters, kindsAmong } from './amendment-filters.ts'
import styles from './filter-bar.module.css'

type FilterBarProps = {
  readonly desk: AmendmentDesk
  /** How many amendments pass. */
  readonly shown: number
  readonly filters: AmendmentFilters
  readonly onFilter: (filters: AmendmentFilters) => void
  /** Below the filters: how the list is used. */
  readonly children?: ReactNode
}

const STATES = ['all', 'undecided', 'decided'] as const

export function FilterBar({ desk, shown, filters, onFilter, children }: FilterBarProps) {
  const t = useText(amendments)
  const [open, setOpen] = useState(false)
  const id = useId()
  const set = countFilters(filters)
  return (
    <div className={styles.bar}>
      <div className={fold.line}>
        <fieldset className={fold.states} aria-label={t('filterState')}>
          {STATES.map(state => (
            <button
              key={state}
              type="button"
              aria-pressed={filters.state === state}
              onClick={() => onFilter({ ...filters, state })}
            >
              {t(`filter.${state}`)}
            </button>
          ))}
        </fieldset>
        <Button kind="plain" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {set === 0 ? t('filters') : t('filtersSet', { count: set })}
        </Button>
      </div>
      <div id={id} className={fold.more} hidden={!open}>
        <MoreFilters desk={desk} filters={filters} onFilter={onFilter} />
        {children}
      </div>
      {(set > 0 || filters.state !== 'all') && (
        <p className={fold.shown}>
          <span role="status">{t('shownOf', { shown, count: desk.items.length })}</span>
          <Button kind="plain" onClick={() => onFilter(ALL_AMENDMENTS)}>
            {t('showAll')}
          </Button>
        </p>
      )}
    </div>
  )
}

function MoreFilters({ desk, filters, onFilter }: Omit<FilterBarProps, 'shown' | 'children'>) {
  const t = useText(amendments)
  const c = useText(compare)
  const spoken = useLanguage() === 'ja' ? 'ja' : 'fr'
  const any = { value: '', text: t('any') }
  const kinds = kindsAmong(desk.items)
  return (
    <>
      <SelectField
        label={t('filterKind')}
        value={filters.kind ?? ''}
        onChange={value => onFilter({ ...filters, kind: CHANGE_KINDS.find(kind => kind === value) ?? null })}
        choices={[any, ...kinds.map(kind => ({ value: kind, text: c(kind) }))]}
      />
      {desk.sections.length > 0 && (
        <SelectField
          label={t('filterSection')}
          value={filters.section ?? ''}
          onChange={value => onFilter({ ...filters, section: value || null })}
          choices={[
            any,
            ...desk.sections.map(({ key, heading }) => ({ value: key, text: headingWords(heading, spoken) })),
          ]}
        />
      )}
      <SelectField
        label={t('filterLanguage')}
        value={filters.language ?? ''}
        onChange={value =>
          onFilter({ ...filters, language: value === 'fr' || value === 'ja' ? value : null })
        }
        choices={[any, { value: 'fr', text: t('inFrench') }, { value: 'ja', text: t('inJapanese') }]}
      />
      <SelectField
        label={t('filterWeight')}
        value={filters.weight}
        onChange={weight => onFilter({ ...filters, weight })}
        choices={[
          { value: 'all', text: t('any') },
          { value: 'substance', text: t('substance') },
          { value: 'form', text: t('form') },
        ]}
      />
      <CheckField
        label={c('alarmsOnly')}
        checked={filters.alarmsOnly}
        onChange={alarmsOnly => onFilter({ ...filters, alarmsOnly })}
      />
    </>
  )
}

/** The heading in the language of the interface, else in the one it has. */
function headingWords(heading: ComparisonRow, language: 'fr' | 'ja'): string {
  return excerpt(heading, language, 60) || excerpt(heading, language === 'fr' ? 'ja' : 'fr', 60)
}
