import type { Block } from './bilingual-text.ts'

/** The first words of a block, to point at it from elsewhere: `length` characters at most, and an ellipsis. */
export function firstWords(block: Pick<Block, 'content'> | null, length: number): string {
  const text = block?.content.map(inline => (inline.type === 'text' ? inline.text : ' ')).join('') ?? ''
  const characters = [...text.trim()]
  if (characters.length <= length) return characters.join('')
  // Back to the last space, where the language has any.
  return `${characters
    .slice(0, length)
    .join('')
    .replace(/\s+\S*$/, '')}…`
}
