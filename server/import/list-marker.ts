/** Bullets and numbers that a source typed as characters. Ours are generated, so these are taken off. */

export type ListMarker = { readonly role: 'bullet' | 'number'; readonly length: number }

/** The marker a paragraph begins with, its following spaces included; undefined when it is not a list item. */
export function listMarker(text: string): ListMarker | undefined {
  const bullet = BULLET.exec(text)
  if (bullet) return { role: 'bullet', length: bullet[0].length }
  const number = NUMBER.exec(text)
  if (number && number[0].length < text.length) return { role: 'number', length: number[0].length }
  return undefined
}

/** A dash or hyphen must be followed by a space; ・ and the geometric bullets stand close in Japanese. */
const BULLET = /^(?:[•▪▫◦‣●○◆◇■□・·]\s*|[-–—*]\s+)/u

/**
 * `1.` `1)` `(1)` `1°` `a)` `iv.` need a following space; full-width `１．` `（１）` `①` and `一、` do not.
 * So « 1er », « 2,5 » and 「2026年」 are not markers, nor is a decimal as in « 1.5 million ».
 */
const NUMBER =
  /^(?:(?:\(?\d{1,3}[.)°]|\(?[a-z]\)|\(?[ivx]{1,5}[.)])\s+|(?:\d{1,3}[.)](?=[^\p{ASCII}\s]))|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]\s*|[０-９0-9]{1,3}[．）、]\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,3}[、．]\s*)/u
