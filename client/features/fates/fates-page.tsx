/** /versions/:id/fates: what became of each amendment of an answer in the version that followed it. */
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { AmendmentFateView, FatesView } from '../../../shared/protocol/views.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import { decisionsTableAddress } from '../decisions/decisions-address.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { FateFilterBar } from './fate-filter-bar.tsx'
import { FateFingerprints } from './fate-fingerprints.tsx'
import { FateSummary } from './fate-summary.tsx'
import { type ComparedAt, FateTable } from './fate-table.tsx'
import { ALL_FATES, type FateFilters, fatesAddress, readFateFilters, shownFates } from './fates-address.ts'
import styles from './fates-page.module.css'
import { UnplacedDecisions } from './unplaced-decisions.tsx'

export function FatesPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/versions/:id/fates', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (data === undefined) return <Loading />
  return data ? <FatesSheet key={id} view={data} /> : <NoFates version={id} />
}

function NoFates({ version }: { readonly version: string }) {
  const t = useText(fates)
  return (
    <Page title={t('none')} width="text">
      <Notice actions={<ButtonLink to={`/versions/${version}`}>{t('toThisVersion')}</ButtonLink>}>
        {t('noneWords')}
      </Notice>
    </Page>
  )
}

function FatesSheet({ view }: { readonly view: FatesView }) {
  const t = useText(fates)
  const d = useText(decisions)
  const { base, answer, version, amendments, counts, unplaced } = view
  const names = { base: base.label, answer: answer.label, version: version.label }
  const [filters, setFilters] = useFilters(version.id)
  const shown = shownFates(amendments, filters)
  return (
    <div className={styles.document}>
      <Page
        width="full"
        title={t('title', names)}
        lead={t('lead', names)}
        actions={
          <div className={styles.actions}>
            <ButtonLink to={`/versions/${version.id}`}>{t('toVersion', { label: version.label })}</ButtonLink>
            <ButtonLink to={compareLink(`version:${answer.id}`, `version:${version.id}`)}>
              {t('compareWhole', { from: answer.label, to: version.label })}
            </ButtonLink>
            <ButtonLink to={decisionsTableAddress(view.text.id, answer.id)}>{d('link')}</ButtonLink>
            <Button onClick={() => window.print()}>{t('print')}</Button>
          </div>
        }
      >
        <FateSummary
          counts={counts}
          differences={t('differingWords', names)}
          onShowDiffering={() => setFilters({ ...ALL_FATES, differing: true })}
        />
        {amendments.length > 0 && (
          <FateFilterBar
            filters={filters}
            onFilters={setFilters}
            shown={shown.length}
            count={amendments.length}
          />
        )}
        {shown.length > 0 ? (
          <FateTable
            amendments={shown}
            setting={{
              names,
              facts: view.facts,
              compareAt: amendment => comparedAt(view, amendment),
              decideAt: null,
            }}
          />
        ) : (
          <p className={styles.none}>
            {amendments.length > 0 ? t('noneShown') : t('noAmendments', { answer: answer.label })}
          </p>
        )}
        {unplaced.length > 0 && (
          <Section title={t('unplaced')}>
            <UnplacedDecisions decisions={unplaced} />
          </Section>
        )}
        <FateFingerprints view={view} />
        <p className={styles.back}>
          <Link to={`/texts/${version.text}`}>{t('toText')}</Link>
        </p>
      </Page>
    </div>
  )
}

/** Where there is something to see: what was taken stands out against the base, the rest against the answer. */
function comparedAt(
  { base, answer, version }: FatesView,
  { fate, places, now }: AmendmentFateView,
): ComparedAt {
  const taken = fate === 'taken'
  const from = taken ? base : answer
  const row = taken ? places[0]?.unit : now[0]?.key
  const address = compareLink(`version:${from.id}`, `version:${version.id}`)
  return { from: from.label, to: version.label, address: row ? `${address}&at=${row}` : address }
}

/** The address follows what is shown; it is not waited for, so that a box ticks when it is ticked. */
function useFilters(version: string): readonly [FateFilters, (filters: FateFilters) => void] {
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const [filters, setFilters] = useState(() => readFateFilters(query))
  const show = (chosen: FateFilters) => {
    setFilters(chosen)
    void navigate(fatesAddress(version, chosen), { replace: true, preventScrollReset: true })
  }
  return [filters, show]
}
