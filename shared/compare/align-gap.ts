/**
 * A dynamic programme over the unmatched blocks of one gap, in order, with beads 1-1, 1-0, 0-1, 1-2, 2-1,
 * 1-3 and 3-1.
 */
import type { FlatBlock } from './flat-blocks.ts'
import { longestIncreasing } from './longest-increasing.ts'
import type { Link } from './pairing.ts'
import { type Bag, type Bags, containment, similarity } from './similarity.ts'

export type GapAligner = {
  /** The beads with blocks on both sides, as places in the language's lists. */
  readonly align: (old: readonly FlatBlock[], now: readonly FlatBlock[]) => Link[]
  /** How well `parts` together make `whole`, from .6 to 1; 0 when they do not. */
  readonly joint: (whole: FlatBlock, parts: readonly FlatBlock[]) => number
}

/** Least similarity at which two blocks in the same place count as one that was modified. */
const PAIRED = 0.34
/** A split or merge: each part is at least half contained (a small one wholly), together they are like the whole. */
const CONTAINED = 0.5
const SMALL_PART = 0.15
const SMALL_CONTAINED = 0.8
const JOINT = 0.6
/** … and more like it than the best part alone, by half of what the smallest part can add. */
const GAIN = 0.25
/** Above this many cells a gap is first cut at blocks that are each other's best match. */
const MAX_CELLS = 250_000

export function createGapAligner(bags: Bags): GapAligner {
  const joint = (whole: FlatBlock, parts: readonly FlatBlock[]) => {
    const [bag, partBags] = [bags.bagOf(whole), parts.map(part => bags.bagOf(part))]
    const total = partBags.reduce((sum, part) => sum + part.total, 0)
    const least = Math.min(...partBags.map(part => part.total)) / total
    const isContained = (part: Bag) =>
      containment(part, bag, bags) >= (part.total < SMALL_PART * total ? SMALL_CONTAINED : CONTAINED)
    if (!partBags.every(isContained)) return 0
    const score = similarity(bag, bags.joined(partBags), bags)
    const alone = Math.max(...partBags.map(part => similarity(bag, part, bags)))
    return score >= JOINT && score >= alone + GAIN * least ? score : 0
  }
  return { joint, align: (old, now) => alignGap(old, now, bags, joint) }
}

function alignGap(
  old: readonly FlatBlock[],
  now: readonly FlatBlock[],
  bags: Bags,
  joint: GapAligner['joint'],
): Link[] {
  if (!old.length || !now.length) return []
  if (old.length * now.length <= MAX_CELLS) return programme(old, now, bags, joint)
  const anchors = mutualBests(old, now, bags)
  if (!anchors.length) return []
  const beads: Link[] = []
  let [x, y] = [0, 0]
  for (const [i, j] of [...anchors, [old.length, now.length] as const]) {
    beads.push(...alignGap(old.slice(x, i), now.slice(y, j), bags, joint))
    if (i < old.length) beads.push({ old: [old[i]!.index], new: [now[j]!.index] })
    ;[x, y] = [i + 1, j + 1]
  }
  return beads
}

/** Steps of the programme: how many old and new blocks a bead takes. */
const STEPS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const

function programme(
  old: readonly FlatBlock[],
  now: readonly FlatBlock[],
  bags: Bags,
  joint: GapAligner['joint'],
): Link[] {
  const [n, m] = [old.length, now.length]
  const [oldBags, newBags] = [old.map(bags.bagOf), now.map(bags.bagOf)]
  const overlaps = overlapTable(oldBags, newBags, bags)
  const alike = (i: number, j: number) => {
    const sum = oldBags[i]!.total + newBags[j]!.total
    const sameKind = old[i]!.block.kind === now[j]!.block.kind
    return sum === 0 ? 0 : ((2 * overlaps[i * m + j]!) / sum) * (sameKind ? 1 : 0.9)
  }
  /** Worth of a bead ending before old `i` and new `j`; shared features are counted per block covered. */
  const worth = (i: number, j: number, di: number, dj: number): number => {
    if (di === 0 || dj === 0) return 0
    if (di === 1 && dj === 1) {
      const score = alike(i - 1, j - 1)
      return score >= PAIRED ? 2 * score : -1
    }
    let shared = 0
    let total = 0
    for (let x = i - di; x < i; x++) {
      total += oldBags[x]!.total
      for (let y = j - dj; y < j; y++) shared += overlaps[x * m + y]!
    }
    for (let y = j - dj; y < j; y++) total += newBags[y]!.total
    if (2 * shared < JOINT * total || total === 0) return -1
    const score =
      di === 1 ? joint(old[i - 1]!, now.slice(j - dj, j)) : joint(now[j - 1]!, old.slice(i - di, i))
    return score > 0 ? (di + dj) * score : -1
  }
  const best = new Float64Array((n + 1) * (m + 1)).fill(-1)
  const step = new Uint8Array((n + 1) * (m + 1))
  best[0] = 0
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++)
      STEPS.forEach(([di, dj], index) => {
        if (i < di || j < dj) return
        const before = best[(i - di) * (m + 1) + j - dj]!
        const gain = before < 0 ? -1 : worth(i, j, di, dj)
        if (gain < 0 || before + gain <= best[i * (m + 1) + j]!) return
        best[i * (m + 1) + j] = before + gain
        step[i * (m + 1) + j] = index
      })
  const beads: Link[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [di, dj] = STEPS[step[i * (m + 1) + j]!]!
    if (di && dj)
      beads.push({
        old: old.slice(i - di, i).map(block => block.index),
        new: now.slice(j - dj, j).map(block => block.index),
      })
    i -= di
    j -= dj
  }
  return beads.reverse()
}

/** Overlap of each old with each new bag, row by row. */
function overlapTable(old: readonly Bag[], now: readonly Bag[], { weightOf }: Bags): Float64Array {
  const table = new Float64Array(old.length * now.length)
  const postings = postingsOf(now)
  old.forEach((bag, i) => {
    for (const [feature, count] of bag.counts) {
      const places = postings.get(feature)
      if (!places) continue
      for (let p = 0; p < places.length; p += 2)
        table[i * now.length + places[p]!]! += weightOf(feature) * Math.min(count, places[p + 1]!)
    }
  })
  return table
}

/** For each feature, the bags that have it and how often: [bag, count, bag, count, …]. */
export function postingsOf(bags: readonly Bag[]): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  bags.forEach((bag, place) => {
    for (const [feature, count] of bag.counts) {
      const list = postings.get(feature)
      if (list) list.push(place, count)
      else postings.set(feature, [place, count])
    }
  })
  return postings
}

/** Places [old, new] of blocks that are each other's best match, in the longest order that both sides share. */
function mutualBests(
  old: readonly FlatBlock[],
  now: readonly FlatBlock[],
  bags: Bags,
): (readonly [number, number])[] {
  const [oldBags, newBags] = [old.map(bags.bagOf), now.map(bags.bagOf)]
  const postings = postingsOf(newBags)
  const bestNew = new Int32Array(old.length).fill(-1)
  const bestOld = new Int32Array(now.length).fill(-1)
  const bestScore = new Float64Array(now.length)
  const shared = new Float64Array(now.length)
  oldBags.forEach((bag, i) => {
    const touched: number[] = []
    for (const [feature, count] of bag.counts) {
      const places = postings.get(feature)
      if (!places || places.length > 2 * COMMON) continue
      for (let p = 0; p < places.length; p += 2) {
        const j = places[p]!
        if (shared[j] === 0) touched.push(j)
        shared[j]! += bags.weightOf(feature) * Math.min(count, places[p + 1]!)
      }
    }
    let top = PAIRED
    for (const j of touched) {
      const score = (2 * shared[j]!) / (bag.total + newBags[j]!.total)
      if (score > top) [top, bestNew[i]] = [score, j]
      if (score > bestScore[j]!) [bestScore[j], bestOld[j]] = [score, i]
      shared[j] = 0
    }
  })
  const mutual = [...bestNew.keys()].filter(i => bestNew[i]! >= 0 && bestOld[bestNew[i]!] === i)
  return longestIncreasing(mutual.map(i => bestNew[i]!)).map(
    index => [mutual[index]!, bestNew[mutual[index]!]!] as const,
  )
}

/** Features of more blocks than this are no landmark in a large gap. */
const COMMON = 40
