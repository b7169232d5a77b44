/**
 * What a comment says: paragraphs of plain words, in which lines that begin with ">" quote, addresses lead
 * somewhere, and `@{…}` calls somebody. No more than that: it is kept as typed and read here, wherever it is shown.
 */
import type { Side } from './bilingual-text.ts'
import type { MandateId } from './ids.ts'
import { ROLES, type Role } from './mandate.ts'
import type { Mention } from './thread.ts'

export type CommentPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string }
  | { readonly type: 'mention'; readonly mention: Mention }

/** `lines` of pieces; a quote is what somebody else said. */
export type CommentParagraph = {
  readonly quote: boolean
  readonly lines: readonly (readonly CommentPiece[])[]
}

/** Longest comment, in UTF-16 code units. */
export const MOST_COMMENT = 10_000

const MENTION = /@\{(mandate:[\w-]{1,64}|role:(?:fra|jap):[a-z]{1,20}|side:(?:fra|jap))\}/u
/** Up to white space, closing signs of either language and full stops that end a sentence left out. */
const LINK = /https?:\/\/[^\s<>"«»「」『』（）、。]+[^\s<>"«»「」『』（）、。.,;:!?'’)\]]/u
const PIECE = new RegExp(`${MENTION.source}|${LINK.source}`, 'gu')

/** The paragraphs of a body: runs of quoted and of own lines, cut where a line is blank. */
export function readComment(body: string): CommentParagraph[] {
  const paragraphs: { quote: boolean; lines: CommentPiece[][] }[] = []
  let open = false
  for (const line of body.split(/\r?\n/u)) {
    const quoted = /^\s*[>＞]\s?/u.exec(line)
    const words = quoted ? line.slice(quoted[0].length) : line
    if (!words.trim()) {
      open = false
      continue
    }
    const last = paragraphs.at(-1)
    if (open && last?.quote === Boolean(quoted)) last.lines.push(readLine(words))
    else paragraphs.push({ quote: Boolean(quoted), lines: [readLine(words)] })
    open = true
  }
  return paragraphs
}

/** Everyone that a body calls, once each. Quoted lines call nobody. */
export function mentionsIn(body: string): Mention[] {
  const found = new Map<string, Mention>()
  for (const { quote, lines } of readComment(body))
    if (!quote)
      for (const piece of lines.flat())
        if (piece.type === 'mention') found.set(mentionToken(piece.mention), piece.mention)
  return [...found.values()]
}

/** What stands in a body for a mention. */
export function mentionToken(mention: Mention): string {
  switch (mention.kind) {
    case 'mandate':
      return `@{mandate:${mention.mandate}}`
    case 'role':
      return `@{role:${mention.side}:${mention.role}}`
    case 'side':
      return `@{side:${mention.side}}`
  }
}

function readLine(line: string): CommentPiece[] {
  const pieces: CommentPiece[] = []
  let at = 0
  for (const match of line.matchAll(PIECE)) {
    const piece = match[1] ? readMention(match[1]) : linkTo(match[0])
    if (!piece) continue
    if (match.index > at) pieces.push({ type: 'text', text: line.slice(at, match.index) })
    pieces.push(piece)
    at = match.index + match[0].length
  }
  if (at < line.length) pieces.push({ type: 'text', text: line.slice(at) })
  return pieces
}

function readMention(inside: string): CommentPiece | undefined {
  const [kind, first, second] = inside.split(':')
  if (kind === 'mandate')
    return { type: 'mention', mention: { kind: 'mandate', mandate: first as MandateId } }
  if (kind === 'side') return { type: 'mention', mention: { kind: 'side', side: first as Side } }
  return ROLES.includes(second as Role)
    ? { type: 'mention', mention: { kind: 'role', side: first as Side, role: second as Role } }
    : undefined
}

function linkTo(address: string): CommentPiece | undefined {
  return URL.canParse(address) ? { type: 'link', text: address, href: new URL(address).href } : undefined
}
