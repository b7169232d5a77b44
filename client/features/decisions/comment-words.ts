/** Comments as plain words, with the names of those they call. */
import { type CommentPiece, readComment } from '../../../shared/model/comment-body.ts'
import type { Mention } from '../../../shared/model/thread.ts'

export type MentionName = (mention: Mention) => string

function plainPiece(piece: CommentPiece, nameOf: MentionName): string {
  return piece.type === 'mention' ? `@${nameOf(piece.mention)}` : piece.text
}

/** Paragraphs with a blank line between them; quoted lines begin with "> ". */
export function plainComment(body: string, nameOf: MentionName): string {
  return readComment(body)
    .map(({ quote, lines }) =>
      lines
        .map(pieces => (quote ? '> ' : '') + pieces.map(piece => plainPiece(piece, nameOf)).join(''))
        .join('\n'),
    )
    .join('\n\n')
}
