import { useState } from 'react'
import type { DeskView } from '../../../shared/protocol/views.ts'
import { onOneClock } from '../../i18n/dates.ts'
import { desk } from '../../i18n/messages/desk.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { ActList } from '../../ui/act-list.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './desk.module.css'

const SHOWN_AT_FIRST = 8

/** What happened since the last visit, the newest first. */
export function News({ desk: { lastVisitAt } }: { readonly desk: DeskView }) {
  const t = useText(desk)
  const language = useLanguage()
  const { person } = useSession()
  const { data } = useAsk('GET /api/news')
  const since = data?.acts ?? []
  const [all, setAll] = useState(false)
  const shown = all ? since : since.slice(0, SHOWN_AT_FIRST)
  return (
    <>
      <p className={styles.faint}>
        {lastVisitAt
          ? t('news-since', { when: onOneClock(lastVisitAt, language, person.zone) })
          : t('news-first')}
      </p>
      {since.length === 0 ? <p>{t('no-news')}</p> : <ActList list={shown} />}
      {shown.length < since.length && (
        <Button kind="plain" onClick={() => setAll(true)}>
          {t('more-news', { count: since.length - shown.length })}
        </Button>
      )}
    </>
  )
}
