/**
 * The tokens of a block: words, figures, punctuation, inline objects. A token owns the white space after
 * it, outside its key. A figure is one token, grouped or not; French elisions stand alone; runs of
 * Japanese script are cut by `Intl.Segmenter`. No token boundary lies within a grapheme.
 */
import type { Inline } from '../model/bilingual-text.ts'
import type { Lexicon } from './lexicon.ts'
import { isSpace, tokenCuts } from './token-cuts.ts'

/** Column-wise: token `i` covers `[from[i], to[i])` of `text`, its word ends at `end[i]`, white space follows. */
export type Tokens = {
  readonly text: string
  readonly from: readonly number[]
  readonly end: readonly number[]
  readonly to: readonly number[]
  readonly id: readonly number[]
  /** 1 at each offset of `text` between two graphemes; null when every offset is one. */
  readonly graphemes: Uint8Array | null
}

/** Tokens of the content; `text` is its plain text. Content without inline objects may be left empty. */
export function tokenise(content: readonly Inline[], text: string, lexicon: Lexicon): Tokens {
  const cuts = tokenCuts(text, lexicon.language)
  const graphemes = COMPLEX.test(text) ? graphemeBoundaries(text) : null
  const objects = content.some(inline => inline.type !== 'text') ? objectIdentities(content) : null
  const columns = { from: [] as number[], end: [] as number[], to: [] as number[], id: [] as number[] }
  for (let i = 0; i < cuts.length; ) {
    const from = cuts[i]!
    do i++
    while (i < cuts.length && graphemes && !graphemes[cuts[i]!])
    const to = cuts[i] ?? text.length
    const end = wordEnd(text, from, to, graphemes)
    const identity = objects ? objectsIn(objects, text, from, end) : undefined
    columns.from.push(from)
    columns.end.push(end)
    columns.to.push(to)
    columns.id.push(
      identity === undefined ? lexicon.idOf(text.slice(from, end)) : lexicon.idOfObject(identity),
    )
  }
  return { text, graphemes, ...columns }
}

/** What the inline objects say, by their offset in the plain text. */
export function objectIdentities(content: readonly Inline[]): Map<number, string> {
  const identities = new Map<number, string>()
  let at = 0
  for (const inline of content) {
    if (inline.type === 'break') identities.set(at, 'break')
    else if (inline.type === 'fact') identities.set(at, `fact:${inline.fact}`)
    else if (inline.type === 'note') identities.set(at, `note:${inline.text}`)
    at += inline.type === 'text' ? inline.text.length : 1
  }
  return identities
}

/** What the token at `[from, to)` says when an inline object is part of it, with the marks joined to the object. */
function objectsIn(
  objects: ReadonlyMap<number, string>,
  text: string,
  from: number,
  to: number,
): string | undefined {
  let identity: string | undefined
  for (let at = from; at < to; at++)
    if (objects.has(at)) identity = `${identity ?? text.slice(from, to)}\0${objects.get(at)}`
  return identity
}

/** Whether `at` lies between two graphemes and outside figures. */
export function isCutAllowed(tokens: Tokens, lexicon: Lexicon, at: number): boolean {
  if (tokens.graphemes && !tokens.graphemes[at]) return false
  if (DIGITS.test(tokens.text.slice(at - 1, at + 1))) return false
  const token = tokenAt(tokens, at)
  return (
    token < 0 ||
    at >= tokens.end[token]! ||
    at === tokens.from[token] ||
    lexicon.typeOf(tokens.id[token]!) !== 'number'
  )
}

/** Within the digits of a word (CO2, V12), or before what encloses one. */
const DIGITS = /^\p{Nd}[\p{Nd}\p{M}]$|^\p{M}\p{Nd}$/u

/** Whether a token starts at `at`, or the text ends there. */
export function isTokenStart(tokens: Tokens, at: number): boolean {
  return at === tokens.text.length || tokens.from[tokenAt(tokens, at)] === at
}

function tokenAt({ from }: Tokens, at: number): number {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Characters that may join the one before or after into one grapheme. */
const COMPLEX =
  /[\p{M}\p{Cf}\p{Cs}\r\u0d4e\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f]|[^\0-\uffff]/u

const graphemeSegmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })

function graphemeBoundaries(text: string): Uint8Array {
  const boundaries = new Uint8Array(text.length + 1)
  for (const { index } of graphemeSegmenter.segment(text)) boundaries[index] = 1
  boundaries[text.length] = 1
  return boundaries
}

/** Where the trailing white space starts; a token of nothing but white space is all word. */
function wordEnd(text: string, from: number, to: number, graphemes: Uint8Array | null): number {
  let end = to
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--
  while (graphemes && end < to && !graphemes[end]) end++
  return end === from ? to : end
}

/** Tokens `[first, after)` as a text of their own, and the offset at which it starts. */
export function tokenPart(
  tokens: Tokens,
  first: number,
  after: number,
): { readonly tokens: Tokens; readonly from: number } {
  const { text, graphemes, id } = tokens
  const from = tokens.from[first] ?? text.length
  const to = tokens.from[after] ?? text.length
  const shifted = (column: readonly number[]) => column.slice(first, after).map(at => at - from)
  return {
    from,
    tokens: {
      text: text.slice(from, to),
      graphemes: graphemes?.slice(from, to + 1) ?? null,
      id: id.slice(first, after),
      from: shifted(tokens.from),
      end: shifted(tokens.end),
      to: shifted(tokens.to),
    },
  }
}
