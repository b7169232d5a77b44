/** /drafts/:id: the draft, for writing or for reading, with where it stands and where it goes from here. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useParams } from 'react-router'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { findUnreadable } from '../../../shared/schema/y-text.ts'
import { call } from '../../api.ts'
import { BilingualEditor } from '../../editor/bilingual-editor.tsx'
import type { DraftConnection } from '../../editor/connection/draft-connection.ts'
import { ReadOnlyText } from '../../editor/reading/read-only-text.tsx'
import { SavingIndicator } from '../../editor/toolbar/saving-indicator.tsx'
import { editor } from '../../i18n/messages/editor.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { keyOf, useAsk } from '../../queries.ts'
import { keepSaving } from '../../saving-states.ts'
import { useSession } from '../../session.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { DraftHead } from './draft-head.tsx'
import styles from './draft-page.module.css'
import { RefusedNotice } from './refused-notice.tsx'
import { useDraftConnection } from './use-draft-connection.ts'

export function DraftPage() {
  const { id = '' } = useParams()
  const t = useText(editor)
  const { data, error, refetch } = useAsk('GET /api/drafts/:id', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <p className={styles.opening}>{t('opening')}</p>
  // Another draft, another epoch or other rights are another connection: nothing of the old one is kept.
  return <OpenDraft key={`${data.draft.id} ${data.epoch} ${data.access}`} view={data} />
}

function OpenDraft({ view }: { readonly view: DraftView }) {
  const t = useText(editor)
  const language = useLanguage()
  const connection = useDraftConnection(view)
  const title = labelIn(view.text.title, language).text
  useEffect(() => {
    document.title = `${t('draftOf', { title })} · Concordance`
  }, [t, title])
  return (
    <div className={styles.page}>
      <DraftHead view={view} />
      {connection ? (
        <DraftText view={view} connection={connection} />
      ) : (
        <p className={styles.opening} role="status">
          {t('opening')}
        </p>
      )}
    </div>
  )
}

function DraftText({ view, connection }: { readonly view: DraftView; readonly connection: DraftConnection }) {
  const t = useText(editor)
  const { doc, awareness } = connection
  const saving = useSaving(view, connection)
  const [unreadable, setUnreadable] = useState(() => findUnreadable(doc).length > 0)
  const base = useBase(view.base?.id)
  const writes = view.access === 'write' && saving.state !== 'refused' && !unreadable
  if (writes)
    return (
      <BilingualEditor
        doc={doc}
        awareness={awareness}
        gate={connection}
        facts={view.facts}
        base={base && view.base ? { text: base, label: view.base.label } : undefined}
        saving={<SavingIndicator saving={saving} />}
        onUnreadable={() => setUnreadable(true)}
      />
    )
  return (
    <>
      {saving.state === 'refused' ? (
        <RefusedNotice saving={saving} view={view} doc={doc} />
      ) : (
        view.access === 'read' && (
          <Notice>{t(view.draft.closedAt === null ? 'readOnlyHint' : 'closedHint')}</Notice>
        )
      )}
      <ReadOnlyText doc={doc} awareness={awareness} facts={view.facts} />
    </>
  )
}

/** The state of saving, told to the first page as well. */
function useSaving({ draft, text }: DraftView, connection: DraftConnection) {
  const { person } = useSession()
  const saving = useSyncExternalStore(connection.subscribe, connection.getSaving)
  const { id } = draft
  const { title } = text
  useEffect(() => {
    keepSaving({ draft: id, person: person.id, title, saving, at: now(), open: true })
  }, [id, person.id, title, saving])
  useEffect(
    () => () =>
      keepSaving({
        draft: id,
        person: person.id,
        title,
        saving: connection.getSaving(),
        at: now(),
        open: false,
      }),
    [id, person.id, title, connection],
  )
  return saving
}

/** The text the draft started from; without it the margin counts no changes. */
function useBase(id: VersionId | undefined) {
  const asked = { params: { id: id ?? '' } }
  const { data } = useQuery({
    queryKey: keyOf('GET /api/versions/:id', asked),
    queryFn: () => call('GET /api/versions/:id', asked),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.content
}

function now(): string {
  return new Date().toISOString()
}
