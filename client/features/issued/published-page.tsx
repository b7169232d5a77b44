/** [S3] The public page of an adopted text: anybody reads it, saves it and checks it, without a session. */
import { useParams } from 'react-router'
import { issued as messages } from '../../i18n/messages/issued.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Frame } from '../../ui/frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { FileCheckSection } from './file-check.tsx'
import { IssuedDocument, IssuedFiles } from './issued-document.tsx'

export function PublishedPage() {
  const t = useText(messages)
  const language = useLanguage()
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/published/:id', { params: { id } })
  if (!data)
    return <Frame>{error ? <AskFailure error={error} retry={() => void refetch()} /> : <Loading />}</Frame>
  return (
    <Frame>
      <Page
        title={labelIn(data.title, language).text}
        lead={
          <>
            {labelIn(data.edition.name, language).text}
            <br />
            {t('public-lead')}
          </>
        }
        actions={<IssuedFiles issued={data} />}
        width="full"
      >
        <IssuedDocument issued={data} />
        <FileCheckSection sha256={data.sha256} />
      </Page>
    </Frame>
  )
}
