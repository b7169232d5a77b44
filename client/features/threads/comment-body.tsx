/** What a comment says, as elements: paragraphs, quotes, links that lead somewhere safe, names of those it calls. */
import { Fragment } from 'react'
import { type CommentPiece, readComment } from '../../../shared/model/comment-body.ts'
import { languageOfWords } from '../../../shared/model/language-of-words.ts'
import type { Mention } from '../../../shared/model/thread.ts'
import type { ThreadsView } from '../../../shared/protocol/thread-views.ts'
import styles from './comment-body.module.css'
import { useMentionName } from './thread-words.ts'

type CommentBodyProps = {
  readonly body: string
  /** The mandates that comments call, in words. */
  readonly called: ThreadsView['called']
}

export function CommentBody({ body, called }: CommentBodyProps) {
  const nameOf = useMentionName(called)
  return (
    <div className={styles.body}>
      {readComment(body).map(({ quote, lines }, index) => {
        const words = lines.map((pieces, line) => (
          <Fragment key={keyOf(pieces, line)}>
            {line > 0 && <br />}
            {pieces.map((piece, at) => (
              <Piece key={keyOf([piece], at)} piece={piece} nameOf={nameOf} />
            ))}
          </Fragment>
        ))
        const key = keyOf(lines.flat(), index)
        // Of each paragraph by itself: a French reply may quote a Japanese line.
        const lang = languageOfWords(textIn(lines))
        return quote ? (
          <blockquote key={key} lang={lang} className={styles.quote}>
            <p>{words}</p>
          </blockquote>
        ) : (
          <p key={key} lang={lang}>
            {words}
          </p>
        )
      })}
    </div>
  )
}

function Piece({
  piece,
  nameOf,
}: {
  readonly piece: CommentPiece
  readonly nameOf: (mention: Mention) => string
}) {
  switch (piece.type) {
    case 'text':
      return piece.text
    case 'link':
      return (
        <a href={piece.href} rel="noopener noreferrer nofollow" target="_blank">
          {piece.text}
        </a>
      )
    case 'mention':
      return <span className={styles.mention}>@{nameOf(piece.mention)}</span>
  }
}

/** The first words of a body in one line, for a card that is folded. */
export function commentExcerpt(body: string, nameOf: (mention: Mention) => string, most = 140): string {
  const own = readComment(body).filter(({ quote }) => !quote)
  const words = own
    .flatMap(({ lines }) => lines)
    .map(pieces =>
      pieces.map(piece => (piece.type === 'mention' ? `@${nameOf(piece.mention)}` : piece.text)).join(''),
    )
    .join(' ')
  const characters = [...new Intl.Segmenter().segment(words)]
  return characters.length <= most
    ? words
    : `${characters
        .slice(0, most - 1)
        .map(({ segment }) => segment)
        .join('')}…`
}

function textIn(lines: readonly (readonly CommentPiece[])[]): string {
  return lines
    .flat()
    .map(piece => (piece.type === 'text' ? piece.text : ''))
    .join('')
}

function keyOf(pieces: readonly CommentPiece[], index: number): string {
  return `${index} ${pieces[0]?.type ?? ''}`
}
