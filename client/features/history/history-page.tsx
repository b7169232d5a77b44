/** /drafts/:id/history: the sittings of work in a draft; with ?at=…, the draft as it was then. */
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { HistoryView, RestorationView } from '../../../shared/protocol/views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { history } from '../../i18n/messages/history.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { useTextVisit } from '../texts/use-text-visit.ts'
import { DraftState } from './draft-state.tsx'
import styles from './history.module.css'
import { historyAddress } from './history-address.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { SittingList } from './sitting-list.tsx'

export function HistoryPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/drafts/:id/history', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <HistorySheet key={id} view={data} /> : <Loading />
}

/** What was restored a moment ago: the instant, and what the server says of it. */
type Restored = RestorationView & { readonly at: string; readonly back: boolean }

function HistorySheet({ view }: { readonly view: HistoryView }) {
  const t = useText(history)
  const language = useLanguage()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const [asked, setAsked] = useState<{ readonly at: string; readonly back: boolean } | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  const { draft, text } = view.draft
  useTextVisit(text.id)
  const title = labelIn(text.title, language)
  const at = query.get('at')
  const mayRestore = view.draft.access === 'write' && draft.closedAt === null
  const restore = mayRestore ? (instant: string) => setAsked({ at: instant, back: false }) : undefined

  return (
    <Page
      titleText={t('title', { title: title.text })}
      title={
        <>
          {t('title', { title: '' })}
          <span lang={title.lang} className={styles.textTitle}>
            {title.text}
          </span>
        </>
      }
      lead={at === null ? <p>{t('lead')}</p> : undefined}
      actions={<Ways view={view} />}
    >
      {restored && (
        <RestoredNotice restored={restored} draft={draft.id} back={at => setAsked({ at, back: true })} />
      )}
      {draft.closedAt !== null && at === null && <Notice>{t('closedNote')}</Notice>}
      {at === null ? (
        <SittingList view={view} restore={restore} />
      ) : (
        <DraftState view={view} at={at} restore={restore} />
      )}
      {asked && (
        <RestoreDialog
          draft={draft.id}
          at={asked.at}
          onClose={() => setAsked(null)}
          onRestored={answer => {
            setRestored({ ...answer, ...asked })
            void navigate(historyAddress(draft.id), { replace: true })
          }}
        />
      )}
    </Page>
  )
}

function Ways({ view: { draft: view } }: { readonly view: HistoryView }) {
  const t = useText(history)
  return view.draft.closedAt === null ? (
    <ButtonLink to={`/drafts/${view.draft.id}`}>{t('toDraft')}</ButtonLink>
  ) : (
    <ButtonLink to={`/texts/${view.text.id}`}>{t('toText')}</ButtonLink>
  )
}

type RestoredNoticeProps = {
  readonly restored: Restored
  readonly draft: string
  readonly back: (at: string) => void
}

/** What was done, and the way back: a restoration is a change like any other. */
function RestoredNotice({ restored, draft, back }: RestoredNoticeProps) {
  const t = useText(history)
  const language = useLanguage()
  const { changed, before } = restored
  return (
    <div className={styles.restored} role="status">
      <Notice
        kind={changed ? 'good' : 'info'}
        actions={
          <>
            {changed && before && !restored.back && (
              <Button onClick={() => back(before)}>{t('goBack')}</Button>
            )}
            <Link to={`/drafts/${draft}`}>{t('openDraft')}</Link>
          </>
        }
      >
        {changed
          ? restored.back
            ? t('restoredBack')
            : t('restored', { when: onBothClocks(restored.at, language) })
          : t('nothingRestored')}
      </Notice>
    </div>
  )
}
