/** /workshops/participations/import: [W1] a file is read here, looked through row by row, and only then saved. */
import { useState } from 'react'
import { Link } from 'react-router'
import { participationImport } from '../../../i18n/messages/participation-import.ts'
import { useText } from '../../../i18n/use-text.ts'
import { NotFoundPage } from '../../../routes/not-found-page.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { AskFailure } from '../../texts/ask-failure.tsx'
import { useWorkshops, type WorkshopsRead } from '../use-workshops.ts'
import { ImportReview } from './import-review.tsx'
import styles from './participation-import.module.css'
import { type FileTable, readTableFile, type TableReading } from './read-table-file.ts'

export function ParticipationImportPage() {
  const t = useText(participationImport)
  const { read, error, retry } = useWorkshops()
  if (error && !read) return <AskFailure error={error} retry={retry} />
  if (!read) return <Loading />
  if (!read.view.mayRun) return <NotFoundPage />
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/workshops/participations">
          <span aria-hidden="true">← </span>
          {t('back')}
        </Link>
      }
    >
      <Importing read={read} />
    </Page>
  )
}

function Importing({ read }: { readonly read: WorkshopsRead }) {
  const t = useText(participationImport)
  const [table, setTable] = useState<FileTable | null>(null)
  const [failure, setFailure] = useState<Extract<TableReading, { read: false }> | null>(null)
  const context = {
    workshops: read.edition.workshops,
    organisations: read.edition.organisations,
    participations: read.view.participations,
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    const reading = await readTableFile(file, context)
    setFailure(reading.read ? null : reading)
    // A file that cannot be read leaves the one under review where it is.
    if (reading.read) setTable(reading.table)
  }
  return (
    <>
      <div className={styles.chooser}>
        <label className={styles.file}>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={event => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <span>{t(table ? 'another' : 'choose')}</span>
        </label>
        <p>{t('kinds')}</p>
      </div>
      {failure && (
        <Notice kind="alarm">
          {failure.why === 'no-columns'
            ? t('no-columns', { file: failure.file, head: failure.head })
            : t(failure.why, { file: failure.file })}
        </Notice>
      )}
      {table && <ImportReview table={table} context={context} edition={read.edition} onChange={setTable} />}
    </>
  )
}
