import { Link } from 'react-router'
import type { ConvergenceView } from '../../../shared/protocol/convergence-views.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { useText } from '../../i18n/use-text.ts'
import { Label } from '../../ui/label.tsx'
import table from '../../ui/table.module.css'
import { useColumns } from './columns.ts'
import styles from './convergence-page.module.css'
import { pointKey, usePointName } from './point-name.ts'

/** A row for each version as it was made, and one for now. */
export function StageTable({ view }: { readonly view: ConvergenceView }) {
  const t = useText(convergence)
  const name = usePointName()
  const columns = useColumns(view)
  return (
    <table className={`${table.table} ${styles.figures}`}>
      <thead>
        <tr>
          <th scope="col">{t('stage')}</th>
          <th scope="col">{t('units')}</th>
          {columns.map(({ key, name: column }) => (
            <th key={key} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.points.map(point => {
          const { label, when } = name(point)
          return (
            <tr key={pointKey(point)} data-strong={point.now || undefined}>
              <th scope="row">
                <Link to={`/${point.place.kind}s/${point.place.id}`}>{label}</Link> · {when}
                {point.stage && (
                  <span className={table.faint}>
                    <br />
                    <Label of={point.stage} />
                  </span>
                )}
              </th>
              <td data-label={t('units')}>{point.counts.units}</td>
              {columns.map(({ key, name: column, count }) => (
                <td key={key} data-label={column}>
                  <Count count={key === 'amended' && point.base === null ? null : count(point.counts)} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A figure; a dash for what is not known. */
export function Count({ count }: { readonly count: number | null }) {
  return <span className={count ? undefined : styles.zero}>{count ?? '—'}</span>
}
