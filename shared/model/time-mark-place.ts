/** Where in the words of a unit a mark of time stands: never inside a word, a reading, or before a closing sign. */
import { type Block, plainText } from './bilingual-text.ts'
import type { BlockId } from './ids.ts'
import type { Language } from './language.ts'

export type TimeMarkPlace = { readonly block: BlockId; readonly offset: number }

/** `fraction` (0 to 1) of the characters of `blocks`, moved on to where one may pause. Undefined without blocks. */
export function timeMarkPlace(
  blocks: readonly Pick<Block, 'id' | 'content'>[],
  language: Language,
  fraction: number,
): TimeMarkPlace | undefined {
  const total = blocks.reduce((sum, block) => sum + plainText(block).length, 0)
  let left = fraction * total
  for (const [index, block] of blocks.entries()) {
    const { length } = plainText(block)
    if (left <= length || index === blocks.length - 1)
      return { block: block.id, offset: pauses(block, language).find(offset => offset >= left) ?? length }
    left -= length
  }
  return undefined
}

const SEGMENTERS = {
  fr: new Intl.Segmenter('fr', { granularity: 'word' }),
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
} as const

/** A line may not begin with these, nor with a space. */
const HANGS = /^[\s\p{Pe}\p{Pf}、。，．・：；！？!?;:.,…ー々]/u

/** Offsets of the block at which a mark may stand, in order. French: after a space. Japanese: between two words. */
function pauses({ content }: Pick<Block, 'content'>, language: Language): number[] {
  const words = plainText({ content })
  const whole = rubySpans(content)
  const found: number[] = []
  for (const { index } of SEGMENTERS[language].segment(words)) {
    if (index === 0 || HANGS.test(words.slice(index))) continue
    if (language === 'fr' && !/[ \u2003]/u.test(words[index - 1]!)) continue
    if (whole.some(({ from, to }) => index > from && index < to)) continue
    found.push(index)
  }
  return found
}

function rubySpans(content: Block['content']): { readonly from: number; readonly to: number }[] {
  let at = 0
  return content.flatMap(inline => {
    const from = at
    at += inline.type === 'text' ? inline.text.length : 1
    const ruby = inline.type === 'text' && inline.marks?.some(({ type }) => type === 'ruby')
    return ruby ? [{ from, to: at }] : []
  })
}
