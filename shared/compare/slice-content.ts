/** Parts of a block's content in `plainText` coordinates. */
import type { Inline, Mark } from '../model/bilingual-text.ts'
import { canonicalJson, sortedMarks } from '../model/canonical-form.ts'

/**
 * The inlines of `[from, to)`, in UTF-16 code units of `plainText`: texts are cut, an inline object is
 * one unit long. Marks are kept as they are.
 */
export function sliceContent(content: readonly Inline[], from: number, to: number): Inline[] {
  const slice: Inline[] = []
  let at = 0
  for (const inline of content) {
    if (at >= to) break
    const length = inline.type === 'text' ? inline.text.length : 1
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, length)
    if (start < end)
      slice.push(inline.type === 'text' && end - start < length ? cutText(inline, start, end) : inline)
    at += length
  }
  return slice
}

/** The content with empty texts dropped and adjacent texts of the same marks joined. Keeps every character as it is. */
export function joinContent(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of content) {
    if (inline.type === 'text' && inline.text === '') continue
    const last = joined.at(-1)
    if (last?.type === 'text' && inline.type === 'text' && marksKey(last.marks) === marksKey(inline.marks))
      joined[joined.length - 1] = { ...last, text: last.text + inline.text }
    else joined.push(inline)
  }
  return joined
}

/** Equal for mark sets that mean the same; '' for none. */
export function marksKey(marks: readonly Mark[] | undefined): string {
  return marks?.length ? canonicalJson(sortedMarks(marks)) : ''
}

function cutText(inline: Extract<Inline, { type: 'text' }>, start: number, end: number): Inline {
  return { ...inline, text: inline.text.slice(start, end) }
}
