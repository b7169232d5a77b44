/** The clauses at the start and end that two wordings have in common, so that only what differs is cut into tokens. */
import type { Language } from '../model/language.ts'

/** How many characters the two texts share at the start and at the end; both lie between tokens and graphemes. */
export type SharedEdges = { readonly start: number; readonly end: number }

/** A clause more than strictly needed stays on each side, for insertions to slide into. */
export function sharedEdges(a: string, b: string, language: Language): SharedEdges {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a[a.length - end - 1] === b[b.length - end - 1]) end++
  return { start: clauseBefore(a, b, start, language), end: clauseAfter(a, b, end, language) }
}

const CLAUSE_END = { fr: /[,;:.] $/, ja: /[、。]$/ } as const
/** Never joined to the punctuation or space before it, in a token or in a grapheme. */
const PLAIN_START = /^[a-zA-Zà-ÿÀ-Ý0-9０-９\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/

function isClauseStart(text: string, at: number, language: Language): boolean {
  return (
    CLAUSE_END[language].test(text.slice(Math.max(at - 2, 0), at)) && PLAIN_START.test(text.slice(at, at + 1))
  )
}

function clauseBefore(a: string, b: string, shared: number, language: Language): number {
  let clauses = 0
  for (let at = shared; at > 0; at--)
    if (isClauseStart(a, at, language) && isClauseStart(b, at, language) && ++clauses === 2) return at
  return 0
}

function clauseAfter(a: string, b: string, shared: number, language: Language): number {
  let clauses = 0
  for (let end = shared; end > 0; end--)
    if (
      isClauseStart(a, a.length - end, language) &&
      isClauseStart(b, b.length - end, language) &&
      ++clauses === 2
    )
      return end
  return 0
}
