/** Where exactly a word change starts and ends, and whether it changes more than typography. */
import { INLINE_OBJECT } from '../model/bilingual-text.ts'
import type { Lexicon } from './lexicon.ts'
import type { Hunk } from './token-hunks.ts'
import { isCutAllowed, isTokenStart, type Tokens } from './tokens.ts'

/** Half-open ranges in UTF-16 code units of the two texts. */
export type CharRange = {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

export type WordChange = CharRange & {
  /** Only width, white space, hyphens, apostrophes, quotation marks, commas or full stops differ. */
  readonly typographic: boolean
}

/** The characters of a hunk of tokens, white space included. */
export function rangeOf(hunk: Hunk, a: Tokens, b: Tokens): CharRange {
  const fromA = a.from[hunk.a0] ?? a.text.length
  const fromB = b.from[hunk.b0] ?? b.text.length
  const toA = hunk.a1 > hunk.a0 ? a.to[hunk.a1 - 1]! : fromA
  const toB = hunk.b1 > hunk.b0 ? b.to[hunk.b1 - 1]! : fromB
  return { fromA, toA, fromB, toB }
}

/** The change without the characters at its edges that did not change; null when nothing is left. */
export function narrowed(
  hunk: Hunk,
  range: CharRange,
  a: Tokens,
  b: Tokens,
  lexicon: Lexicon,
): WordChange | null {
  const mayCut = (x: number, y: number) => isCutAllowed(a, lexicon, x) && isCutAllowed(b, lexicon, y)
  if (readsTheSame(hunk, a, b, lexicon)) {
    const change = trim(range, a, b, mayCut)
    return change && { ...change, typographic: true }
  }
  const words = withoutSharedSpace(hunk, range, a, b)
  if (lexicon.language === 'fr') return { ...words, typographic: false }
  // The segmenter may cut the same characters differently in another context: 地方|自治体, 地方自治体.
  const onToken = (x: number, y: number) => (isTokenStart(a, x) || isTokenStart(b, y)) && mayCut(x, y)
  const change = trim(words, a, b, onToken)
  return change && { ...(okurigana(change, a, b, mayCut) ?? change), typographic: false }
}

/** Without the longest common start, then the longest common end, whose cuts `may` be made; null when empty. */
export function trim(
  range: CharRange,
  a: Tokens,
  b: Tokens,
  may: (x: number, y: number) => boolean,
): CharRange | null {
  let { fromA, toA, fromB, toB } = range
  // Two inline objects are the same character without saying the same.
  const same = (x: number, y: number) => a.text[x] === b.text[y] && a.text[x] !== INLINE_OBJECT
  let start = 0
  while (fromA + start < toA && fromB + start < toB && same(fromA + start, fromB + start)) start++
  while (start > 0 && !may(fromA + start, fromB + start)) start--
  fromA += start
  fromB += start
  let end = 0
  while (fromA < toA - end && fromB < toB - end && same(toA - end - 1, toB - end - 1)) end++
  while (end > 0 && !may(toA - end, toB - end)) end--
  toA -= end
  toB -= end
  return fromA === toA && fromB === toB ? null : { fromA, toA, fromB, toB }
}

const HIRAGANA = /^[\u3041-\u3096]{1,3}$/

/** 行った → 行なった inserts な and nothing else; null when the change is anything more. */
function okurigana(
  range: CharRange,
  a: Tokens,
  b: Tokens,
  may: (x: number, y: number) => boolean,
): CharRange | null {
  const change = trim(range, a, b, may)
  if (!change || change.fromA === range.fromA) return null
  const [gone, come] = [a.text.slice(change.fromA, change.toA), b.text.slice(change.fromB, change.toB)]
  return (gone === '' && HIRAGANA.test(come)) || (come === '' && HIRAGANA.test(gone)) ? change : null
}

/** A replaced word does not take along the white space that follows both its old and its new form. */
function withoutSharedSpace(hunk: Hunk, range: CharRange, a: Tokens, b: Tokens): CharRange {
  if (hunk.a0 === hunk.a1 || hunk.b0 === hunk.b1) return range
  const [endA, endB] = [a.end[hunk.a1 - 1]!, b.end[hunk.b1 - 1]!]
  if (a.text.slice(endA, range.toA) !== b.text.slice(endB, range.toB)) return range
  return { ...range, toA: endA, toB: endB }
}

/** Whether both sides say the same words and figures, commas and full stops left aside. */
function readsTheSame(hunk: Hunk, a: Tokens, b: Tokens, lexicon: Lexicon): boolean {
  return wording(a, hunk.a0, hunk.a1, lexicon) === wording(b, hunk.b0, hunk.b1, lexicon)
}

/** How the text reads, typography left aside: equal for texts that differ in nothing else. */
export function readingOf(tokens: Tokens, lexicon: Lexicon): string {
  return wording(tokens, 0, tokens.id.length, lexicon)
}

function wording({ id }: Tokens, first: number, after: number, lexicon: Lexicon): string {
  let text = ''
  for (let i = first; i < after; i++) {
    const [key, type] = [lexicon.keyOf(id[i]!), lexicon.typeOf(id[i]!)]
    if (type === 'clause' || type === 'space' || /^(?:\.+|。)$/.test(key)) continue
    // A figure keeps its edges: "2, 3" does not read like "23". Japanese words have no edges to keep.
    if (type === 'number') text += `#${key}# `
    else text += lexicon.language === 'ja' ? key : `${key.replaceAll('-', ' ')} `
  }
  return text
}
