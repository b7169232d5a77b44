import type { BilingualText } from './bilingual-text.ts'
import type { BlockId } from './ids.ts'
import { LANGUAGES } from './language.ts'

/** Number of the first note of each block that has notes. Each language counts its own from 1. */
export function noteNumbers(text: BilingualText): ReadonlyMap<BlockId, number> {
  const numbers = new Map<BlockId, number>()
  for (const language of LANGUAGES) {
    let next = 1
    for (const block of text[language]) {
      const notes = block.content.filter(inline => inline.type === 'note').length
      if (notes) numbers.set(block.id, next)
      next += notes
    }
  }
  return numbers
}
