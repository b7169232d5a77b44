/** The blocks of one language as the comparison sees them. */
import { type Block, plainText } from '../model/bilingual-text.ts'
import type { Lexicon } from './lexicon.ts'
import { objectIdentities, type Tokens, tokenise } from './tokens.ts'

export type FlatBlock = {
  readonly block: Block
  /** Place in the language's list, from 0. */
  readonly index: number
  readonly text: string
  /** Equal for blocks with the same characters and inline objects, whatever their marks and kind. */
  readonly identity: string
  /** Without inline objects. */
  readonly isPlain: boolean
  /** Computed at the first call: most blocks are unchanged and never need them. */
  readonly tokens: () => Tokens
}

export function flatBlocks(blocks: readonly Block[], lexicon: Lexicon): FlatBlock[] {
  return blocks.map((block, index) => {
    const text = plainText(block)
    const isPlain = block.content.every(inline => inline.type === 'text')
    const identity = isPlain ? text : `${text}\0${[...objectIdentities(block.content)].join('\0')}`
    let tokens: Tokens | undefined
    return {
      block,
      index,
      text,
      identity,
      isPlain,
      tokens: () => {
        tokens ??= tokenise(block.content, text, lexicon)
        return tokens
      },
    }
  })
}
