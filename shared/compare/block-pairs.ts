/** The pairs of a link: an old block beside its new block, with the word changes between them. */

import type { WordChange } from './change-edges.ts'
import { CHANGE_KINDS, type ChangeKind } from './change-kinds.ts'
import type { BlockPair, ComparisonOptions, Segment } from './comparison.ts'
import type { FlatBlock } from './flat-blocks.ts'
import { formattingChanges } from './formatting.ts'
import type { Lexicon } from './lexicon.ts'
import { sharedEdges } from './shared-edges.ts'
import { diffTokens } from './token-hunks.ts'
import { type Tokens, tokenise, tokenPart } from './tokens.ts'
import { segmentsOf, wordChanges } from './word-changes.ts'

export type LinkedBlocks = {
  readonly old: readonly FlatBlock[]
  readonly new: readonly FlatBlock[]
  readonly moved: boolean
}

/** One pair for a 1-1 link, else one per part of the split or merged block. */
export function pairsOfLink(link: LinkedBlocks, lexicon: Lexicon, options: ComparisonOptions): BlockPair[] {
  const [a, b] = [link.old[0]!, link.new[0]!]
  if (link.old.length === 1 && link.new.length === 1) return [wholePair(a, b, link.moved, lexicon, options)]
  const isSplit = link.old.length === 1
  const [whole, parts] = isSplit ? [a, link.new] : [b, link.old]
  const cuts = [
    0,
    ...cutsOfWhole(
      whole.tokens(),
      parts.map(part => part.tokens()),
    ),
    whole.tokens().id.length,
  ]
  return parts.map((part, index) => {
    const piece = tokenPart(whole.tokens(), cuts[index]!, cuts[index + 1]!)
    const [old, now] = isSplit ? [piece.tokens, part.tokens()] : [part.tokens(), piece.tokens]
    const [fromA, fromB] = isSplit ? [piece.from, 0] : [0, piece.from]
    const segments = segmentsOf(wordChanges(old, now, lexicon, options.raw), old.text, now.text, fromA, fromB)
    return pairOf(isSplit ? a : part, isSplit ? part : b, segments, {
      range: { fromA, toA: fromA + old.text.length, fromB, toB: fromB + now.text.length },
      shape: isSplit ? 'split' : 'merged',
      moved: link.moved,
    })
  })
}

export function deletedPair({ block, index, text }: FlatBlock): BlockPair {
  const range = { fromA: 0, toA: text.length, fromB: 0, toB: 0 }
  const segments: Segment[] = text ? [{ type: 'delete', text, ...range, typographic: false }] : []
  return {
    old: block,
    new: null,
    oldIndex: index,
    newIndex: null,
    ...range,
    segments,
    formatting: [],
    kinds: ['deleted'],
  }
}

export function insertedPair({ block, index, text }: FlatBlock): BlockPair {
  const range = { fromA: 0, toA: 0, fromB: 0, toB: text.length }
  const segments: Segment[] = text ? [{ type: 'insert', text, ...range, typographic: false }] : []
  return {
    old: null,
    new: block,
    oldIndex: null,
    newIndex: index,
    ...range,
    segments,
    formatting: [],
    kinds: ['inserted'],
  }
}

function wholePair(
  a: FlatBlock,
  b: FlatBlock,
  moved: boolean,
  lexicon: Lexicon,
  options: ComparisonOptions,
): BlockPair {
  const changes = a.identity === b.identity ? [] : changesBetween(a, b, lexicon, options)
  const range = { fromA: 0, toA: a.text.length, fromB: 0, toB: b.text.length }
  return pairOf(a, b, segmentsOf(changes, a.text, b.text), { range, shape: null, moved })
}

function changesBetween(
  a: FlatBlock,
  b: FlatBlock,
  lexicon: Lexicon,
  { raw }: ComparisonOptions,
): WordChange[] {
  const edges = a.isPlain && b.isPlain ? sharedEdges(a.text, b.text, lexicon.language) : null
  if (!edges || edges.start + edges.end === 0) return wordChanges(a.tokens(), b.tokens(), lexicon, raw)
  const { start, end } = edges
  const middle = (text: string) => tokenise([], text.slice(start, text.length - end), lexicon)
  return wordChanges(middle(a.text), middle(b.text), lexicon, raw).map(
    ({ fromA, toA, fromB, toB, typographic }) => ({
      fromA: fromA + start,
      toA: toA + start,
      fromB: fromB + start,
      toB: toB + start,
      typographic,
    }),
  )
}

type PairFacts = {
  readonly range: Pick<BlockPair, 'fromA' | 'toA' | 'fromB' | 'toB'>
  readonly shape: 'split' | 'merged' | null
  readonly moved: boolean
}

function pairOf(
  a: FlatBlock,
  b: FlatBlock,
  segments: readonly Segment[],
  { range, shape, moved }: PairFacts,
): BlockPair {
  const formatting = formattingChanges(a.block, b.block, segments)
  const kinds = new Set<ChangeKind>()
  if (moved) kinds.add('moved')
  if (shape) kinds.add(shape)
  if (a.block.kind !== b.block.kind || a.block.level !== b.block.level) kinds.add('kind')
  // A bracket says that the words are not agreed: that is substance.
  for (const { marks } of formatting) kinds.add(marks.includes('bracket') ? 'modified' : 'formatting')
  for (const segment of segments)
    if (segment.type !== 'equal' && !(shape && isSpaceAtEdge(segment, range)))
      kinds.add(segment.typographic ? 'typographic' : 'modified')
  return {
    old: a.block,
    new: b.block,
    oldIndex: a.index,
    newIndex: b.index,
    ...range,
    segments,
    formatting,
    kinds: CHANGE_KINDS.filter(kind => kinds.has(kind)),
  }
}

/** The white space at which a block was split, or that a merge put in. */
function isSpaceAtEdge(segment: Segment, range: PairFacts['range']): boolean {
  const atEdge =
    (segment.toA === range.toA && segment.toB === range.toB) ||
    (segment.fromA === range.fromA && segment.fromB === range.fromB)
  return atEdge && segment.text.trim() === ''
}

/** Between two parts in the list of all their tokens; no token has this id. */
const SEPARATOR = -1

/** The tokens of `whole` at which its parts begin, the first left out: one cut fewer than parts, in order. */
function cutsOfWhole(whole: Tokens, parts: readonly Tokens[]): number[] {
  const joined = parts.flatMap((part, index) => (index ? [SEPARATOR, ...part.id] : part.id))
  const cuts: number[] = []
  let [x, y] = [0, 0]
  for (const hunk of diffTokens(whole.id, joined)) {
    ;[x, y] = [hunk.a0, hunk.b0]
    for (; y < hunk.b1; y++) {
      if (joined[y] !== SEPARATOR) continue
      // Replaced words around the separator are shared out as they lie before and after it.
      const share = (y - hunk.b0) / Math.max(hunk.b1 - hunk.b0 - 1, 1)
      cuts.push(Math.max(cuts.at(-1) ?? 0, x + Math.round((hunk.a1 - x) * share)))
    }
  }
  return cuts
}
