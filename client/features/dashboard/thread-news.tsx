/** A thread in which something was said: its new comments in place, and the way to it. */
import { Link } from 'react-router'
import type { ThreadNews } from '../../../shared/protocol/news-views.ts'
import type { ThreadMarkView } from '../../../shared/protocol/thread-views.ts'
import { onOneClock } from '../../i18n/dates.ts'
import { news as words } from '../../i18n/messages/news.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { Label } from '../../ui/label.tsx'
import { threadAddress } from '../threads/thread-address.ts'
import { AudienceMark } from './audience-mark.tsx'
import { CommentWords } from './comment-words.tsx'
import styles from './thread-news.module.css'

export function ThreadNewsView({ news }: { readonly news: ThreadNews }) {
  const t = useText(words)
  const { audience, quote, comments, marks, callsMe, called, place, thread } = news
  return (
    <section className={styles.thread} data-shared={audience === 'joint' || undefined}>
      <header className={styles.head}>
        <AudienceMark audience={audience} />
        {quote && (
          <q className={styles.quote} lang={quote.language}>
            {quote.words}
          </q>
        )}
        <Link to={threadAddress(place, thread)}>{t('open-thread')}</Link>
      </header>
      {comments.map(comment => (
        <article key={comment.id} className={styles.comment}>
          <p className={styles.by}>
            <strong>
              <Label of={comment.by.title} />
            </strong>
            {callsMe && <span className={styles.calls}>@ {t('calls-you')}</span>}
            <When at={comment.at} />
          </p>
          {comment.body === null ? (
            <p className={styles.faint}>{t('deleted-comment')}</p>
          ) : (
            <CommentWords body={comment.body} called={called} />
          )}
        </article>
      ))}
      {marks.map(mark => (
        <p key={`${mark.kind} ${mark.at}`} className={styles.by}>
          <span>
            <strong>
              <Label of={mark.by.title} />
            </strong>{' '}
            <MarkWords mark={mark} />
          </span>
          <When at={mark.at} />
        </p>
      ))}
    </section>
  )
}

function MarkWords({ mark: { kind, assignee } }: { readonly mark: ThreadMarkView }) {
  const t = useText(words)
  const language = useLanguage()
  if (kind === 'assigned')
    return t('mark.assigned', { who: assignee ? labelIn(assignee, language).text : '—' })
  return t(`mark.${kind}`)
}

function When({ at }: { readonly at: string }) {
  const language = useLanguage()
  const { zone } = useSession().person
  return <time dateTime={at}>{onOneClock(at, language, zone)}</time>
}
