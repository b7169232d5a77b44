/** What a comment says, for reading: quotes, links, and those who are called by their mandate in words. */
import { type CommentPiece, readComment } from '../../../shared/model/comment-body.ts'
import type { Mention } from '../../../shared/model/thread.ts'
import type { ThreadsView } from '../../../shared/protocol/thread-views.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { Label } from '../../ui/label.tsx'
import styles from './comment-words.module.css'

type Called = ThreadsView['called']

export function CommentWords({ body, called }: { readonly body: string; readonly called: Called }) {
  return (
    <div className={styles.words}>
      {keyed(readComment(body)).map(([key, { quote, lines }]) => {
        const Tag = quote ? 'blockquote' : 'p'
        return (
          <Tag key={key}>
            {keyed(lines).map(([lineKey, line]) => (
              <span key={lineKey} className={styles.line}>
                {keyed(line).map(([pieceKey, piece]) => (
                  <Piece key={pieceKey} piece={piece} called={called} />
                ))}
              </span>
            ))}
          </Tag>
        )
      })}
    </div>
  )
}

function Piece({ piece, called }: { readonly piece: CommentPiece; readonly called: Called }) {
  if (piece.type === 'text') return piece.text
  if (piece.type === 'link')
    return (
      <a href={piece.href} rel="noopener noreferrer" target="_blank">
        {piece.text}
      </a>
    )
  return (
    <span className={styles.mention}>
      @<Name mention={piece.mention} called={called} />
    </span>
  )
}

function Name({ mention, called }: { readonly mention: Mention; readonly called: Called }) {
  const t = useText(common)
  if (mention.kind === 'side') return t(`side.${mention.side}`)
  if (mention.kind === 'role') return `${t(`side.${mention.side}`)} ${t(`role.${mention.role}`)}`
  const title = called[mention.mandate]
  return title ? <Label of={title} /> : t('none')
}

/** Each with what it says as its key; the second time that something is said counts as another. */
function keyed<T>(said: readonly T[]): (readonly [key: string, item: T])[] {
  const times = new Map<string, number>()
  return said.map(item => {
    const words = JSON.stringify(item)
    const time = times.get(words) ?? 0
    times.set(words, time + 1)
    return [`${time} ${words}`, item]
  })
}
