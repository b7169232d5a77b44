import { useMemo, useState } from 'react'
import { record } from '../../i18n/messages/record.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import bar from '../../ui/choice-bar.module.css'
import { ShortInstant } from '../../ui/short-instant.tsx'
import table from '../../ui/table.module.css'
import { Choice } from '../decisions/decisions-bar.tsx'
import styles from './record.module.css'
import { useCircleWords } from './record-check-note.tsx'
import type { RecordRow } from './record-rows.ts'

/** Rows shown before one asks for more. */
const FIRST_ROWS = 200

export function RecordTable({ rows }: { readonly rows: readonly RecordRow[] }) {
  const t = useText(record)
  const circle = useCircleWords()
  const [audience, setAudience] = useState('')
  const [by, setBy] = useState('')
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(FIRST_ROWS)
  const people = useMemo(() => [...new Set(rows.flatMap(row => row.by ?? []))].sort(), [rows])
  const circles = [...new Set(rows.map(row => row.audience))]
  const wanted = search.normalize('NFKC').toLowerCase()
  const found = rows.filter(
    row =>
      (!audience || row.audience === audience) &&
      (!by || row.by === by) &&
      row.words.normalize('NFKC').toLowerCase().includes(wanted),
  )
  const any = { value: '', text: t('any') }
  return (
    <>
      <div className={bar.bar}>
        <fieldset className={bar.filters}>
          <legend className="unseen">{t('filters')}</legend>
          <Choice
            label={t('circle')}
            value={audience}
            onChange={setAudience}
            choices={[any, ...circles.map(value => ({ value, text: circle(value) }))]}
          />
          <Choice
            label={t('by')}
            value={by}
            onChange={setBy}
            choices={[any, ...people.map(value => ({ value, text: value }))]}
          />
          <label className={bar.choice}>
            {t('search')}
            <input
              type="search"
              className={styles.search}
              value={search}
              onChange={event => setSearch(event.target.value)}
            />
          </label>
        </fieldset>
        <p role="status" className={bar.shown}>
          {t('shown-of', { shown: found.length, count: rows.length })}
        </p>
      </div>
      {found.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <table className={`${table.table} ${styles.table}`}>
          <thead>
            <tr>
              {(['when', 'what', 'by', 'circle', 'number', 'hash'] as const).map(column => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map(row => (
              <Row key={`${row.audience} ${row.number}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {found.length > most && (
        <Button kind="plain" onClick={() => setMost(most + FIRST_ROWS)}>
          {t('more', { count: Math.min(FIRST_ROWS, found.length - most) })}
        </Button>
      )}
    </>
  )
}

function Row({ row }: { readonly row: RecordRow }) {
  const t = useText(record)
  const circle = useCircleWords()
  return (
    <tr>
      <td data-label={t('when')} className={styles.when}>
        <ShortInstant at={row.at} />
      </td>
      <td data-label={t('what')}>{row.words}</td>
      <td data-label={t('by')}>{row.by ?? <span className={table.faint}>{t('program')}</span>}</td>
      <td data-label={t('circle')}>{circle(row.audience)}</td>
      <td data-label={t('number')} className={styles.number}>
        {row.number}
      </td>
      <td data-label={t('hash')}>
        <code className={styles.hash} title={row.hash}>
          {row.hash.slice(0, 12)}
        </code>
        {row.fault && <strong className={styles.fault}>⚠ {t(row.fault)}</strong>}
      </td>
    </tr>
  )
}
