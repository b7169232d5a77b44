/** What was understood of the file, its rows, and the one button that saves them. */
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type JudgedRow,
  judgeRows,
  type ParticipationRow,
  type RowContext,
} from '../../../../shared/import/participation-rows.ts'
import type { EditionView } from '../../../../shared/protocol/views.ts'
import { Refusal } from '../../../api.ts'
import { participationImport } from '../../../i18n/messages/participation-import.ts'
import { useLanguage, useText } from '../../../i18n/use-text.ts'
import { useAct } from '../../../queries.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure.tsx'
import { CheckField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { WORKSHOP_TOUCHES } from '../workshop-touches.ts'
import { ImportRow } from './import-row.tsx'
import styles from './participation-import.module.css'
import type { FileTable } from './read-table-file.ts'
import { rowsToSend, unknownColumns } from './rows-to-send.ts'

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  shift_jis: 'Shift_JIS',
  'windows-1252': 'Windows-1252',
} as const
const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

type ReviewProps = {
  readonly table: FileTable
  readonly context: RowContext
  readonly edition: EditionView
  readonly onChange: (table: FileTable) => void
}

export function ImportReview({ table, context, edition, onChange }: ReviewProps) {
  const [keepUnknown, setKeepUnknown] = useState(false)
  const judged = judgeRows(table, context)
  const list = useRef<HTMLOListElement>(null)
  useLeavingAsked()
  const change = (index: number, row: ParticipationRow) =>
    onChange({ ...table, rows: table.rows.map((each, at) => (at === index ? row : each)) })
  const leaveFaulty = () =>
    onChange({
      ...table,
      rows: table.rows.map((row, at) => (isFaulty(judged[at]!) ? { ...row, leftOut: true } : row)),
    })
  return (
    <>
      <Understood table={table} keepUnknown={keepUnknown} onKeep={setKeepUnknown} />
      <Tally
        table={table}
        judged={judged}
        leaveFaulty={leaveFaulty}
        goToNext={() => goToNextFaulty(list.current)}
      />
      <ol className={styles.rows} ref={list}>
        {table.rows.map((row, index) => (
          <ImportRow
            key={row.line}
            row={row}
            headings={table.headings}
            judged={judged[index]!}
            edition={edition}
            onChange={changed => change(index, changed)}
          />
        ))}
      </ol>
      <Take table={table} judged={judged} keepUnknown={keepUnknown} />
    </>
  )
}

/** What was mended is on this page alone: files hold names and addresses, which are kept nowhere. */
function useLeavingAsked(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}

function isFaulty({ faults }: JudgedRow): boolean {
  return faults.length > 0
}

/** The first below the one that holds the focus, else the first. */
function goToNextFaulty(list: HTMLOListElement | null): void {
  const faulty = [...(list?.querySelectorAll<HTMLElement>('[data-faulty] > header button') ?? [])]
  const here = document.activeElement
  const next = faulty.find(
    button =>
      here && button !== here && here.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const goal = next ?? faulty[0]
  goal?.scrollIntoView({ block: 'center' })
  goal?.focus({ preventScroll: true })
}

function Understood({
  table,
  keepUnknown,
  onKeep,
}: {
  readonly table: FileTable
  readonly keepUnknown: boolean
  readonly onKeep: (keep: boolean) => void
}) {
  const t = useText(participationImport)
  // 「」 need nothing between them.
  const between = useLanguage() === 'ja' ? '' : ', '
  const unknown = unknownColumns(table)
  return (
    <section className={styles.understood}>
      <p>
        {t('is-read', {
          file: table.file,
          encoding: ENCODINGS[table.encoding],
          separator: t(`separator.${SEPARATOR_NAMES[table.separator]}`),
        })}
      </p>
      <p>
        {t('columns', {
          headings: table.headings
            .filter((_, index) => table.columns[index] !== undefined)
            .map(heading => t('column-is', { heading }))
            .join(between),
        })}
      </p>
      {table.openQuote !== null && <Notice kind="alarm">{t('open-quote', { line: table.openQuote })}</Notice>}
      {unknown.length > 0 && (
        <Notice kind="warn">
          <p>
            {t('columns-unknown', { count: unknown.length })}{' '}
            {unknown.map(heading => t('column-is', { heading })).join(between)}
          </p>
          <CheckField
            label={t('keep-unknown')}
            hint={t('keep-hint')}
            checked={keepUnknown}
            onChange={onKeep}
          />
        </Notice>
      )}
    </section>
  )
}

function Tally({
  table,
  judged,
  leaveFaulty,
  goToNext,
}: {
  readonly table: FileTable
  readonly judged: readonly JudgedRow[]
  readonly leaveFaulty: () => void
  readonly goToNext: () => void
}) {
  const t = useText(participationImport)
  const out = table.rows.filter(({ leftOut }) => leftOut).length
  const faulty = judged.filter(isFaulty).length
  return (
    <div className={styles.tally}>
      <p role="status">
        {t('rows', { count: table.rows.length })}
        {' · '}
        <span className={styles.ready}>✓ {t('ready', { count: table.rows.length - out - faulty })}</span>
        {faulty > 0 && (
          <>
            {' · '}
            <strong className={styles.mend}>▲ {t('to-mend', { count: faulty })}</strong>
          </>
        )}
        {out > 0 && (
          <>
            {' · '}– {t('out', { count: out })}
          </>
        )}
      </p>
      {faulty > 0 && (
        <>
          <Button onClick={goToNext}>{t('next-faulty')}</Button>
          <Button onClick={leaveFaulty}>{t('leave-faulty')}</Button>
        </>
      )}
    </div>
  )
}

function Take({
  table,
  judged,
  keepUnknown,
}: {
  readonly table: FileTable
  readonly judged: readonly JudgedRow[]
  readonly keepUnknown: boolean
}) {
  const t = useText(participationImport)
  const toast = useToast()
  const navigate = useNavigate()
  const take = useAct('POST /api/participations/import', WORKSHOP_TOUCHES)
  const rows = rowsToSend(table, keepUnknown)
  const faulty = judged.some(isFaulty)
  const save = () =>
    take.mutate(
      { body: { rows: rows.map(({ body }) => body) } },
      {
        onSuccess: saved => {
          toast(t('done', { count: saved.length }))
          void navigate('/workshops/participations')
        },
      },
    )
  const refused = take.error instanceof Refusal ? rows[rowIn(take.error.detail)]?.line : undefined
  return (
    <footer className={styles.take}>
      {take.error && (
        <>
          {refused !== undefined && <p>{t('refused-row', { line: refused })}</p>}
          <FailureNotice error={take.error} />
        </>
      )}
      {(faulty || rows.length === 0) && <p>{t(faulty ? 'mend-first' : 'nothing-ready')}</p>}
      <Button kind="primary" disabled={faulty || rows.length === 0} busy={take.isPending} onClick={save}>
        {t('take', { count: rows.length })}
      </Button>
    </footer>
  )
}

/** The place of the row that a refusal names: « 3 », or « rows.3.note » where it did not even fit; −1 for none. */
function rowIn(detail: string | undefined): number {
  const place = /^(?:rows\.)?(\d+)/.exec(detail ?? '')?.[1]
  return place === undefined ? -1 : Number(place)
}
