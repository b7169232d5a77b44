/** Above a text: how many units stand how, each count a filter; the way to the next one; all that is unchanged at once. */
import { useState } from 'react'
import type { BilingualText, Side } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { agreement } from '../../i18n/messages/agreement.ts'
import { useText } from '../../i18n/use-text.ts'
import { askAgain, queryClient } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import styles from './agreement-bar.module.css'
import type { CardActs } from './agreement-card.tsx'
import { LockSign, StateSign } from './agreement-sign.tsx'
import { UnchangedDialog, waitingUnchanged } from './unchanged-dialog.tsx'
import { type AgreementFilter, countsOf } from './unit-standing.ts'
import type { TextAgreement } from './use-agreement.ts'
import type { ChosenFilter } from './use-agreement-filter.ts'

type AgreementBarProps = {
  readonly known: TextAgreement
  readonly acts: CardActs
  /** Whose consent `ours` is about. */
  readonly ours: Side | null
  readonly filter: ChosenFilter
  readonly text: () => BilingualText
  readonly letters: boolean
  readonly onGo: (unit: UnitId) => void
  readonly onNext: () => void
}

export function AgreementBar(props: AgreementBarProps) {
  const { known, acts, ours, filter, text, letters, onGo, onNext } = props
  const t = useText(agreement)
  const [asking, setAsking] = useState(false)
  const { view, standings } = known
  const waiting = waitingUnchanged(view, standings, acts.side)
  const counts = countsOf(standings, ours)
  return (
    <section className={styles.bar} aria-label={t('bar')}>
      <fieldset className={styles.counts}>
        <legend>
          {t('bar')}
          <span className={styles.of}>{t('summary', { count: standings.size })}</span>
        </legend>
        {counts.map(([each, count]) => (
          <button
            key={each}
            type="button"
            aria-pressed={filter.filter === each}
            data-filter={each}
            onClick={() => filter.choose(filter.filter === each ? null : each)}
          >
            <FilterSign filter={each} />
            {t(`count.${each}`, { count })}
          </button>
        ))}
        {counts.some(([each]) => each === 'ours') && (
          <button
            type="button"
            aria-keyshortcuts={letters ? 'a' : undefined}
            title={t('next')}
            onClick={onNext}
          >
            <span aria-hidden="true">↓</span>
            {t('nextKey')}
            <span className="unseen"> – {t('next')}</span>
          </button>
        )}
      </fieldset>
      {acts.side && view.unchanged && waiting.length > 0 && (
        <span className={styles.bulk}>
          <Button
            onClick={() => {
              // What was typed since the page asked counts: the list must be that of now.
              void askAgain(queryClient, ['GET /api/texts/:id/agreement'])
              setAsking(true)
            }}
          >
            {t('bulk', { count: waiting.length })}
          </Button>
        </span>
      )}
      {filter.shown && (
        <p className={styles.shown}>
          {t('shown')}{' '}
          {[...standings.keys()].map((unit, index) =>
            filter.shown?.has(unit) ? (
              <button key={unit} type="button" className={styles.unit} onClick={() => onGo(unit)}>
                <span className="unseen">{t('title', { n: index + 1 })}</span>
                <span aria-hidden="true">{index + 1}</span>
              </button>
            ) : null,
          )}
          <Button kind="plain" onClick={() => filter.choose(null)}>
            {t('showAll')}
          </Button>
        </p>
      )}
      {view.gone.length > 0 && (
        <p className={styles.gone}>
          <span aria-hidden="true">△ </span>
          {t('gone', { count: view.gone.length })}
        </p>
      )}
      {asking && view.unchanged && (
        <UnchangedDialog
          view={view}
          unchanged={view.unchanged}
          standings={standings}
          text={text()}
          acts={acts}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

function FilterSign({ filter }: { readonly filter: AgreementFilter }) {
  if (filter === 'locked') return <LockSign />
  if (filter === 'reopened') return <span aria-hidden="true">↺</span>
  return filter === 'ours' ? <span aria-hidden="true">◌</span> : <StateSign state={filter} />
}
