/** [W4] /workshops/coverage: what became of each conclusion of each workshop. */
import { useState } from 'react'
import { coverage } from '../../i18n/messages/coverage.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { WorkshopPages } from '../workshops/workshop-pages.tsx'
import styles from './coverage.module.css'
import { COVERAGE_FILTERS, type CoverageFilter } from './coverage-filter.ts'
import { SummarySection } from './summary-section.tsx'

export function CoveragePage() {
  const t = useText(coverage)
  const language = useLanguage()
  const { data, error, refetch } = useAsk('GET /api/coverage')
  const [filter, setFilter] = useState<CoverageFilter>('all')
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { draft, version } = data.against
  const against = draft
    ? t('againstDraft')
    : version
      ? t('againstVersion', { label: version.label })
      : t('againstNothing')
  return (
    <Page
      title={t('title')}
      lead={sentences(language, t('lead'), against)}
      actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <WorkshopPages />
      <div className={styles.filter}>
        <SelectField
          label={t('filter')}
          value={filter}
          onChange={setFilter}
          choices={COVERAGE_FILTERS.map(each => ({ value: each, text: t(`filter.${each}`) }))}
        />
      </div>
      {data.summaries.map(summary => (
        <SummarySection key={summary.text.id} summary={summary} view={data} filter={filter} />
      ))}
    </Page>
  )
}
