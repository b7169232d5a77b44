/** [D1] [D4] What the others did while the reader was away: text by text and unit by unit, then what was done. */
import type { DeskView } from '../../../shared/protocol/views.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { news } from '../../i18n/messages/news.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/page.tsx'
import { ActNews } from './act-news.tsx'
import styles from './news.module.css'
import { SinceChoice } from './since-choice.tsx'
import { TextNewsView } from './text-news.tsx'
import { useSince } from './use-since.ts'

export function News({ desk }: { readonly desk: DeskView }) {
  const t = useText(news)
  const language = useLanguage()
  const { zone } = useSession().person
  const { since, choose, instant } = useSince()
  const { data, error } = useAsk('GET /api/news', instant === null ? {} : { query: { since: instant } })
  const quiet = data?.since !== null && data?.texts.length === 0 && data.acts.length === 0
  return (
    <Section title={t('away')} actions={<SinceChoice since={since} onChange={choose} />}>
      {!data && (error ? <FailureNotice error={error} /> : <Loading />)}
      {data && (
        <>
          <p className={styles.lead}>
            {data.since === null ? t('first') : t('since', { when: onOneClock(data.since, language, zone) })}
          </p>
          {quiet && (
            <div className={styles.quiet}>
              <p>{t('none')}</p>
              <p className={styles.faint}>{t('none-hint')}</p>
            </div>
          )}
          {data.texts.map(text => (
            <TextNewsView key={text.text.id} news={text} later={text.since !== data.since} />
          ))}
          <ActNews acts={data.acts} desk={desk} />
        </>
      )}
    </Section>
  )
}
