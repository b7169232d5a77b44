/** A thread: its first comment with the passage that it quotes, the replies, and whether it was resolved. */
import type { RoundComment, RoundSpeaker, RoundThread } from '../../../shared/protocol/round-views.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { labelIn, sayIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { SideMark, TurnMark } from '../../ui/side-mark.tsx'
import { CommentBody } from '../threads/comment-body.tsx'
import { Nothing } from './amendment-cells.tsx'
import { BothLanguages } from './both-languages.tsx'
import styles from './decisions-table.module.css'
import type { TableSetting } from './decisions-table.tsx'
import { saidState } from './outcome-words.ts'

type ThreadCellsProps = { readonly thread: RoundThread; readonly setting: TableSetting }

export function ThreadCells({ thread, setting: { languages, called } }: ThreadCellsProps) {
  const t = useText(decisions)
  const [first, ...replies] = thread.comments
  return (
    <>
      <td colSpan={languages.length} data-label={t('observationHead')}>
        <p className={styles.kind}>
          <strong>
            <BothLanguages say={each => sayIn(decisions, each)('thread')} />
          </strong>{' '}
          <span className={styles.circle} data-audience={thread.audience}>
            <BothLanguages say={each => sayIn(threads, each)(`circle.${thread.audience}`)} />
          </span>{' '}
          <span className={styles.faint}>
            <BothLanguages
              say={each => {
                const say = sayIn(decisions, each)
                return thread.origin === null ? say('onDraft') : say('on', { label: thread.origin })
              }}
            />
          </span>
        </p>
        {thread.quote && (
          <blockquote lang={thread.quote.language} className={styles.quote}>
            {thread.quote.words}
          </blockquote>
        )}
        {first && <Said comment={first} called={called} />}
      </td>
      <td data-label={t('replyHead')}>
        {replies.length > 0 ? (
          <ol className={styles.replies}>
            {replies.map(reply => (
              <li key={reply.id}>
                <Said comment={reply} called={called} />
              </li>
            ))}
          </ol>
        ) : (
          <p className={styles.faint}>
            <BothLanguages say={each => sayIn(decisions, each)('noReply')} />
          </p>
        )}
      </td>
      <td className={styles.outcome} data-label={t('outcomeHead')}>
        <State thread={thread} />
      </td>
      <td className={styles.reasons} data-label={t('reasonHead')}>
        <Nothing />
      </td>
    </>
  )
}

function Said({
  comment,
  called,
}: {
  readonly comment: RoundComment
  readonly called: TableSetting['called']
}) {
  const t = useText(decisions)
  const day = useDay()
  const { by, at, body, editedAt } = comment
  return (
    <>
      <p className={styles.speaker}>
        <Speaker by={by} /> <Day at={at} />
        {editedAt && body !== null && (
          <span className={styles.faint}> {t('edited', { when: day(editedAt) })}</span>
        )}
      </p>
      {body === null ? (
        <p className={styles.faint}>
          <BothLanguages say={each => sayIn(decisions, each)('deletedComment')} />
        </p>
      ) : (
        <CommentBody body={body} called={called} />
      )}
    </>
  )
}

function State({ thread }: { readonly thread: RoundThread }) {
  const t = useText(decisions)
  const { resolved, since } = thread
  const said = saidState(thread)
  const later = since
    ? [
        since.comments > 0 ? t('sinceComments', { count: since.comments }) : '',
        since.resolved ? t('sinceResolved') : '',
      ].filter(Boolean)
    : []
  return (
    <>
      <p className={styles.outcomeWord} data-outcome={said.key}>
        <span aria-hidden="true">{said.sign} </span>
        <BothLanguages say={said.say} />
      </p>
      {resolved && (
        <p className={styles.faint}>
          <Speaker by={resolved.by} /> <Day at={resolved.at} />
        </p>
      )}
      {later.map(words => (
        <p key={words} className={styles.faint}>
          {words}
        </p>
      ))}
    </>
  )
}

/** Most mandates name their side themselves: then its shape stands before them, not its name as well. */
function Speaker({ by: { title, side } }: { readonly by: RoundSpeaker }) {
  const c = useText(common)
  const { text, lang } = labelIn(title, useLanguage())
  const named = side !== null && text.includes(c(`side.${side}`))
  if (named)
    return (
      <span lang={lang} className={styles.named}>
        <TurnMark turn={side} words={text} />
      </span>
    )
  return (
    <>
      <SideMark side={side} /> <span lang={lang}>{text}</span>
    </>
  )
}

/** By the reader's clock: minutes name days, not instants of two zones. */
function Day({ at }: { readonly at: string }) {
  const day = useDay()
  return (
    <time dateTime={at} className={styles.faint}>
      {day(at)}
    </time>
  )
}

function useDay(): (instant: string) => string {
  const language = useLanguage()
  const { person } = useSession()
  return instant => onOneClock(instant, language, person.zone)
}
