/**
 * Passages of a text that something hangs on, shown in the words without touching them. Each block follows only its
 * own passages: a new one draws its block again and no other.
 */
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BlockId } from '../../shared/model/ids.ts'

export type PassageRange = {
  /** What hangs on it. */
  readonly key: string
  /** Half-open, in UTF-16 code units of `plainText`. */
  readonly from: number
  readonly to: number
  readonly isShared: boolean
  readonly isChosen: boolean
}

/** Which of the two texts of a comparison; a text by itself is the new one. */
export type TextAge = 'old' | 'new'

export type PassageStore = {
  readonly get: (age: TextAge, block: BlockId) => readonly PassageRange[]
  readonly set: (age: TextAge, passages: ReadonlyMap<BlockId, readonly PassageRange[]>) => void
  readonly subscribe: (listener: () => void) => () => void
}

const NONE: readonly PassageRange[] = []

export function createPassageStore(): PassageStore {
  const shown: Record<TextAge, ReadonlyMap<BlockId, readonly PassageRange[]>> = {
    old: new Map(),
    new: new Map(),
  }
  const listeners = new Set<() => void>()
  return {
    get: (age, block) => shown[age].get(block) ?? NONE,
    set: (age, passages) => {
      const before = shown[age]
      // What is as it was stays the same object: its block is not drawn again.
      shown[age] = new Map(
        [...passages].map(([block, ranges]) => {
          const old = before.get(block)
          return [block, old && JSON.stringify(old) === JSON.stringify(ranges) ? old : ranges]
        }),
      )
      for (const listener of [...listeners]) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const PassagesContext = createContext<PassageStore | null>(null)

/** Around a text whose words can be commented; elsewhere words are drawn as ever. */
export const PassagesProvider = PassagesContext

/** Of one block; null where nothing can hang on words. */
export function usePassages(age: TextAge, block: BlockId | undefined): readonly PassageRange[] | null {
  const store = useContext(PassagesContext)
  const get = () => (store && block !== undefined ? store.get(age, block) : NONE)
  const ranges = useSyncExternalStore(store?.subscribe ?? subscribeToNothing, get, get)
  return store && block !== undefined ? ranges : null
}

function subscribeToNothing(): () => void {
  return () => {}
}

/** A part of a block on which the same passages lie; none for words between passages. */
export type PassagePiece = {
  readonly from: number
  readonly to: number
  readonly ranges: readonly PassageRange[]
}

/** Cuts [from, to) at the edges of the passages that lie on it. */
export function cutAtPassages(from: number, to: number, ranges: readonly PassageRange[]): PassagePiece[] {
  const met = ranges.filter(range => range.from < to && range.to > from)
  const edges = new Set([from, to])
  for (const range of met) {
    edges.add(Math.max(from, range.from))
    edges.add(Math.min(to, range.to))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!
    return { from: start, to: end, ranges: met.filter(range => range.from < end && range.to > start) }
  })
}
