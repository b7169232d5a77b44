/** Blocks, or parts of them, one after the other as one run of characters: a sign before each block, then its text. */
import { type Block, INLINE_OBJECT, type Inline, plainText } from '../model/bilingual-text.ts'
import { objectIdentities } from './tokens.ts'

/** `[from, to)` of `plainText(block)`, which is the one at `index` of its language. */
export type Part = {
  readonly block: Block
  readonly index: number
  readonly from: number
  readonly to: number
}

export type Run = {
  readonly length: number
  /** The place of an offset of a block's text; -1 is the sign before it. */
  readonly placeOf: (index: number, offset: number) => number
  /** From the sign of the block to the end of its text, exclusive. */
  readonly extentOf: (index: number) => { readonly from: number; readonly to: number }
  /** What the run says there: equal for the same characters, objects and brackets. Other marks say nothing. */
  readonly says: (from: number, to: number) => string
}

/** Private-use characters, which no text has: the start of a block, the start and end of a bracket. */
const [BLOCK, OPEN, CLOSE] = ['\uE000', '\uE001', '\uE002']

export function runOf(parts: readonly Part[]): Run {
  const starts = new Map<number, number>()
  const characters: string[] = []
  /** The bracket that each character stands in, '' for none. */
  const brackets: string[] = []
  for (const { block, index, from, to } of parts) {
    // A part that starts later has no sign of its own.
    starts.set(index, characters.length - from + (from === 0 ? 1 : 0))
    if (from === 0) {
      characters.push(BLOCK)
      brackets.push('')
    }
    const objects = objectIdentities(block.content)
    const text = plainText(block).slice(0, to)
    for (let at = from; at < text.length; at++)
      characters.push(text[at] === INLINE_OBJECT ? `${INLINE_OBJECT}${objects.get(at) ?? ''}` : text[at]!)
    brackets.push(...bracketsOf(block.content).slice(from, text.length))
  }
  const ends = new Map(
    parts.map(({ block, index, to }) => [index, starts.get(index)! + Math.min(to, plainText(block).length)]),
  )
  return {
    length: characters.length,
    placeOf: (index, offset) => starts.get(index)! + offset,
    extentOf: index => ({ from: starts.get(index)! - 1, to: ends.get(index)! }),
    says: (from, to) => {
      let said = ''
      let bracket = ''
      for (let at = from; at < to; at++) {
        if (brackets[at] !== bracket) said += `${bracket && CLOSE}${brackets[at] && OPEN}`
        bracket = brackets[at]!
        said += characters[at]
      }
      return said + (bracket && CLOSE)
    },
  }
}

/** The bracket of each character of the content, by its id, '' for none. */
function bracketsOf(content: readonly Inline[]): string[] {
  return content.flatMap(inline => {
    if (inline.type !== 'text') return ['']
    const bracket = inline.marks?.find(mark => mark.type === 'bracket')
    return Array.from({ length: inline.text.length }, () => bracket?.id ?? '')
  })
}
