/** A thread in which something was said: its new comments in place, and the way to it. */
import { Link } from 'react-router'
import type { ThreadNews } from '../../../shared/protocol/news-views.ts'
import { news as words } from '../../i18n/messages/news.ts'
import { useText } from '../../i18n/use-text.ts'
import { ShortInstant } from '../../ui/short-instant.tsx'
import { CircleMark } from '../threads/circle-mark.tsx'
import { CommentBody } from '../threads/comment-body.tsx'
import { CommenterLine } from '../threads/commenter-line.tsx'
import { threadAddress } from '../threads/thread-address.ts'
import { ThreadMark } from '../threads/thread-mark.tsx'
import styles from './thread-news.module.css'

export function ThreadNewsView({ news }: { readonly news: ThreadNews }) {
  const t = useText(words)
  const { audience, quote, comments, marks, callsMe, called, place, thread } = news
  return (
    <section className={styles.thread} data-shared={audience === 'joint' || undefined}>
      <header className={styles.head}>
        <CircleMark circle={audience} />
        {callsMe && <span className={styles.calls}>@ {t('calls-you')}</span>}
        {quote && (
          <q className={styles.quote} lang={quote.language}>
            {quote.words}
          </q>
        )}
        <Link to={threadAddress(place, thread)}>{t('open-thread')}</Link>
      </header>
      {comments.map(({ id, by, at, body }) => (
        <article key={id}>
          <p className={styles.by}>
            <CommenterLine by={by} />
            <ShortInstant at={at} />
          </p>
          {body !== null && <CommentBody body={body} called={called} />}
        </article>
      ))}
      {marks.map(mark => (
        <ThreadMark key={`${mark.kind} ${mark.at}`} mark={mark} />
      ))}
    </section>
  )
}
