/** A mail before it is plain text or HTML: both say the same, because both are made of this. */
import type { InterfaceLanguage, Language } from '../../shared/model/language.ts'

export type MailDocument = {
  readonly language: InterfaceLanguage
  readonly subject: string
  readonly blocks: readonly MailBlock[]
}

export type MailBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly pieces: readonly MailPiece[] }
  | {
      readonly type: 'paragraph'
      readonly pieces: readonly MailPiece[]
      /** `quiet` is small print; `alarm` has a sign before it. */
      readonly tone?: 'quiet' | 'alarm'
    }
  | { readonly type: 'list'; readonly items: readonly (readonly MailPiece[])[] }
  /** Words of the text that somebody commented on. */
  | { readonly type: 'quote'; readonly pieces: readonly MailPiece[] }
  /** One language of a unit, a line per block. */
  | {
      readonly type: 'language'
      readonly language: Language
      readonly lines: readonly (readonly MailPiece[])[]
      /** Said in its place, in the language of the mail: unchanged, or missing. */
      readonly note: string | null
    }
  /** Internal and shared threads have frames of different shape, besides their words. */
  | { readonly type: 'thread'; readonly internal: boolean; readonly blocks: readonly MailBlock[] }
  | { readonly type: 'footer'; readonly blocks: readonly MailBlock[] }

export type MailPiece = {
  readonly text: string
  /** Where it is another than the mail's; empty where nobody knows which. */
  readonly lang?: InterfaceLanguage | ''
  readonly change?: 'inserted' | 'deleted'
  readonly strong?: boolean
  /** Only ours: what people wrote leads nowhere. */
  readonly href?: string
}

/** What stands around changed words: braces, because square brackets mean something in these texts. */
export const CHANGE_SIGNS = { inserted: ['{+', '+}'], deleted: ['{-', '-}'] } as const

export function plain(text: string): MailPiece[] {
  return [{ text }]
}
