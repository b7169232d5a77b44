/** The coverage of one workshop's summary: how far, unit by unit, and who has signed. */
import { useState } from 'react'
import { Link } from 'react-router'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { COVERAGE_STATES } from '../../../shared/model/proposal.ts'
import type {
  CoverageRowView,
  CoverageView,
  SummaryCoverage,
} from '../../../shared/protocol/integration-views.ts'
import { coverage } from '../../i18n/messages/coverage.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { BlockView } from '../../text-view/block-view.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import table from '../../ui/table.module.css'
import words from '../integration/integration.module.css'
import { useSaidBy } from '../integration/said-by.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import styles from './coverage.module.css'
import { type CoverageFilter, isShown } from './coverage-filter.ts'
import { COVERAGE_SIGNS } from './coverage-signs.ts'
import { Signatures } from './signatures.tsx'
import { wordsInShort } from './words-in-short.ts'

type SummarySectionProps = {
  readonly summary: SummaryCoverage
  readonly view: CoverageView
  readonly filter: CoverageFilter
}

export function SummarySection({ summary, view, filter }: SummarySectionProps) {
  const t = useText(coverage)
  const language = useLanguage()
  const [correcting, setCorrecting] = useState<CoverageRowView | null>(null)
  const { workshop, rows, state, version } = summary
  const shown = rows.filter(row => isShown(row, filter))
  return (
    <Section
      title={t('workshopNamed', { number: workshop.number, title: labelIn(workshop.title, language).text })}
      actions={version && <Link to={`/versions/${version.id}`}>{version.label}</Link>}
    >
      {state === 'none' ? (
        <p className={words.quiet}>{t('notAccepted')}</p>
      ) : (
        <>
          <Counts summary={summary} />
          {shown.length > 0 ? (
            <table className={`${table.table} ${styles.table}`}>
              <thead>
                <tr>
                  {LANGUAGES.map(each => (
                    <th key={each} scope="col">
                      {t('words')} · {t(each === 'fr' ? 'french' : 'japanese')}
                    </th>
                  ))}
                  <th scope="col">{t('stateHead')}</th>
                  <th scope="col">{t('where')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(row => (
                  <Row
                    key={row.unit}
                    row={row}
                    view={view}
                    onCorrect={summary.mayState ? () => setCorrecting(row) : null}
                  />
                ))}
              </tbody>
            </table>
          ) : (
            <p className={words.quiet}>{t('nothingShown')}</p>
          )}
          <Signatures summary={summary} />
        </>
      )}
      {correcting && (
        <CorrectDialog
          row={correcting}
          text={summary.text.id}
          view={view}
          onClose={() => setCorrecting(null)}
        />
      )}
    </Section>
  )
}

function Counts({ summary: { counts, state } }: { readonly summary: SummaryCoverage }) {
  const t = useText(coverage)
  return (
    <p className={styles.counts}>
      {state !== 'none' && (
        <strong data-state={state}>
          <span aria-hidden="true">{state === 'integrated' ? '● ' : '○ '}</span>
          {t(`is.${state}`)}
        </strong>
      )}
      {COVERAGE_STATES.map(each => (
        <span key={each}>
          <span aria-hidden="true">{COVERAGE_SIGNS[each]} </span>
          {t(`count.${each}`, { count: counts[each] })}
        </span>
      ))}
    </p>
  )
}

function Row({
  row,
  view,
  onCorrect,
}: {
  readonly row: CoverageRowView
  readonly view: CoverageView
  readonly onCorrect: (() => void) | null
}) {
  const t = useText(coverage)
  const language = useLanguage()
  const reason = row.reason && labelIn(row.reason, language)
  return (
    <tr data-unit={row.unit}>
      {LANGUAGES.map(each => (
        <td key={each} data-label={t(each === 'fr' ? 'french' : 'japanese')} className={styles.words}>
          <div>
            {row.words[each].map(block => (
              <BlockView key={block.id} block={block} language={each} facts={view.facts} />
            ))}
          </div>
        </td>
      ))}
      <td data-label={t('stateHead')}>
        <div className={styles.stateCell}>
          <span className={words.state} data-state={row.state}>
            <span aria-hidden="true">{COVERAGE_SIGNS[row.state]} </span>
            {t(`state.${row.state}`)}
          </span>
          <Basis row={row} />
          {row.proposed && <span className={words.quiet}>◇ {t('proposed')}</span>}
          {row.sourceChanged && <span className={styles.warn}>△ {t('sourceChanged')}</span>}
          {reason?.text && (
            <p className={words.reason} lang={reason.lang}>
              {t('reason')}
              {reason.text}
            </p>
          )}
        </div>
      </td>
      <td data-label={t('where')}>
        <div className={styles.stateCell}>
          <Places row={row} view={view} />
          {onCorrect && (
            <Button
              kind="plain"
              aria-label={t('correctNamed', { words: wordsInShort(row.words, language, 40) })}
              onClick={onCorrect}
            >
              {t('correct')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

function Basis({ row: { basis, by, likeness } }: { readonly row: CoverageRowView }) {
  const t = useText(coverage)
  const saidBy = useSaidBy()
  if (basis === null) return null
  const said =
    basis === 'hand'
      ? t('basis.hand', { by: by ? saidBy(by) : '—' })
      : basis === 'likeness'
        ? t('basis.likeness', { percent: Math.round((likeness ?? 0) * 100) })
        : t(`basis.${basis}`)
  return <span className={words.quiet}>{said}</span>
}

function Places({ row, view }: { readonly row: CoverageRowView; readonly view: CoverageView }) {
  const t = useText(coverage)
  const { against } = view
  if (row.places.length === 0) return <span className={words.quiet}>{t('notInText')}</span>
  const page = against.draft ? `/drafts/${against.draft}` : `/versions/${against.version?.id}`
  return row.places.map(place => (
    <Link key={place} to={`${page}#unit-${place}`}>
      {t('place', { n: against.units.findIndex(({ unit }) => unit === place) + 1 })}
    </Link>
  ))
}
