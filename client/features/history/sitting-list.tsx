/** The sittings by day, the newest first, down to how the draft began. */
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { HistoryView } from '../../../shared/protocol/views.ts'
import { calendarDay } from '../../../shared/words/dates.ts'
import { history } from '../../i18n/messages/history.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import styles from './history.module.css'
import { historyAddress, sinceState } from './history-address.ts'
import { historyDays } from './history-days.ts'
import { PersonName, SittingEntry, SittingTime } from './sitting-entry.tsx'

type SittingListProps = {
  readonly view: HistoryView
  /** Undefined for whoever may not write the draft. */
  readonly restore: ((at: string) => void) | undefined
}

export function SittingList({ view, restore }: SittingListProps) {
  const t = useText(history)
  const language = useLanguage()
  const { zone } = useSession().person
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { sittings } = view
  const days = useMemo(() => historyDays(sittings, zone, open), [sittings, zone, open])
  return (
    <div className={styles.history}>
      {sittings.length === 0 && <p className={styles.empty}>{t('empty')}</p>}
      {days.map(({ day, items }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={styles.day}>
            {calendarDay(day, language)}
          </h2>
          <ol>
            {items.map(item =>
              item.type === 'fold' ? (
                <li key={item.key} className={styles.fold}>
                  <button type="button" onClick={() => setOpen(now => new Set(now).add(item.key))}>
                    <span aria-hidden="true">▸ </span>
                    {t('small', { count: item.sittings.length })}
                  </button>
                </li>
              ) : (
                <SittingEntry
                  key={item.sitting.id}
                  sitting={item.sitting}
                  draft={view.draft.draft.id}
                  newest={item.sitting === sittings[0]}
                  restore={restore}
                />
              ),
            )}
          </ol>
        </section>
      ))}
      <Beginning view={view} restore={sittings.length > 0 ? restore : undefined} />
    </div>
  )
}

/** Entry 0: what the draft started from. */
function Beginning({ view, restore }: SittingListProps) {
  const t = useText(history)
  const { begun, sittings } = view
  const { base, draft } = view.draft
  return (
    <section className={styles.beginning}>
      <SittingTime from={begun.at} to={begun.at} />
      <div>
        <h2 className={styles.begunTitle}>
          {base
            ? t('begunFrom', { label: base.label })
            : t(view.draft.text.workshop ? 'begunTemplate' : 'begunBlank')}
        </h2>
        {begun.by && (
          <p className={styles.people}>
            <PersonName person={begun.by} />
          </p>
        )}
        <p className={styles.acts}>
          {sittings.length > 0 && (base || begun.state) && (
            <Link
              to={
                base
                  ? compareLink(`version:${base.id}`, `draft:${draft.id}`)
                  : sinceState(draft.id, begun.state!)
              }
            >
              {t('everything')}
            </Link>
          )}
          {begun.state && <Link to={historyAddress(draft.id, begun.state)}>{t('read')}</Link>}
          {begun.state && restore && (
            <button type="button" className={styles.act} onClick={() => restore(begun.state!)}>
              {t('restore')}
            </button>
          )}
        </p>
      </div>
    </section>
  )
}
