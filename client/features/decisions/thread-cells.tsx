/** A thread: its first comment with the passage that it quotes, the replies, and whether it was resolved. */
import type { RoundComment, RoundSpeaker, RoundThread } from '../../../shared/protocol/round-views.ts'
import { onOneClock } from '../../i18n/dates.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { labelIn, sayIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { Nothing } from './amendment-cells.tsx'
import { BothLanguages } from './both-languages.tsx'
import { CommentBody } from './comment-body.tsx'
import type { MentionName } from './comment-words.ts'
import styles from './decisions-table.module.css'
import type { TableSetting } from './decisions-table.tsx'
import { saidState } from './outcome-words.ts'

type ThreadCellsProps = { readonly thread: RoundThread; readonly setting: TableSetting }

export function ThreadCells({ thread, setting: { languages, nameOf } }: ThreadCellsProps) {
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
            <BothLanguages say={each => sayIn(decisions, each)(`circle.${thread.audience}`)} />
          </span>{' '}
          <span className={styles.faint}>
            {thread.origin === null ? t('onDraft') : t('on', { label: thread.origin })}
          </span>
        </p>
        {thread.quote && (
          <blockquote lang={thread.quote.language} className={styles.quote}>
            {thread.quote.words}
          </blockquote>
        )}
        {first && <Said comment={first} nameOf={nameOf} />}
      </td>
      <td data-label={t('replyHead')}>
        {replies.length > 0 ? (
          <ol className={styles.replies}>
            {replies.map(reply => (
              <li key={reply.id}>
                <Said comment={reply} nameOf={nameOf} />
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

function Said({ comment, nameOf }: { readonly comment: RoundComment; readonly nameOf: MentionName }) {
  const t = useText(decisions)
  const day = useDay()
  const { by, at, body, editedAt } = comment
  return (
    <>
      <p className={styles.speaker}>
        <SideMark side={by.side} /> <Title of={by} /> <Day at={at} />
        {editedAt && body !== null && (
          <span className={styles.faint}> {t('edited', { when: day(editedAt) })}</span>
        )}
      </p>
      {body === null ? (
        <p className={styles.faint}>
          <BothLanguages say={each => sayIn(decisions, each)('deletedComment')} />
        </p>
      ) : (
        <CommentBody body={body} nameOf={nameOf} />
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
          <Title of={resolved.by} /> <Day at={resolved.at} />
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

function Title({ of }: { readonly of: RoundSpeaker }) {
  const { text, lang } = labelIn(of.title, useLanguage())
  return <span lang={lang}>{text}</span>
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
