/** The certain cases, told without a look at single words. */
import type { Fate } from '../model/amendment.ts'
import type { BlockPair } from './comparison.ts'
import { isExact, type KeptPair, linkOf, type PlacedBlock, type Trace } from './trace-blocks.ts'

/**
 * Where the following version has the answer's blocks, or the base's, to the letter and nothing of the other ones
 * elsewhere: the fate of words, marks and kinds; the place is another matter. Null where it has neither.
 */
export function fateOfExact(pair: BlockPair, trace: Trace): Fate | null {
  const { old, new: now, pairs, fromBase, fromAnswer } = linkOf(pair, trace)
  if (!pairs.length) return null
  const isTaken = areThere(now, fromAnswer) && isWithin(fromBase, fromAnswer)
  const isKept = areThere(old, fromBase) && isWithin(fromAnswer, fromBase)
  return isTaken === isKept ? null : isTaken ? 'taken' : 'not-taken'
}

function areThere(blocks: readonly PlacedBlock[], kept: readonly KeptPair[]): boolean {
  return (
    kept.length === blocks.length &&
    kept.every(one => {
      const { old, new: now, kinds } = one
      const isWhole = !kinds.includes('split') && !kinds.includes('merged')
      return isWhole && isExact(one) && old.kind === now.kind && old.level === now.level
    })
  )
}

/** Whether the first ones are in no other blocks of the following version than the second ones. */
function isWithin(some: readonly KeptPair[], others: readonly KeptPair[]): boolean {
  return some.every(({ newIndex }) => others.some(other => other.newIndex === newIndex))
}
