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
  const inB = uniques(b, ({ block }) => block.id)
  for (const [id, i] of uniques(a, ({ block }) => block.id)) {
    const j = inB.get(id)
    if (i >= 0 && j !== undefined && j >= 0) pairing.pair(i, j)
  }
}

/**
 * An Enter at the start of a paragraph leaves its id on the empty first half: the block with the very same
 * text is the old one, if it is free.
 */
function preferIdentical(a: readonly FlatBlock[], b: readonly FlatBlock[], pairing: Pairing): void {
  const changed = a.filter(({ index, identity }) => {
    const j = pairing.newOf[index]!
    return j >= 0 && b[j]!.identity !== identity
  })
  if (!changed.length) return
  const [inA, inB] = [uniques(a, block => block.identity), uniques(b, block => block.identity)]
  for (const { index: i, identity, text } of changed) {
    const j = inB.get(identity) ?? -1
    if (text.trim() !== '' && inA.get(identity)! >= 0 && j >= 0 && pairing.oldOf[j] === -1) {
      pairing.unpair(i)
      pairing.pair(i, j)
    }
  }
  for (const { index: j, identity, text } of b) {
    const i = inA.get(identity) ?? -1
    const other = pairing.oldOf[j]!
    if (text.trim() === '' || other < 0 || inB.get(identity)! < 0 || i < 0 || pairing.newOf[i] !== -1)
      continue
    if (a[other]!.identity === identity) continue
    pairing.unpair(other)
    pairing.pair(i, j)
  }
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
