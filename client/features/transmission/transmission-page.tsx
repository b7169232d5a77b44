/** /drafts/:id/transmit: everything that leaves, read once more, then the act, then its receipt. */
import { useState } from 'react'
import { useParams } from 'react-router'
import type { DraftView, VersionView } from '../../../shared/protocol/views.ts'
import { transmission } from '../../i18n/messages/transmission.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { TransmissionForm } from './transmission-form.tsx'
import { Transmitted } from './transmitted.tsx'

export function TransmissionPage() {
  const { id = '' } = useParams()
  const [done, setDone] = useState<VersionView | null>(null)
  if (done) return <Transmitted version={done} />
  return <Asked id={id} onDone={setDone} />
}

type AskedProps = { readonly id: string; readonly onDone: (version: VersionView) => void }

function Asked({ id, onDone }: AskedProps) {
  const { data, error, refetch } = useAsk('GET /api/drafts/:id', { params: { id } })
  const may = useLatched(data?.abilities.transmit ?? false)
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return may ? <Previewed draft={data} onDone={onDone} /> : <MayNot draft={data} />
}

/**
 * True from the first time on: the transmission itself ends the right to transmit, and the form must live to
 * hear the answer. Whoever comes too late is refused by the server.
 */
function useLatched(value: boolean): boolean {
  const [latched, setLatched] = useState(value)
  if (value && !latched) setLatched(true)
  return value || latched
}

function Previewed({ draft, onDone }: { readonly draft: DraftView; readonly onDone: AskedProps['onDone'] }) {
  const { id } = draft.draft
  const { data, error, refetch } = useAsk('GET /api/drafts/:id/preview', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return <TransmissionForm draft={draft} preview={data} onDone={onDone} />
}

function MayNot({ draft }: { readonly draft: DraftView }) {
  const t = useText(transmission)
  return (
    <Page title={t('leaving')} width="text">
      <Notice kind="warn" actions={<ButtonLink to={`/drafts/${draft.draft.id}`}>{t('back')}</ButtonLink>}>
        {t('cannot')}
      </Notice>
    </Page>
  )
}
