/** /texts/:id/import: two texts come in, are aligned, reviewed by hand, and become a version. */
import { useCallback, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import { keepEntry, keptKey } from '../../kept-on-device.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import styles from './import-page.module.css'
import { type KeptImport, NOTHING_KEPT, readKeptImport } from './kept-import.ts'
import { ReviewStep } from './review-step.tsx'
import { SourcesStep } from './sources-step.tsx'

export function ImportPage() {
  const t = useText(imports)
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (!data.abilities.importText)
    return (
      <Page title={t('title')} width="text">
        <Notice kind="warn">{t('cannot')}</Notice>
      </Page>
    )
  return <Import text={id} />
}

function Import({ text }: { readonly text: string }) {
  const t = useText(imports)
  const navigate = useNavigate()
  const { work, change, forget, kept, restored } = useKeptImport(text)
  const [reviewing, setReviewing] = useState(work.rows !== null)
  const [discarding, setDiscarding] = useState(false)
  const begun = work.fr.content !== '' || work.ja.content !== '' || work.rows !== null
  return (
    <Page
      title={t('title')}
      lead={reviewing ? undefined : t('intro')}
      width="full"
      actions={begun && <Button onClick={() => setDiscarding(true)}>{t('discard')}</Button>}
    >
      {!kept ? (
        <Notice kind="alarm">{t('notKept')}</Notice>
      ) : (
        begun && (
          <p className={styles.kept}>
            {restored && <strong>{t('restored')}. </strong>}
            {t('kept')}
          </p>
        )
      )}
      {reviewing && work.rows ? (
        <ReviewStep
          text={text}
          first={work.rows}
          dropped={work.dropped}
          label={work.label}
          onRows={rows => change({ rows })}
          onLabel={label => change({ label })}
          onBack={() => setReviewing(false)}
          onDone={() => {
            forget()
            void navigate(`/texts/${text}`)
          }}
        />
      ) : (
        <SourcesStep text={text} work={work} onChange={change} onReview={() => setReviewing(true)} />
      )}
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={t('discardTitle')}
        description={t('discardWords')}
        actLabel={t('discard')}
        danger
        act={async () => {
          forget()
          setReviewing(false)
        }}
      />
    </Page>
  )
}

/** The work of this person on this text, written to the device at every change. */
function useKeptImport(text: string) {
  const { person } = useSession()
  const key = keptKey('import', person.id, text)
  const [work, setWork] = useState<KeptImport>(() => readKeptImport(localStorage, key))
  const [kept, setKept] = useState(true)
  const first = useRef(work)
  const latest = useRef(work)
  const change = useCallback(
    (changed: Partial<KeptImport>) => {
      latest.current = { ...latest.current, ...changed }
      setWork(latest.current)
      setKept(keepEntry(localStorage, key, latest.current))
    },
    [key],
  )
  const forget = useCallback(() => {
    localStorage.removeItem(key)
    latest.current = NOTHING_KEPT
    setWork(NOTHING_KEPT)
    setKept(true)
  }, [key])
  return { work, change, forget, kept, restored: first.current === work && work !== NOTHING_KEPT }
}
