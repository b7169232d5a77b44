/** /texts/:id/decisions?round=…: the minutes of a round, for the table on the screen and for the one on paper. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { answersAmong } from '../../../shared/model/round.ts'
import type { TextView } from '../../../shared/protocol/views.ts'
import { call } from '../../api.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOf, useAsk } from '../../queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { readDecisionsShape, readRound } from './decisions-address.ts'
import { DecisionsSheet } from './decisions-sheet.tsx'

export function DecisionsPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <RoundOfText of={data} /> : <Loading />
}

function RoundOfText({ of }: { readonly of: TextView }) {
  const [query] = useSearchParams()
  const answers = answersAmong(of.versions)
  const round = readRound(query) ?? answers.at(-1)?.id
  return round ? <AskedRound key={round} of={of} round={round} /> : <NoRound text={of.text.id} />
}

function AskedRound({ of, round }: { readonly of: TextView; readonly round: string }) {
  const [query] = useSearchParams()
  const { internal } = readDecisionsShape(query)
  const asked = { params: { id: round }, ...(internal ? { query: { internal: 'own' } } : {}) }
  const { data, error, refetch } = useQuery({
    queryKey: keyOf('GET /api/versions/:id/round', asked),
    queryFn: () => call('GET /api/versions/:id/round', asked),
    // Whoever adds or leaves out the internal threads keeps the table, and the box they ticked.
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (data === undefined) return <Loading />
  if (data?.text.id !== of.text.id) return <NoRound text={of.text.id} />
  return <DecisionsSheet view={data} answers={answersAmong(of.versions)} />
}

function NoRound({ text }: { readonly text: string }) {
  const t = useText(decisions)
  return (
    <Page title={t('none')} width="text">
      <Notice actions={<ButtonLink to={`/texts/${text}`}>{t('toText')}</ButtonLink>}>{t('noneWords')}</Notice>
    </Page>
  )
}
