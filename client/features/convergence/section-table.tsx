import { Link } from 'react-router'
import type {
  ConvergencePoint,
  ConvergenceSection,
  ConvergenceView,
} from '../../../shared/protocol/convergence-views.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import table from '../../ui/table.module.css'
import { unitAddress } from '../../ui/unit-address.ts'
import { type Column, useColumns } from './columns.ts'
import styles from './convergence-page.module.css'
import { Count } from './stage-table.tsx'

type SectionTableProps = { readonly view: ConvergenceView; readonly point: ConvergencePoint }

/** A row for each section and one for the whole; behind each figure the paragraphs that it counts. */
export function SectionTable({ view, point }: SectionTableProps) {
  const t = useText(convergence)
  const columns = useColumns(view)
  const page = `/${point.place.kind}s/${point.place.id}`
  return (
    <table className={`${table.table} ${styles.figures}`}>
      <thead>
        <tr>
          <th scope="col">{t('section')}</th>
          <th scope="col">{t('units')}</th>
          {columns.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {point.sections.map(section => (
          <SectionRow
            key={section.heading ?? ''}
            section={section}
            columns={columns}
            page={page}
            knowsBase={point.base !== null}
          />
        ))}
        <tr data-strong>
          <th scope="row">{t('whole')}</th>
          <td data-label={t('units')}>{point.counts.units}</td>
          {columns.map(({ key, name, count }) => (
            <td key={key} data-label={name}>
              <Count count={key === 'amended' && point.base === null ? null : count(point.counts)} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function SectionRow({
  section,
  columns,
  page,
  knowsBase,
}: {
  readonly section: ConvergenceSection
  readonly columns: readonly Column[]
  readonly page: string
  readonly knowsBase: boolean
}) {
  const t = useText(convergence)
  const language = useLanguage()
  const title = section.heading === null ? null : labelIn(section.title, language)
  return (
    <tr>
      <th scope="row">
        {title ? (
          <Link to={unitAddress(page, section.heading)} lang={title.lang}>
            {title.text || '—'}
          </Link>
        ) : (
          t('beforeHeadings')
        )}
      </th>
      <td data-label={t('units')}>{section.counts.units}</td>
      {columns.map(column => (
        <td key={column.key} data-label={column.name}>
          {column.key === 'amended' && !knowsBase ? (
            <Count count={null} />
          ) : (
            <Figure column={column} section={section} page={page} />
          )}
        </td>
      ))}
    </tr>
  )
}

/** The figure, and behind it a link to each paragraph. */
function Figure({
  column,
  section,
  page,
}: {
  readonly column: Column
  readonly section: ConvergenceSection
  readonly page: string
}) {
  const t = useText(convergence)
  const count = column.count(section.counts)
  if (count === 0) return <Count count={0} />
  return (
    <details className={styles.units}>
      <summary aria-label={t('unitsOf', { what: column.name, count })}>{count}</summary>
      <span className={styles.links}>
        {section.units.filter(column.holds).map(({ unit, number }) => (
          <Link key={unit} to={unitAddress(page, unit)} aria-label={t('unit', { number })}>
            {number}
          </Link>
        ))}
      </span>
    </details>
  )
}
