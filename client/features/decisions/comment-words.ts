/** Comments as plain words, with the names of those they call. */
import { type CommentPiece, readComment } from '../../../shared/model/comment-body.ts'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import type { Mention } from '../../../shared/model/thread.ts'
import type { RoundView } from '../../../shared/protocol/round-views.ts'
import { common } from '../../i18n/messages/common.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { labelIn, sayIn } from '../../i18n/use-text.ts'

export type MentionName = (mention: Mention) => string

/** Names in a language of the interface. */
export function mentionNames(called: RoundView['called'], language: InterfaceLanguage): MentionName {
  const t = sayIn(decisions, language)
  const c = sayIn(common, language)
  return mention => {
    switch (mention.kind) {
      case 'mandate': {
        const title = called[mention.mandate]
        return title ? labelIn(title, language).text : t('callUnknown')
      }
      case 'role':
        return t('callRole', { role: c(`role.${mention.role}`), side: c(`side.${mention.side}`) })
      case 'side':
        return c(`side.${mention.side}`)
    }
  }
}

export function plainPiece(piece: CommentPiece, nameOf: MentionName): string {
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
