/** The filters of the threads: the state always in sight, the others behind a button that says how many are set. */
import { useId, useState } from 'react'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField, SelectField } from '../../ui/field.tsx'
import fold from '../../ui/fold-filters.module.css'
import styles from './thread-filter-bar.module.css'
import {
  countThreadFilters,
  OPEN_THREADS,
  passesThread,
  THREAD_CIRCLES,
  THREAD_CONCERNS,
  THREAD_STATES,
} from './thread-filters.ts'
import type { ThreadDesk } from './use-thread-desk.ts'

export function ThreadFilterBar({ desk }: { readonly desk: ThreadDesk }) {
  const t = useText(threads)
  const id = useId()
  const { filters, setFilters, hung } = desk
  const set = countThreadFilters(filters)
  const [open, setOpen] = useState(false)
  const passing = hung.filter(each => passesThread(each, filters)).length
  return (
    <div className={styles.bar}>
      <div className={fold.line}>
        <fieldset className={fold.states} aria-label={t('filterState')}>
          {THREAD_STATES.map(state => (
            <button
              key={state}
              type="button"
              aria-pressed={filters.state === state}
              onClick={() => setFilters({ ...filters, state })}
            >
              {t(`state.${state}`)}
            </button>
          ))}
        </fieldset>
        <Button kind="plain" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {set === 0 ? t('filters') : t('filtersSet', { count: set })}
        </Button>
      </div>
      <div id={id} className={fold.more} hidden={!open}>
        <SelectField
          label={t('filterCircle')}
          value={filters.circle}
          onChange={circle => setFilters({ ...filters, circle })}
          choices={THREAD_CIRCLES.map(value => ({ value, text: t(`only.${value}`) }))}
        />
        <SelectField
          label={t('filterConcern')}
          value={filters.concern}
          onChange={concern => setFilters({ ...filters, concern })}
          choices={THREAD_CONCERNS.map(value => ({ value, text: t(`concern.${value}`) }))}
        />
        <CheckField
          label={t('lostOnly')}
          checked={filters.lostOnly}
          onChange={lostOnly => setFilters({ ...filters, lostOnly })}
        />
      </div>
      {(set > 0 || filters.state !== 'open') && (
        <p className={fold.shown}>
          <span role="status">{t('shownOf', { shown: passing, count: hung.length })}</span>
          <Button kind="plain" onClick={() => setFilters({ ...OPEN_THREADS, state: 'all' })}>
            {t('showAll')}
          </Button>
        </p>
      )}
    </div>
  )
}
