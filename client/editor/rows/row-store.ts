/**
 * The rows of one pair of editors. Each editor reports its outline; whoever shows rows subscribes. The layout
 * is computed once per change of structure, never on a keystroke that leaves the blocks as they are.
 */
import type { Block } from '../../../shared/model/bilingual-text.ts'
import { type BlockNumbers, blockNumbers } from '../../../shared/model/block-numbers.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Ghost } from '../amendments/mark-store.ts'
import { type BlockOutline, layOutRows, type RowLayout, sameOutline, type TextOutline } from './row-layout.ts'

export type RowsState = {
  readonly outline: TextOutline
  readonly layout: RowLayout
  readonly numbers: BlockNumbers
}

export type RowStore = {
  /** The same object until the structure changed, for `useSyncExternalStore`. */
  get(): RowsState
  /** Takes over the outline of one language and returns the state that follows. Tells no one. */
  report(language: Language, outline: readonly BlockOutline[]): RowsState
  /** What is shown between the rows. Tells no one. */
  setGhosts(ghosts: readonly Ghost[]): void
  /** Tells the subscribers if the state changed since they were last told. */
  publish(): void
  subscribe(listener: () => void): () => void
}

export function createRowStore(outline: TextOutline = { fr: [], ja: [] }): RowStore {
  let ghosts: readonly Ghost[] = []
  let state = stateOf(outline, ghosts)
  let published = state
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    report(language, blocks) {
      if (!sameOutline(state.outline[language], blocks))
        state = stateOf({ ...state.outline, [language]: blocks }, ghosts)
      return state
    },
    setGhosts(next) {
      if (next.length === 0 && ghosts.length === 0) return
      ghosts = next
      state = stateOf(state.outline, ghosts)
    },
    publish() {
      if (state === published) return
      published = state
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function stateOf(outline: TextOutline, ghosts: readonly Ghost[]): RowsState {
  return {
    outline,
    layout: layOutRows(outline, ghosts),
    numbers: blockNumbers({ fr: bare(outline.fr), ja: bare(outline.ja) }),
  }
}

/** Numbers are counted over kinds and levels: the words do not matter. */
function bare(blocks: readonly BlockOutline[]): Block[] {
  return blocks.map(block => ({ ...block, content: [] }))
}
