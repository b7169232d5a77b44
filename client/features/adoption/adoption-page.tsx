/** /texts/:id/adoption: what still stands in the way, the two seals, and the adopted text with its corrigenda. */
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import type { AdoptionView } from '../../../shared/protocol/adoption-views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { askAgain, queryClient, useAsk } from '../../queries.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { useTextVisit } from '../texts/use-text-visit.ts'
import { Adopted } from './adopted.tsx'
import styles from './adoption.module.css'
import { Obstacles } from './obstacles.tsx'
import { Seals } from './seals.tsx'

export function AdoptionPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id/adoption', { params: { id } })
  useFreshWhileOpen(data?.draft ?? null)
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <AdoptionSheet view={data} /> : <Loading />
}

/** Typing in the draft is no event. What is sealed is compared with what was shown anyway. In milliseconds. */
const FRESH = 10_000

function useFreshWhileOpen(draft: string | null): void {
  useEffect(() => {
    if (draft === null) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void askAgain(queryClient, ['GET /api/texts/:id/adoption'])
    }, FRESH)
    return () => clearInterval(timer)
  }, [draft])
}

function AdoptionSheet({ view }: { readonly view: AdoptionView }) {
  const t = useText(adoption)
  const language = useLanguage()
  useTextVisit(view.text.id)
  const { text } = labelIn(view.text.title, language)
  return (
    <Page
      title={t('title-of', { text })}
      lead={
        <Link to={`/texts/${view.text.id}`}>
          <span aria-hidden="true">← </span>
          {t('back-to-text')}
        </Link>
      }
    >
      <div className={styles.page}>
        {view.adopted ? (
          <Adopted view={view} adopted={view.adopted} />
        ) : view.text.adoptedAt === null ? (
          <ToAdopt view={view} />
        ) : (
          <Notice kind="good">{t('hidden-adopted')}</Notice>
        )}
      </div>
    </Page>
  )
}

function ToAdopt({ view }: { readonly view: AdoptionView }) {
  const { readiness, draft } = view
  return (
    <>
      {readiness && draft ? (
        <Obstacles readiness={readiness} text={view.text.id} draft={draft} />
      ) : (
        <NotYet view={view} />
      )}
      {(readiness || view.seals.length > 0) && <Seals view={view} />}
    </>
  )
}

/** No draft that the reader could look at: where the plan stands. */
function NotYet({ view: { stage } }: { readonly view: AdoptionView }) {
  const t = useText(adoption)
  const language = useLanguage()
  const name = stage ? labelIn(stage.name, language).text : ''
  const said = !stage
    ? t('no-stage')
    : stage.state === 'current'
      ? t('no-draft')
      : t(stage.state === 'pending' ? 'stage-pending' : 'stage-done', { stage: name })
  return <Notice actions={<Link to="/plan">{t('to-plan')}</Link>}>{said}</Notice>
}
