/**
 * Which old blocks became which new ones, in one language: by id, then by identical text, then by likeness
 * in place (align-gap.ts), then by likeness anywhere (find-moves.ts).
 */
import { createGapAligner } from './align-gap.ts'
import { findMoves } from './find-moves.ts'
import type { FlatBlock } from './flat-blocks.ts'
import { joinNeighbours, openBlocks } from './join-neighbours.ts'
import type { Lexicon } from './lexicon.ts'
import { type Link, Pairing } from './pairing.ts'
import { createBags } from './similarity.ts'
import { diffTokens } from './token-hunks.ts'

/** The links, in the order of their first old block. A block in no link was deleted or inserted. */
export function alignBlocks(a: readonly FlatBlock[], b: readonly FlatBlock[], lexicon: Lexicon): Link[] {
  const pairing = new Pairing(a.length, b.length)
  pairById(a, b, pairing)
  preferIdentical(a, b, pairing)
  pairUniqueIdentical(a, b, pairing)
  pairIdenticalInGaps(a, b, pairing)
  if (pairing.freeOld().length || pairing.freeNew().length) {
    const bags = createBags(openBlocks(a, b, pairing), lexicon.language)
    const aligner = createGapAligner(bags)
    joinNeighbours(a, b, pairing, aligner)
    for (const gap of pairing.gaps())
      for (const bead of aligner.align(
        gap.old.map(i => a[i]!),
        gap.new.map(j => b[j]!),
      ))
        pairing.link(bead)
    joinNeighbours(a, b, pairing, aligner)
    const left = { old: pairing.freeOld().map(i => a[i]!), new: pairing.freeNew().map(j => b[j]!) }
    for (const { i, j } of findMoves(left.old, left.new, bags, lexicon)) pairing.pair(i, j)
  }
  return pairing.links()
}

/** Ids found once on each side. Copy and paste can leave an id twice: then it says nothing. */
function pairById(a: readonly FlatBlock[], b: readonly FlatBlock[], pairing: Pairing): void {
  const inB = new Map<string, number>()
  for (const { block, index } of b) inB.set(block.id, inB.has(block.id) ? -1 : index)
  for (const { block, index } of a) {
    const j = inB.get(block.id)
    if (j === undefined || j < 0) continue
    if (pairing.oldOf[j] === -1) pairing.pair(index, j)
    else {
      pairing.unpair(pairing.oldOf[j]!)
      inB.set(block.id, -1)
    }
  }
}

/**
 * An Enter at the start of a paragraph leaves its id on the empty first half: the block with the very same
 * text is the old one, if it is free.
 */
function preferIdentical(a: readonly FlatBlock[], b: readonly FlatBlock[], pairing: Pairing): void {
  const freeNew = byIdentity(pairing.freeNew().map(j => b[j]!))
  const freeOld = byIdentity(pairing.freeOld().map(i => a[i]!))
  const isChanged = (i: number, j: number) => i >= 0 && j >= 0 && a[i]!.identity !== b[j]!.identity
  if (freeNew.size)
    for (const { index: i, identity } of a) {
      if (!isChanged(i, pairing.newOf[i]!)) continue
      const j = freeNew.get(identity)
      if (j === undefined || pairing.oldOf[j] !== -1 || !isOnce(identity, a) || !isOnce(identity, b)) continue
      pairing.unpair(i)
      pairing.pair(i, j)
    }
  if (freeOld.size)
    for (const { index: j, identity } of b) {
      const other = pairing.oldOf[j]!
      if (!isChanged(other, j)) continue
      const i = freeOld.get(identity)
      if (i === undefined || pairing.newOf[i] !== -1 || !isOnce(identity, a) || !isOnce(identity, b)) continue
      pairing.unpair(other)
      pairing.pair(i, j)
      freeOld.set(a[other]!.identity, other)
    }
}

/** The place of each text among these blocks; blank ones say nothing. */
function byIdentity(blocks: readonly FlatBlock[]): Map<string, number> {
  return new Map(blocks.filter(({ text }) => text.trim()).map(({ identity, index }) => [identity, index]))
}

function isOnce(identity: string, blocks: readonly FlatBlock[]): boolean {
  let met = 0
  for (const block of blocks) if (block.identity === identity) met++
  return met === 1
}

/** Free blocks whose text is unique among the free ones of both sides, wherever they stand. */
function pairUniqueIdentical(a: readonly FlatBlock[], b: readonly FlatBlock[], pairing: Pairing): void {
  const freeB = pairing.freeNew().map(j => b[j]!)
  if (!freeB.length) return
  const inB = uniques(freeB, block => block.identity)
  const freeA = pairing.freeOld().map(i => a[i]!)
  for (const [identity, i] of uniques(freeA, block => block.identity)) {
    const j = inB.get(identity)
    if (i >= 0 && j !== undefined && j >= 0 && a[i]!.text.trim() !== '') pairing.pair(i, j)
  }
}

/** Texts that occur several times ("Fait à …", an empty block) are matched in order within a gap only. */
function pairIdenticalInGaps(a: readonly FlatBlock[], b: readonly FlatBlock[], pairing: Pairing): void {
  const ids = new Map<string, number>()
  const idOf = ({ identity }: FlatBlock) => {
    const known = ids.get(identity) ?? ids.size
    ids.set(identity, known)
    return known
  }
  for (const gap of pairing.gaps()) {
    const [old, now] = [gap.old.map(i => idOf(a[i]!)), gap.new.map(j => idOf(b[j]!))]
    let [x, y] = [0, 0]
    for (const hunk of [
      ...diffTokens(old, now),
      { a0: old.length, a1: old.length, b0: now.length, b1: now.length },
    ]) {
      for (; x < hunk.a0; x++, y++) pairing.pair(gap.old[x]!, gap.new[y]!)
      ;[x, y] = [hunk.a1, hunk.b1]
    }
  }
}

/** The place of each key met once, -1 for keys met more often. */
function uniques(blocks: readonly FlatBlock[], keyOf: (block: FlatBlock) => string): Map<string, number> {
  const places = new Map<string, number>()
  for (const block of blocks) {
    const key = keyOf(block)
    places.set(key, places.has(key) ? -1 : block.index)
  }
  return places
}
