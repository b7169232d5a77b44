/** The record of acts: to read, to filter, to take away, and checked on the reader's own device. */
import { useMemo, useState } from 'react'
import type { RecordFile } from '../../../shared/model/act-chain.ts'
import { record } from '../../i18n/messages/record.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct, useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { saveFile } from '../decisions/save-file.ts'
import { RecordCheckNote } from './record-check-note.tsx'
import { recordCsv, recordRows } from './record-rows.ts'
import { RecordTable } from './record-table.tsx'
import { useRecordCheck } from './use-record-check.ts'

export function RecordPage() {
  const t = useText(record)
  const { data, error, refetch } = useAsk('GET /api/record')
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Exports />}>
      {data ? (
        <Shown file={data} />
      ) : error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function Shown({ file }: { readonly file: RecordFile }) {
  const language = useLanguage()
  const { zone } = useSession().person
  const check = useRecordCheck(file)
  const rows = useMemo(
    () => recordRows(file, typeof check === 'string' ? [] : check, language, zone),
    [file, check, language, zone],
  )
  return (
    <>
      <RecordCheckNote file={file} check={check} />
      <RecordTable rows={rows} />
    </>
  )
}

/** The server makes the file, and records that it was taken. */
function Exports() {
  const t = useText(record)
  const language = useLanguage()
  const toast = useToast()
  const { zone } = useSession().person
  const take = useAct('POST /api/record/exports', ['GET /api/record'])
  const [format, setFormat] = useState<'csv' | 'json'>('csv')
  const save = (wanted: 'csv' | 'json') => {
    setFormat(wanted)
    take.mutate(
      { body: { format: wanted } },
      {
        onSuccess: file => {
          const name = `concordance-${file.edition.number}-${file.madeAt.slice(0, 10)}.${wanted}`
          if (wanted === 'json') saveFile(name, 'application/json', JSON.stringify(file, null, 1))
          else
            saveFile(
              name,
              'text/csv;charset=utf-8',
              recordCsv(recordRows(file, [], language, zone), language),
            )
          toast(t('exported'))
        },
      },
    )
  }
  return (
    <>
      {(['csv', 'json'] as const).map(each => (
        <Button key={each} busy={take.isPending && format === each} onClick={() => save(each)}>
          {t(`export-${each}`)}
        </Button>
      ))}
      {take.error && <FailureNotice error={take.error} />}
    </>
  )
}
