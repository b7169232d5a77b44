/** [S3] Within the room: the adopted text as it is issued, and whether the public may read it. */
import { useParams } from 'react-router'
import type { IssuedView } from '../../../shared/protocol/views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { issued as messages } from '../../i18n/messages/issued.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct, useAsk } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { FileCheckSection } from './file-check.tsx'
import styles from './issued.module.css'
import { IssuedDocument, IssuedFiles } from './issued-document.tsx'

export function IssuedPage() {
  const t = useText(messages)
  const language = useLanguage()
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id/issued', { params: { id } })
  if (!data) return error ? <AskFailure error={error} retry={() => void refetch()} /> : <Loading />
  const { issued } = data
  return (
    <Page
      title={t('title-of', { title: labelIn(issued.title, language).text })}
      lead={t('lead')}
      actions={<IssuedFiles issued={issued} />}
      width="full"
    >
      <PublicAccess text={id} view={data} />
      <IssuedDocument issued={issued} />
      <FileCheckSection sha256={issued.sha256} />
    </Page>
  )
}

function PublicAccess({ text, view }: { readonly text: string; readonly view: IssuedView }) {
  const t = useText(messages)
  const language = useLanguage()
  const toast = useToast()
  const touches = ['GET /api/texts/:id/issued', 'GET /api/record'] as const
  const open = useAct('POST /api/texts/:id/publication', touches)
  const close = useAct('POST /api/texts/:id/publication/end', touches)
  const { published, mayPublish } = view
  const params = { id: text }
  const address = `${location.origin}/published/${text}`
  const failure = open.error ?? close.error
  return (
    <Section title={t('public-page')}>
      <div className={styles.public}>
        {published ? (
          <>
            <p>{t('public-open', { when: onBothClocks(published.at, language) })}</p>
            <p>
              <a href={address}>{address}</a>
            </p>
          </>
        ) : (
          <p>{t('public-closed')}</p>
        )}
        {mayPublish && !published && (
          <Button
            kind="primary"
            busy={open.isPending}
            onClick={() => open.mutate({ params }, { onSuccess: () => toast(t('opened')) })}
          >
            {t('open')}
          </Button>
        )}
        {mayPublish && published && (
          <Button
            busy={close.isPending}
            onClick={() => close.mutate({ params }, { onSuccess: () => toast(t('closed')) })}
          >
            {t('close')}
          </Button>
        )}
        {failure && <FailureNotice error={failure} />}
      </div>
    </Section>
  )
}
