/** What Word puts on the clipboard beside the text: comments, tracked deletions, list paragraphs. */
import type { BlockLevel } from '../../../shared/model/bilingual-text.ts'

const DROPPED_TAGS = new Set(
  'SCRIPT STYLE HEAD TITLE META LINK TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO IMG PICTURE INPUT TEXTAREA SELECT BUTTON DEL S STRIKE RT RP O:P'.split(
    ' ',
  ),
)

/** Elements of which nothing is taken over: code, pictures, deleted words, comments, drawn list numbers. */
export function isDropped(element: HTMLElement): boolean {
  const tag = element.tagName.toUpperCase()
  // `<o:p>` holds a no-break space in Word's empty paragraphs; with words in it, the words count.
  if (tag === 'O:P') return (element.textContent ?? '').trim() === ''
  if (DROPPED_TAGS.has(tag)) return true
  if (/\bmso(commentreference|commentanchor|commenttext|comment|del)\b/i.test(element.className)) return true
  const style = element.getAttribute('style') ?? ''
  return /mso-element:\s*comment|mso-list:\s*ignore|mso-hide:\s*all|text-decoration:\s*line-through|display:\s*none/i.test(
    style,
  )
}

/** Kind and level of a Word paragraph that is a list item: Word draws lists with styles, not with list elements. */
export function wordItem(
  element: HTMLElement,
): { readonly kind: 'bullet' | 'number'; readonly level: BlockLevel } | undefined {
  const list = /mso-list:\s*l\d+\s+level(\d+)/i.exec(element.getAttribute('style') ?? '')
  if (!list) return undefined
  const level = Math.max(1, Math.min(Number(list[1]), 3)) as BlockLevel
  const drawn = [...element.querySelectorAll('[style]')].find(each =>
    /mso-list:\s*ignore/i.test(each.getAttribute('style') ?? ''),
  )
  const sign = (drawn?.textContent ?? '').replace(/\u00a0/g, ' ').trim()
  return { kind: /^[(（]?([0-9０-９]+|[a-z]{1,4}|[ivxlc]+)[.)．）]/i.test(sign) ? 'number' : 'bullet', level }
}
