/** Whether a moved block stands where the answer put it, and where a block that is not there would stand. */
import type { Fate } from '../model/amendment.ts'
import type { UnitId } from '../model/ids.ts'
import type { BlockPair } from './comparison.ts'
import { blocksOf, type KeptPair, placeOf, type Trace } from './trace-blocks.ts'

/**
 * The fate of a move, judged by the blocks that it went past; null when the answer moved nothing here. A block
 * put in by the answer and taken, but at another place than its neighbours say, is in part.
 */
export function fateOfPlace(pair: BlockPair, trace: Trace, words: Fate | null): Fate | null {
  if (pair.kinds.includes('moved')) return fateOfMove(pair, trace)
  return pair.old === null && words === 'taken' && !isBetweenNeighbours(pair, trace) ? 'in-part' : null
}

function fateOfMove(pair: BlockPair, trace: Trace): Fate | null {
  const here = placeOf(trace, pair)
  const others = othersOf(pair, trace).filter(
    ({ other }) => other.oldIndex < pair.oldIndex! !== other.newIndex < pair.newIndex!,
  )
  // The parts of one block may pass one another: that is its split or merge.
  if (!others.length) return null
  const passed = others.filter(({ place }) => place !== null)
  const stable = passed.filter(({ other }) => !other.kinds.includes('moved'))
  const still = stable.filter(({ wandered }) => !wandered)
  const witnesses = still.length ? still : stable.length ? stable : passed
  if (here === undefined || !witnesses.length) return 'in-part'
  const asAnswered = witnesses.filter(
    ({ other, place }) => place! < here === other.newIndex < pair.newIndex!,
  ).length
  return asAnswered === witnesses.length ? 'taken' : asAnswered === 0 ? 'not-taken' : 'in-part'
}

type Other = {
  readonly other: KeptPair
  /** Where it is in the following version; null when it is gone. */
  readonly place: number | null
  /** The following version moved it, whichever text one compares with. */
  readonly wandered: boolean
}

/** The other blocks that base and answer share. */
function othersOf(pair: BlockPair, trace: Trace): Other[] {
  return [...trace.amended.byNew.values()].flatMap(([other]) => {
    if (!other || other.oldIndex === pair.oldIndex || other.newIndex === pair.newIndex) return []
    const fromAnswer = trace.fromAnswer.get(other.newIndex)?.[0]
    const fromBase = trace.fromBase.get(other.oldIndex)?.[0]
    const place = fromAnswer?.newIndex ?? fromBase?.newIndex ?? null
    return [{ other, place, wandered: [fromAnswer, fromBase].every(one => one?.kinds.includes('moved')) }]
  })
}

function isBetweenNeighbours(pair: BlockPair, trace: Trace): boolean {
  const here = blocksOf(trace, pair, 'answer')
  const others = othersOf(pair, trace)
    .filter(({ other, place, wandered }) => place !== null && !wandered && !other.kinds.includes('moved'))
    .sort((x, y) => x.other.newIndex - y.other.newIndex)
  const before = others.findLast(({ other }) => other.newIndex < pair.newIndex!)
  const after = others.find(({ other }) => other.newIndex > pair.newIndex!)
  return here.every(
    index => (before === undefined || before.place! < index) && (after === undefined || index < after.place!),
  )
}

/** The unit after which the pair's block stood, or before which, as far as the following version has it; null in an empty text. */
export function unitInPlaceOf(pair: BlockPair, { following, fromBase, fromAnswer }: Trace): UnitId | null {
  for (const [index, kept] of [
    [pair.newIndex, fromAnswer],
    [pair.oldIndex, fromBase],
  ] as const) {
    if (index === null) continue
    const near = [...kept.values()].flatMap(([one]) => one ?? [])
    const [before, after] = [nearest(near, index, -1), nearest(near, index, 1)]
    const beside = before ?? after
    if (beside) return following[beside.newIndex]!.unit
  }
  return following[0]?.unit ?? null
}

/** Among the pairs whose old block stands before `index` (-1) or after it (1), the one that stands next to it. */
function nearest(pairs: readonly KeptPair[], index: number, side: 1 | -1): KeptPair | undefined {
  let best: KeptPair | undefined
  for (const pair of pairs) {
    const distance = (pair.oldIndex - index) * side
    if (distance > 0 && (!best || distance < (best.oldIndex - index) * side)) best = pair
  }
  return best
}
