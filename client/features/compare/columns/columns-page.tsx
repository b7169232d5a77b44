/** /compare/columns?refs=…: V1 | answer | V2 | remarks, or any chain of states that one may read. */
import { useSearchParams } from 'react-router'
import { compare } from '../../../i18n/messages/compare.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { AskFailure } from '../../texts/ask-failure.tsx'
import { type ColumnsAddress, readColumnsAddress } from './columns-address.ts'
import { ColumnsScreen } from './columns-screen.tsx'
import { useChain } from './use-chain.ts'

export function ColumnsPage() {
  const t = useText(compare)
  const [query] = useSearchParams()
  const address = readColumnsAddress(query)
  if (!address)
    return (
      <Page title={t('successive')} width="text">
        <Notice kind="warn">{t('badAddress')}</Notice>
      </Page>
    )
  return <AskedColumns key={address.refs.join(',')} address={address} />
}

function AskedColumns({ address }: { readonly address: ColumnsAddress }) {
  const chain = useChain(address.refs)
  if (chain.state === 'failed') return <AskFailure error={chain.error} retry={chain.retry} />
  return chain.state === 'ready' ? <ColumnsScreen steps={chain.steps} address={address} /> : <Loading />
}
