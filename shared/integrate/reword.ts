/** Words retyped as plain text: what was left alone keeps its marks, facts and notes. */
import { joinContent, sliceContent } from '../compare/slice-content.ts'
import { type Block, INLINE_OBJECT, type Inline, plainText } from '../model/bilingual-text.ts'

/**
 * The block reading `words`. What it has in common with them at the beginning and at the end is kept as it is; in
 * between, an object (a fact, a note, a break: U+FFFC) stands for those of the block in their order, and one too many
 * is left out.
 */
export function reworded(block: Block, words: string): Block {
  const before = plainText(block)
  if (words === before) return block
  const start = commonStart(before, words)
  const end = commonEnd(before.slice(start), words.slice(start))
  const [from, to] = [start, before.length - end]
  const objects = sliceContent(block.content, from, to).filter(inline => inline.type !== 'text')
  const typed = words
    .slice(from, words.length - end)
    .split(INLINE_OBJECT)
    .flatMap((text, index): Inline[] => {
      const object = index === 0 ? undefined : objects[index - 1]
      return [...(object ? [object] : []), ...(text ? [{ type: 'text' as const, text }] : [])]
    })
  const content = joinContent([
    ...sliceContent(block.content, 0, from),
    ...typed,
    ...sliceContent(block.content, to, Number.POSITIVE_INFINITY),
  ])
  return { ...block, content }
}

/**
 * False where `reworded` could not tell which of several objects was taken out: then what is left of them would stand
 * in the wrong place.
 */
export function keepsObjectsApart(block: Block, words: string): boolean {
  const before = plainText(block)
  const start = commonStart(before, words)
  const end = commonEnd(before.slice(start), words.slice(start))
  const count = (text: string) => text.split(INLINE_OBJECT).length - 1
  const had = count(before.slice(start, before.length - end))
  const has = count(words.slice(start, words.length - end))
  return has === had || has === 0
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  // Never between the halves of a character.
  return isHigh(a, at - 1) || isHigh(b, at - 1) ? at - 1 : at
}

function commonEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return isLow(a, a.length - count) || isLow(b, b.length - count) ? Math.max(0, count - 1) : count
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
