/** What a comment says: paragraphs, quotes, links, names of those it calls; each in its language, where that is known. */
import type { CommentParagraph, CommentPiece } from '../../../shared/model/comment-body.ts'
import { readComment } from '../../../shared/model/comment-body.ts'
import { languageOfWords } from '../../../shared/model/language-of-words.ts'
import { type MentionName, plainPiece } from './comment-words.ts'
import styles from './decisions-table.module.css'

type CommentBodyProps = { readonly body: string; readonly nameOf: MentionName }

export function CommentBody({ body, nameOf }: CommentBodyProps) {
  return readComment(body).map((paragraph, index) => {
    const Element = paragraph.quote ? 'blockquote' : 'p'
    return (
      <Element
        key={placeKey(index, paragraph.quote)}
        lang={languageOfWords(wordsOf(paragraph))}
        className={paragraph.quote ? styles.quoted : styles.said}
      >
        {paragraph.lines.map((pieces, line) => (
          <Line key={placeKey(line, pieces.length)} pieces={pieces} first={line === 0} nameOf={nameOf} />
        ))}
      </Element>
    )
  })
}

type LineProps = {
  readonly pieces: readonly CommentPiece[]
  readonly first: boolean
  readonly nameOf: MentionName
}

function Line({ pieces, first, nameOf }: LineProps) {
  return (
    <>
      {!first && <br />}
      {pieces.map((piece, at) => {
        const key = placeKey(at, piece.type)
        const words = plainPiece(piece, nameOf)
        if (piece.type === 'text') return words
        if (piece.type === 'mention') return <strong key={key}>{words}</strong>
        return (
          <a key={key} href={piece.href} rel="noopener noreferrer nofollow" target="_blank">
            {words}
          </a>
        )
      })}
    </>
  )
}

/** The parts of a comment have no other name than their place, and never change it. */
function placeKey(place: number, what: boolean | number | string): string {
  return `${place} ${what}`
}

function wordsOf({ lines }: CommentParagraph): string {
  return lines
    .flat()
    .map(piece => (piece.type === 'text' ? piece.text : ''))
    .join('')
}
