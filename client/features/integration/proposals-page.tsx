/** /texts/:id/proposals: the amendments from workshops, for whoever decides them and for the secretariat. */
import { Link, useParams } from 'react-router'
import { integration } from '../../i18n/messages/integration.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { ProposalList, waitingIn } from './proposal-list.tsx'

export function ProposalsPage() {
  const { id = '' } = useParams()
  const t = useText(integration)
  const { data, error, refetch } = useAsk('GET /api/texts/:id/proposals', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { mine, all } = waitingIn(data)
  return (
    <Page
      title={t('proposals')}
      lead={
        <>
          <p>{t('proposalsLead')}</p>
          <p role="status">
            {mine > 0
              ? t('toDecide', { count: mine })
              : all > 0
                ? t('waiting', { count: all })
                : t('noneToDecide')}
          </p>
        </>
      }
      actions={
        <>
          {data.draft && <Link to={`/drafts/${data.draft}`}>{t('seeDraft')}</Link>}
          {data.stage && <ButtonLink to={`/texts/${id}/integrate`}>{t('integrate')}</ButtonLink>}
        </>
      }
    >
      <ProposalList view={data} />
    </Page>
  )
}
