/** Splits and merges around blocks that are already paired: a half that kept the id, a part across a gap. */
import type { GapAligner } from './align-gap.ts'
import type { FlatBlock } from './flat-blocks.ts'
import type { Link, Pairing } from './pairing.ts'

/** Free blocks, and the changed blocks beside them that may have been split or merged. */
export function openBlocks(a: readonly FlatBlock[], b: readonly FlatBlock[], pairing: Pairing): FlatBlock[] {
  const open = new Set<FlatBlock>()
  for (const i of pairing.freeOld()) open.add(a[i]!)
  for (const j of pairing.freeNew()) open.add(b[j]!)
  for (const { old, now } of changedPairs(a, b, pairing)) open.add(old).add(now)
  return [...open]
}

/** Pairs of other words with a free block in reach. */
function changedPairs(a: readonly FlatBlock[], b: readonly FlatBlock[], pairing: Pairing) {
  const pairs: { readonly old: FlatBlock; readonly now: FlatBlock }[] = []
  for (const old of a) {
    const now = b[pairing.newOf[old.index]!]
    if (!now || now.identity === old.identity || pairing.isGrouped(old.index)) continue
    if (hasFreeNear(old.index, pairing.newOf) || hasFreeNear(now.index, pairing.oldOf))
      pairs.push({ old, now })
  }
  return pairs
}

function hasFreeNear(at: number, partner: Int32Array): boolean {
  const end = Math.min(at + REACH, partner.length - 1)
  for (let i = Math.max(at - REACH, 0); i <= end; i++) if (i !== at && partner[i] === -1) return true
  return false
}

/** A paired block may have been split, its first half keeping the id, or merged with a free neighbour. */
export function joinNeighbours(
  a: readonly FlatBlock[],
  b: readonly FlatBlock[],
  pairing: Pairing,
  aligner: GapAligner,
): void {
  for (const { old, now } of changedPairs(a, b, pairing)) {
    const splits = runsAround(now.index, b, pairing.oldOf).map(parts => ({
      bead: { old: [old.index], new: parts.map(part => part.index) },
      score: aligner.joint(old, parts),
    }))
    const merges = runsAround(old.index, a, pairing.newOf).map(parts => ({
      bead: { old: parts.map(part => part.index), new: [now.index] },
      score: aligner.joint(now, parts),
    }))
    const best = [...splits, ...merges].reduce((x, y) => (y.score > x.score ? y : x), {
      bead: null,
      score: 0,
    } as {
      bead: Link | null
      score: number
    })
    if (best.bead) pairing.link(best.bead)
  }
}

/** The farthest that the parts of a split or merge stand apart: others may have moved in between, or out. */
const REACH = 4

/** The block with one or two of the nearest free blocks before and after it. */
function runsAround(at: number, blocks: readonly FlatBlock[], partner: Int32Array): FlatBlock[][] {
  const near = (step: 1 | -1) => {
    const places: number[] = []
    for (let i = at + step; Math.abs(i - at) <= REACH && i >= 0 && i < blocks.length; i += step)
      if (partner[i] === -1) places.push(i)
    return places
  }
  const [before, after] = [near(-1).slice(0, 2), near(1).slice(0, 2)]
  const singles = [...before, ...after].map(place => [place])
  const others = [...singles, ...(before.length > 1 ? [before] : []), ...(after.length > 1 ? [after] : [])]
  if (before.length && after.length) others.push([before[0]!, after[0]!])
  return others.map(places => [at, ...places].sort((x, y) => x - y).map(place => blocks[place]!))
}
