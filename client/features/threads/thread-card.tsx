/**
 * One thread as a card: folded to what it is about and its last word, or open with everything said and done. An
 * internal thread has a broken edge in its side's colour, a shared one a double edge, and each its mark in words.
 */

import { useRef, useState } from 'react'
import { languageOfWords } from '../../../shared/model/language-of-words.ts'
import type { ThreadView } from '../../../shared/protocol/thread-views.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { FailureNotice } from '../../ui/failure.tsx'
import { ShortInstant } from '../../ui/short-instant.tsx'
import { CircleMark } from './circle-mark.tsx'
import { commentExcerpt } from './comment-body.tsx'
import { CommenterLine } from './commenter-line.tsx'
import type { HungThread } from './hung-threads.ts'
import { readKeptComment } from './kept-comment.ts'
import { ThreadActions } from './thread-actions.tsx'
import styles from './thread-card.module.css'
import { ThreadComment } from './thread-comment.tsx'
import { ThreadComposer } from './thread-composer.tsx'
import { threadEntries } from './thread-entries.ts'
import { ThreadMark } from './thread-mark.tsx'
import { ThreadPlace } from './thread-place.tsx'
import { useMentionName } from './thread-words.ts'
import { useReadWhenSeen } from './use-read-when-seen.ts'
import type { ThreadDesk } from './use-thread-desk.ts'

type ThreadCardProps = {
  readonly hung: HungThread
  readonly desk: ThreadDesk
  /** The Tab key comes to this card, and from it the arrows go on. */
  readonly reachable: boolean
}

export function ThreadCard({ hung, desk, reachable }: ThreadCardProps) {
  const t = useText(threads)
  const { thread } = hung
  const open = desk.chosen === thread.id
  const card = useRef<HTMLElement>(null)
  useReadWhenSeen(card, open && thread.unread, () => desk.acts.markRead(thread.id))
  return (
    <article
      ref={card}
      className={styles.card}
      id={`thread-${thread.id}`}
      data-thread={thread.id}
      data-audience={thread.audience}
      data-resolved={thread.resolved || undefined}
      data-unread={thread.unread || undefined}
      aria-current={open || undefined}
      aria-label={useCardName(hung)}
      tabIndex={reachable ? 0 : -1}
    >
      <header className={styles.head}>
        <CircleMark circle={thread.circle} />
        <span className={styles.signs}>
          {thread.unread && <span className={styles.unread}>{t('unread')}</span>}
          {thread.resolved && (
            <span className={styles.resolved}>
              <span aria-hidden="true">✓ </span>
              {t('resolved')}
            </span>
          )}
        </span>
        {open && (
          <button
            type="button"
            className={styles.fold}
            aria-label={t('fold')}
            onClick={() => desk.choose(null)}
          >
            ×
          </button>
        )}
      </header>
      <ThreadPlace hung={hung} whole={open} at={desk.place} />
      <Assigned thread={thread} />
      {open ? <OpenThread hung={hung} desk={desk} /> : <FoldedThread thread={thread} desk={desk} />}
    </article>
  )
}

/** A click anywhere on it opens it; by keyboard, Enter on the card. */
function FoldedThread({ thread, desk }: { readonly thread: ThreadView; readonly desk: ThreadDesk }) {
  const t = useText(threads)
  const nameOf = useMentionName(desk.view?.called ?? {})
  const said = thread.comments.find(({ body }) => body !== null) ?? thread.comments[0]
  const words = said?.body ? commentExcerpt(said.body, nameOf) : t('removed')
  const replies = thread.comments.length - 1
  const last = thread.comments.at(-1)
  const kept = readKeptComment(localStorage, desk.keptAs(thread.id)) !== undefined
  return (
    <>
      <p className={styles.by}>
        <CommenterLine by={thread.by} />
        {last && (
          <span className={styles.when}>
            <ShortInstant at={last.at} />
          </span>
        )}
      </p>
      <p className={styles.excerpt} lang={languageOfWords(words)}>
        {words}
      </p>
      {(replies > 0 || thread.callsMe || kept) && (
        <p className={styles.more}>
          {replies > 0 && <span>{t('replies', { count: replies })}</span>}
          {thread.callsMe && <span className={styles.callsMe}>@ {t('callsMe')}</span>}
          {kept && <span className={styles.kept}>△ {t('keptReply')}</span>}
        </p>
      )}
      <button type="button" className={styles.opener} tabIndex={-1} onClick={() => desk.goTo(thread.id)}>
        <span className="unseen">{words}</span>
      </button>
    </>
  )
}

function OpenThread({ hung, desk }: { readonly hung: HungThread; readonly desk: ThreadDesk }) {
  const t = useText(threads)
  const { thread, unit } = hung
  const keptAs = desk.keptAs(thread.id)
  const [replying, setReplying] = useState(() => readKeptComment(localStorage, keptAs) !== undefined)
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  // What fails is said in the card: the thread has gone back to what it was.
  const run = (act: () => Promise<void>) => {
    setFailure(undefined)
    act().catch(setFailure)
  }
  return (
    <>
      <div className={styles.entries}>
        {threadEntries(thread).map(entry =>
          entry.type === 'comment' ? (
            <ThreadComment key={entry.key} comment={entry.comment} thread={thread} desk={desk} />
          ) : (
            <ThreadMark key={entry.key} mark={entry.mark} />
          ),
        )}
      </div>
      {failure !== undefined && <FailureNotice error={failure} />}
      {thread.mayComment && !thread.resolved && desk.isAmended(unit) && (
        <p className={styles.hint}>{t('decidesNothing')}</p>
      )}
      {replying && thread.mayComment ? (
        <ThreadComposer
          kind="reply"
          circles={[thread.circle]}
          people={desk.view?.people ?? []}
          keptAs={keptAs}
          takesFocus={asked}
          onSend={async body => {
            await desk.acts.reply(thread.id, body)
            setReplying(false)
            desk.goTo(thread.id)
          }}
          onLeave={() => {
            setReplying(false)
            desk.goTo(thread.id)
          }}
        />
      ) : (
        <ThreadActions
          hung={hung}
          desk={desk}
          onReply={() => {
            setAsked(true)
            setReplying(true)
          }}
          run={run}
        />
      )}
    </>
  )
}

function Assigned({ thread: { assignee } }: { readonly thread: ThreadView }) {
  const t = useText(threads)
  const language = useLanguage()
  if (!assignee) return null
  return (
    <p className={styles.assigned}>
      <span aria-hidden="true">→ </span>
      {assignee.mine ? t('assignedToMe') : t('assignedTo', { name: labelIn(assignee.title, language).text })}
    </p>
  )
}

/** Circle, state, place and first words: what a reader hears who comes to the card. */
function useCardName({ thread, number, location }: HungThread): string {
  const t = useText(threads)
  const language = useLanguage()
  return [
    t(`circle.${thread.audience}`),
    thread.unread ? t('unread') : '',
    thread.resolved ? t('resolved') : '',
    location.state === 'detached' ? t('detached') : number === null ? '' : t('paragraph', { n: number }),
    labelIn(thread.by.title, language).text,
  ]
    .filter(Boolean)
    .join(' – ')
}
