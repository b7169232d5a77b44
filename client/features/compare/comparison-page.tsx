/** /compare?from=…&to=…: old and new, French and Japanese, on one screen. */
import { useSearchParams } from 'react-router'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { type ComparisonAddress, readComparisonAddress } from './comparison-address.ts'
import { ComparisonScreen } from './comparison-screen.tsx'

export function ComparisonPage() {
  const t = useText(compare)
  const [query] = useSearchParams()
  const address = readComparisonAddress(query)
  if (!address)
    return (
      <Page title={t('title')} width="text">
        <Notice kind="warn">{t('badAddress')}</Notice>
      </Page>
    )
  return <AskedComparison key={`${address.from} ${address.to}`} address={address} />
}

function AskedComparison({ address }: { readonly address: ComparisonAddress }) {
  const { from, to } = address
  const { data, error, refetch } = useAsk('GET /api/comparisons', { query: { from, to } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <ComparisonScreen view={data} address={address} /> : <Loading />
}
