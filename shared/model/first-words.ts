import type { Block, Inline } from './bilingual-text.ts'

/**
 * The first words of a block, to point at it from elsewhere: `length` characters at most, and an ellipsis. A fact,
 * whose value is not known here, stands as an open bracket.
 */
export function firstWords(block: Pick<Block, 'content'> | null, length: number): string {
  const text = block?.content.map(wordsOf).join('') ?? ''
  const characters = [...text.trim()]
  if (characters.length <= length) return characters.join('')
  // Back to the last space, where the language has any.
  return `${characters
    .slice(0, length)
    .join('')
    .replace(/\s+\S*$/, '')}…`
}

function wordsOf(inline: Inline): string {
  if (inline.type === 'text') return inline.text
  return inline.type === 'fact' ? '[…]' : ' '
}
