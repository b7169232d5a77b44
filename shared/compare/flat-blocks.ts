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
}

export function flatBlocks(blocks: readonly Block[]): FlatBlock[] {
  return blocks.map((block, index) => {
    const [only, more] = block.content
    // Most blocks are one run of words.
    if (only?.type === 'text' && more === undefined)
      return { block, index, text: only.text, identity: only.text, isPlain: true }
    const text = plainText(block)
    const isPlain = block.content.every(inline => inline.type === 'text')
    const identity = isPlain ? text : `${text}\0${[...objectIdentities(block.content)].join('\0')}`
    return { block, index, text, identity, isPlain }
  })
}

/** Made at the first call: most blocks are unchanged and never need them. */
export function tokensOf({ block, text }: FlatBlock, lexicon: Lexicon): Tokens {
  const known = lexicon.tokens.get(block)
  if (known) return known
  const tokens = tokenise(block.content, text, lexicon)
  lexicon.tokens.set(block, tokens)
  return tokens
}
