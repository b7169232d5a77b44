/** [W2] /drafts/:id/submit: what will be submitted, read once more; then the act; then its receipt. */
import { useState } from 'react'
import { useParams } from 'react-router'
import type { DraftView, VersionView } from '../../../shared/protocol/views.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { workshopAddress } from './submission-address.ts'
import { SubmissionForm } from './submission-form.tsx'
import { Submitted } from './submitted.tsx'

export function SubmissionPage() {
  const { id = '' } = useParams()
  const [done, setDone] = useState<{ readonly draft: DraftView; readonly version: VersionView } | null>(null)
  if (done) return <Submitted {...done} />
  return <Asked id={id} onDone={(draft, version) => setDone({ draft, version })} />
}

type AskedProps = {
  readonly id: string
  readonly onDone: (draft: DraftView, version: VersionView) => void
}

function Asked({ id, onDone }: AskedProps) {
  const { data, error, refetch } = useAsk('GET /api/drafts/:id', { params: { id } })
  const may = useLatched(data?.abilities.submit ?? false)
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return may ? <Previewed draft={data} onDone={version => onDone(data, version)} /> : <MayNot draft={data} />
}

/** True from the first time on: submitting ends the right to submit, and the form must live to hear the answer. */
function useLatched(value: boolean): boolean {
  const [latched, setLatched] = useState(value)
  if (value && !latched) setLatched(true)
  return value || latched
}

function Previewed({
  draft,
  onDone,
}: {
  readonly draft: DraftView
  readonly onDone: (version: VersionView) => void
}) {
  const { id } = draft.draft
  const { data, error, refetch } = useAsk('GET /api/drafts/:id/submission', { params: { id } })
  if (error && !data)
    // Submitted by the other lead meanwhile.
    return draft.draft.closedAt === null ? (
      <AskFailure error={error} retry={() => void refetch()} />
    ) : (
      <MayNot draft={draft} />
    )
  if (!data) return <Loading />
  return <SubmissionForm draft={draft} preview={data} onDone={onDone} />
}

function MayNot({ draft: { draft, text } }: { readonly draft: DraftView }) {
  const t = useText(workshopTexts)
  const closed = draft.closedAt !== null
  return (
    <Page title={t('leaving')} width="text">
      <Notice
        kind="warn"
        actions={
          closed && text.workshop ? (
            <ButtonLink to={workshopAddress(text.workshop)}>{t('to-workshop')}</ButtonLink>
          ) : (
            <ButtonLink to={`/drafts/${draft.id}`}>{t('back')}</ButtonLink>
          )
        }
      >
        {t(closed ? 'closed' : 'cannot')}
      </Notice>
    </Page>
  )
}
