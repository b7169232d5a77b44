/** /compare?from=…&to=…: old and new, French and Japanese, on one screen. */
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ComparisonCounts } from '../../../shared/compare/comparison.ts'
import type { ComparedView, ComparisonView } from '../../../shared/protocol/views.ts'
import { onOneClock } from '../../i18n/dates.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { useTextVisit } from '../texts/use-text-visit.ts'
import { type ComparisonAddress, comparisonAddress, readComparisonAddress } from './comparison-address.ts'
import { ComparisonBar } from './comparison-bar.tsx'
import { ComparisonBody } from './comparison-body.tsx'
import { comparisonItems, countChanges } from './comparison-items.ts'
import styles from './comparison-page.module.css'
import { useChangeWalk } from './use-change-walk.ts'

export function ComparisonPage() {
  const t = useText(compare)
  const [query] = useSearchParams()
  const address = readComparisonAddress(query)
  if (!address)
    return (
      <Page title={t('title')} width="text">
        <Notice kind="warn">{t('badAddress')}</Notice>
      </Page>
    )
  return <AskedComparison key={`${address.from} ${address.to}`} address={address} />
}

function AskedComparison({ address }: { readonly address: ComparisonAddress }) {
  const { from, to } = address
  const { data, error, refetch } = useAsk('GET /api/comparisons', { query: { from, to } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <ComparisonScreen view={data} address={address} /> : <Loading />
}

function ComparisonScreen({
  view,
  address,
}: {
  readonly view: ComparisonView
  readonly address: ComparisonAddress
}) {
  const t = useText(compare)
  const navigate = useNavigate()
  const { comparison, facts } = view
  useTextVisit(view.text)
  // The address follows what is shown; it is not waited for, so that a box ticks when it is ticked.
  const [{ layout, filters }, setShown] = useState<Pick<ComparisonAddress, 'layout' | 'filters'>>(address)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const count = countChanges(comparison, filters)
  const walk = useChangeWalk(count)
  const folds = comparisonItems(comparison, filters, new Set()).flatMap(item =>
    item.type === 'fold' ? [item.key] : [],
  )
  const show = (changed: Partial<Pick<ComparisonAddress, 'layout' | 'filters'>>) => {
    const shown = { layout, filters, ...changed }
    setShown(shown)
    void navigate(comparisonAddress({ ...address, ...shown }), { replace: true, preventScrollReset: true })
  }
  const name = useName()
  const names = { from: name(view.from), to: name(view.to) }

  return (
    <Page
      width="full"
      title={t('heading', names)}
      actions={
        <div className={styles.actions}>
          <Button
            onClick={() =>
              void navigate(comparisonAddress({ from: address.to, to: address.from, layout, filters }))
            }
          >
            {t('swap')}
          </Button>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </div>
      }
    >
      <Summary view={view} counts={comparison.counts} />
      <ComparisonBar
        walk={walk}
        count={count}
        layout={layout}
        onLayout={chosen => show({ layout: chosen })}
        filters={filters}
        onFilters={chosen => show({ filters: chosen })}
        unfolded={folds.length > 0 && folds.every(fold => open.has(fold))}
        onUnfold={all => setOpen(new Set(all ? folds : []))}
      />
      <ComparisonBody
        ref={walk.body}
        comparison={comparison}
        facts={facts}
        layout={layout}
        filters={filters}
        open={open}
        onOpen={key => setOpen(before => new Set(before).add(key))}
        current={walk.current}
      />
    </Page>
  )
}

/** Both texts with their dates, then what changed in figures. */
function Summary({ view, counts }: { readonly view: ComparisonView; readonly counts: ComparisonCounts }) {
  const t = useText(compare)
  const language = useLanguage()
  const name = useName()
  return (
    <div className={styles.summary}>
      <dl className={styles.texts}>
        {(['from', 'to'] as const).map(end => (
          <div key={end}>
            <dt>{t(end === 'from' ? 'old' : 'new')}</dt>
            <dd>
              <strong>{name(view[end])}</strong>
              {view[end].at && (
                <>
                  {' '}
                  <Instant at={view[end].at} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {sentences(language, t('changes', { count: counts.changed }), t('ofUnits', { count: counts.rows }))}
        {counts.alarms > 0 ? (
          <strong className={styles.alarms}>
            <span aria-hidden="true">▲ </span>
            {t('alarms', { count: counts.alarms })}
          </strong>
        ) : (
          <span className={styles.noAlarms}>{t('noAlarms')}</span>
        )}
      </p>
    </div>
  )
}

/** What a text is called: a version by its label, a draft as what it is, as it stood by the reader's clock. */
function useName(): (compared: ComparedView) => string {
  const t = useText(compare)
  const language = useLanguage()
  const { zone } = useSession().person
  return ({ ref, label, at }) => {
    if (ref.startsWith('draft:')) return t('draft')
    return ref.startsWith('state:') && at ? t('draftOf', { when: onOneClock(at, language, zone) }) : label
  }
}
