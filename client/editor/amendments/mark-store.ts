/** What amendments would change, as it is to be shown over the text; the editors take it over when nobody composes. */

import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { Block, Mark } from '../../../shared/model/bilingual-text.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'

/** Offsets are those of the block's characters, half open, in UTF-16 code units. */
export type BlockMark = {
  readonly amendment: AmendmentKey
  readonly block: BlockId
  /** The characters that the block must have for the offsets to be right (`plainText`). */
  readonly words: string
  /** Words that would go. */
  readonly goes: readonly Span[]
  /** Words that would come, before the character at `at`. */
  readonly comes: readonly { readonly at: number; readonly pieces: readonly Piece[] }[]
  /** Words that would get other marks. */
  readonly formatted: readonly Span[]
  /** The whole block would go. */
  readonly struck: boolean
  /** What else would become of the block, in the words of the interface; empty when nothing. */
  readonly caption: string
}
export type Span = { readonly from: number; readonly to: number }
/** Words to be shown, facts and notes already read. */
export type Piece = { readonly text: string; readonly marks: readonly Mark['type'][] }

/** What an amendment would bring: paragraphs that are not in the text, or not at this place, on a row of their own. */
export type Ghost = {
  readonly key: string
  readonly amendment: AmendmentKey
  readonly blocks: { readonly [L in Language]: readonly GhostBlock[] }
  /** The block they would follow, per language; null at the beginning. Of no meaning where there are no blocks. */
  readonly after: { readonly [L in Language]: BlockId | null }
  /** They stand elsewhere in the text. */
  readonly moved: boolean
  /** Other words have their ids in the text. */
  readonly known: boolean
}
export type GhostBlock = Pick<Block, 'id' | 'kind' | 'level'> & { readonly pieces: readonly Piece[] }

export type Marks = {
  readonly blocks: { readonly [L in Language]: ReadonlyMap<BlockId, BlockMark> }
  readonly ghosts: readonly Ghost[]
  /** What a screen reader hears where the eye sees a stroke. */
  readonly said: { readonly goes: string; readonly comes: string }
}

export const NO_MARKS: Marks = {
  blocks: { fr: new Map(), ja: new Map() },
  ghosts: [],
  said: { goes: '', comes: '' },
}

export type MarkStore = {
  get(): Marks
  /** Equal marks tell no one. */
  set(marks: Marks): void
  subscribe(listener: () => void): () => void
}

export function createMarkStore(): MarkStore {
  let marks = NO_MARKS
  let form = formOf(marks)
  const listeners = new Set<() => void>()
  return {
    get: () => marks,
    set(next) {
      const written = formOf(next)
      if (written === form) return
      ;[marks, form] = [next, written]
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function formOf({ blocks, ghosts, said }: Marks): string {
  return JSON.stringify([[...blocks.fr.values()], [...blocks.ja.values()], ghosts, said])
}
