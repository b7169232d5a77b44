/** /drafts/:id: the draft, for writing or for reading, with where it stands and where it goes from here. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useParams } from 'react-router'
import type { VersionId } from '../../../shared/model/ids.ts'
import { draftPlace } from '../../../shared/model/thread.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { findUnreadable } from '../../../shared/schema/y-text.ts'
import { call } from '../../api.ts'
import { BilingualEditor } from '../../editor/bilingual-editor.tsx'
import type { DraftConnection } from '../../editor/connection/draft-connection.ts'
import { createLiveText, type LiveText } from '../../editor/live-text.ts'
import { createLockStore, type LockStore } from '../../editor/locks/lock-store.ts'
import { ReadOnlyText } from '../../editor/reading/read-only-text.tsx'
import { SavingIndicator } from '../../editor/toolbar/saving-indicator.tsx'
import { editor } from '../../i18n/messages/editor.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { keyOf, useAsk } from '../../queries.ts'
import { keepSaving } from '../../saving-states.ts'
import { useSession } from '../../session.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useUnitOfAddress } from '../../ui/unit-address.ts'
import { useAgreement } from '../agreement/use-agreement.ts'
import { DraftWithAmendments } from '../amendments/draft-with-amendments.tsx'
import { UndecidedLink } from '../amendments/undecided-link.tsx'
import { BracketsLink } from '../brackets/brackets-of-text.tsx'
import { OnThisText } from '../presence/on-this-text.tsx'
import { useTellUnit } from '../presence/use-tell-place.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { useTextVisit } from '../texts/use-text-visit.ts'
import { DraftThreads } from '../threads/draft-threads.tsx'
import { DraftStrip } from '../workshop-texts/draft-strip.tsx'
import { ReturnedNotice } from '../workshop-texts/returned-notice.tsx'
import { DraftHead } from './draft-head.tsx'
import styles from './draft-page.module.css'
import { RefusedNotice } from './refused-notice.tsx'
import { useDraftConnection } from './use-draft-connection.ts'
import { WordsNotTakenNotice } from './words-not-taken.tsx'

export function DraftPage() {
  const { id = '' } = useParams()
  const t = useText(editor)
  const { data, error, refetch } = useAsk('GET /api/drafts/:id', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <p className={styles.opening}>{t('opening')}</p>
  // Another draft or another epoch is another connection: nothing of the old one is kept.
  return <Draft key={`${data.draft.id} ${data.epoch}`} view={data} />
}

/**
 * What the draft was when the page opened decides how it is opened. When it is transmitted or a right ends
 * meanwhile, the connection says so, and what one wrote last stays in sight.
 */
function Draft({ view }: { readonly view: DraftView }) {
  const [{ access, closed }] = useState({ access: view.access, closed: view.draft.closedAt !== null })
  useTextVisit(view.text.id)
  return closed ? <ClosedDraft view={view} /> : <OpenDraft view={view} access={access} />
}

/** A draft that is closed has no room any more: what it became is a version. */
function ClosedDraft({ view }: { readonly view: DraftView }) {
  const t = useText(editor)
  return (
    <div className={styles.page}>
      <DraftHead view={view} />
      <Notice actions={<ButtonLink to={`/texts/${view.text.id}`}>{t('toText')}</ButtonLink>}>
        {t('closedHint')}
      </Notice>
    </div>
  )
}

type OpenDraftProps = { readonly view: DraftView; readonly access: DraftView['access'] }

function OpenDraft({ view, access }: OpenDraftProps) {
  const t = useText(editor)
  const language = useLanguage()
  const [locks] = useState(createLockStore)
  const { connection, notTaken, forgetNotTaken } = useDraftConnection(view, access, locks)
  const title = labelIn(view.text.title, language).text
  useEffect(() => {
    document.title = `${t('draftOf', { title })} · Concordance`
  }, [t, title])
  return (
    <div className={styles.page}>
      <DraftHead view={view}>
        <UndecidedLink view={view} />
        <BracketsLink text={view.text.id} place={draftPlace(view.draft.id)} />
      </DraftHead>
      {view.text.workshop && <ReturnedNotice text={view.text.id} />}
      <OnThisText text={view.text.id} only="narrow" />
      <WordsNotTakenNotice words={notTaken} onDone={forgetNotTaken} />
      {connection ? (
        <DraftText view={view} access={access} connection={connection} locks={locks} />
      ) : (
        <p className={styles.opening} role="status">
          {t('opening')}
        </p>
      )}
    </div>
  )
}

type DraftTextProps = OpenDraftProps & { readonly connection: DraftConnection; readonly locks: LockStore }

function DraftText({ view, access, connection, locks }: DraftTextProps) {
  const t = useText(editor)
  const { doc, awareness } = connection
  const saving = useSaving(view, connection)
  useTellUnit(doc, awareness)
  useUnitOfAddress()
  const [unreadable, setUnreadable] = useState(() => findUnreadable(doc).length > 0)
  const base = useBase(view.base?.id)
  const live = useMemo(() => createLiveText(doc), [doc])
  useKnownLocks(view, live, locks)
  const writes = access === 'write' && saving.state !== 'refused' && !unreadable
  return (
    <DraftWithAmendments view={view} doc={doc} writes={writes}>
      {({ onPair, amendments, threads, onBracket }) =>
        writes ? (
          <BilingualEditor
            doc={doc}
            awareness={awareness}
            gate={connection}
            locks={locks}
            facts={view.facts}
            base={base && view.base ? { text: base, label: view.base.label } : undefined}
            saving={
              <>
                <OnThisText text={view.text.id} except={view.draft.id} only="wide" />
                <SavingIndicator saving={saving} />
              </>
            }
            strip={
              view.text.workshop ? pair => <DraftStrip view={view} live={live} pair={pair} /> : undefined
            }
            onUnreadable={() => setUnreadable(true)}
            amendments={amendments}
            threads={threads}
            onBracket={onBracket}
            onPair={onPair}
          />
        ) : (
          <>
            {saving.state === 'refused' ? (
              <RefusedNotice saving={saving} view={view} doc={doc} />
            ) : (
              access === 'read' && <Notice>{t('readOnlyHint')}</Notice>
            )}
            {view.text.workshop && <DraftStrip view={view} live={live} pair={null} />}
            <ReadOnlyText
              doc={doc}
              awareness={awareness}
              facts={view.facts}
              around={(text, sheet) => (
                <DraftThreads view={view} text={text}>
                  {sheet}
                </DraftThreads>
              )}
            />
          </>
        )
      }
    </DraftWithAmendments>
  )
}

/** [A4] The editors keep to what is known to be locked, as the text reads now and as soon as the server says so. */
function useKnownLocks({ draft, text }: DraftView, live: LiveText, locks: LockStore): void {
  const agreement = useAgreement({ of: text, place: draftPlace(draft.id), live })
  useEffect(() => {
    const standings = [...(agreement?.standings.values() ?? [])]
    locks.set(standings.filter(({ locked }) => locked).map(({ unit }) => unit))
  }, [agreement, locks])
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
