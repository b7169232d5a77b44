/**
 * [A5] Square brackets that somebody typed into a text that is brought in, [ ] or ［ ］, one in another: offered to
 * become brackets of ours. Those of both languages of a row belong together in the order in which they open.
 */
import { sliceContent } from '../compare/slice-content.ts'
import { type Inline, type Mark, plainText, type Side } from '../model/bilingual-text.ts'

export type TypedPassage = {
  /** Index of the block among those of its language in the row. */
  readonly block: number
  /** Of the signs, in UTF-16 code units. */
  readonly open: number
  readonly close: number
  /** Between the signs. */
  readonly words: string
}
export type TypedBracket = {
  /** Counts those of a row from 0. */
  readonly n: number
  /** Null where the language has fewer of them. */
  readonly fr: TypedPassage | null
  readonly ja: TypedPassage | null
}

type Row = {
  readonly fr: readonly { readonly text: string }[]
  readonly ja: readonly { readonly text: string }[]
}

/** In the order in which they open; a sign without its counterpart in the same paragraph is none. */
export function typedBrackets(row: Row): TypedBracket[] {
  const [fr, ja] = [passagesOf(row.fr), passagesOf(row.ja)]
  return Array.from({ length: Math.max(fr.length, ja.length) }, (_, n) => ({
    n,
    fr: fr[n] ?? null,
    ja: ja[n] ?? null,
  }))
}

export type ConvertedPassage = Pick<TypedPassage, 'open' | 'close'> & {
  /** Of the mark. */
  readonly id: string
  readonly by: Side | ''
}

/** The content of a block with these brackets as marks instead of signs. Offsets are those of `plainText`. */
export function convertBrackets(content: readonly Inline[], passages: readonly ConvertedPassage[]): Inline[] {
  const signs = new Set(passages.flatMap(({ open, close }) => [open, close]))
  const length = plainText({ content }).length
  const cuts = [0, ...[...signs].flatMap(at => [at, at + 1]), length].sort((a, b) => a - b)
  return cuts.slice(0, -1).flatMap((from, index) => {
    const to = cuts[index + 1]!
    if (from === to || signs.has(from)) return []
    const around = passages.filter(({ open, close }) => open < from && to <= close)
    return sliceContent(content, from, to).map(inline => withMarks(inline, around))
  })
}

function withMarks(inline: Inline, around: readonly ConvertedPassage[]): Inline {
  if (inline.type !== 'text' || around.length === 0) return inline
  const marks: Mark[] = around.map(({ id, by }) => ({ type: 'bracket', id, by }))
  return { ...inline, marks: [...(inline.marks ?? []), ...marks] }
}

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '［': '］' }

function passagesOf(blocks: readonly { readonly text: string }[]): TypedPassage[] {
  return blocks.flatMap(({ text }, block) => {
    const open: { readonly at: number; readonly closes: string }[] = []
    const found: TypedPassage[] = []
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]!
      if (CLOSES[sign]) open.push({ at, closes: CLOSES[sign] })
      else if (open.at(-1)?.closes === sign) {
        const { at: start } = open.pop()!
        const words = text.slice(start + 1, at)
        if (words.trim()) found.push({ block, open: start, close: at, words })
      }
    }
    return found.sort((a, b) => a.open - b.open)
  })
}
