/** The pairs of a link: an old block beside its new block, with the word changes between them. */
import type { FactId } from '../model/ids.ts'
import type { WordChange } from './change-edges.ts'
import { CHANGE_KINDS, type ChangeKind } from './change-kinds.ts'
import type { BlockPair, Segment } from './comparison.ts'
import { type FlatBlock, tokensOf } from './flat-blocks.ts'
import { formattingChanges, hasMarks } from './formatting.ts'
import type { Lexicon } from './lexicon.ts'
import type { Relinking } from './linked-units.ts'
import { sharedEdges } from './shared-edges.ts'
import { sliceContent } from './slice-content.ts'
import { diffTokens } from './token-hunks.ts'
import { type Tokens, tokenise, tokenPart } from './tokens.ts'
import { segmentsOf, wordChanges } from './word-changes.ts'

export type LinkedBlocks = {
  readonly old: readonly FlatBlock[]
  readonly new: readonly FlatBlock[]
  readonly moved: boolean
}

/** What the pairs of one language have in common. */
export type PairSetting = {
  readonly lexicon: Lexicon
  /** Leave the words as the raw comparison has them. */
  readonly raw: boolean
  readonly isLinked: Relinking['isLinked']
  /** Whether the fact reads otherwise in the new text; null when none does. */
  readonly readsAnew: ((fact: FactId) => boolean) | null
}

/** One pair per part of a split or merged block. */
export function pairsOfParts(link: LinkedBlocks, setting: PairSetting): BlockPair[] {
  const [a, b] = [link.old[0]!, link.new[0]!]
  const { moved } = link
  const isSplit = link.old.length === 1
  const [whole, parts] = isSplit ? [a, link.new] : [b, link.old]
  const wholeTokens = tokensOf(whole, setting.lexicon)
  const partTokens = parts.map(part => tokensOf(part, setting.lexicon))
  const cuts = [0, ...cutsOfWhole(wholeTokens, partTokens), wholeTokens.id.length]
  return parts.map((part, index) => {
    const piece = tokenPart(wholeTokens, cuts[index]!, cuts[index + 1]!)
    const [old, now] = isSplit ? [piece.tokens, partTokens[index]!] : [partTokens[index]!, piece.tokens]
    const [fromA, fromB] = isSplit ? [piece.from, 0] : [0, piece.from]
    const changes = wordChanges(old, now, setting.lexicon, setting.raw)
    const segments = segmentsOf(changes, old.text, now.text, fromA, fromB)
    const range = { fromA, toA: fromA + old.text.length, fromB, toB: fromB + now.text.length }
    const shape = isSplit ? 'split' : 'merged'
    return pairOf(isSplit ? a : part, isSplit ? part : b, segments, { range, shape, moved }, setting)
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

/** The pair of a 1-1 link. */
export function wholePair(a: FlatBlock, b: FlatBlock, moved: boolean, setting: PairSetting): BlockPair {
  if (!moved && isUnchanged(a, b, setting)) return unchangedPair(a, b)
  const changes = a.identity === b.identity ? [] : changesBetween(a, b, setting)
  const range = { fromA: 0, toA: a.text.length, fromB: 0, toB: b.text.length }
  const segments = segmentsOf(changes, a.text, b.text)
  return pairOf(a, b, segments, { range, shape: null, moved }, setting)
}

/** Most pairs; said without a look at their words. */
function isUnchanged(a: FlatBlock, b: FlatBlock, { isLinked }: PairSetting): boolean {
  const [old, now] = [a.block, b.block]
  return (
    a.isPlain &&
    a.identity === b.identity &&
    old.kind === now.kind &&
    old.level === now.level &&
    !hasMarks(old.content) &&
    !hasMarks(now.content) &&
    !isLinked(old.unit, now.unit)
  )
}

function unchangedPair(a: FlatBlock, b: FlatBlock): BlockPair {
  const { text } = b
  const range = { fromA: 0, toA: text.length, fromB: 0, toB: text.length }
  return {
    old: a.block,
    new: b.block,
    oldIndex: a.index,
    newIndex: b.index,
    ...range,
    segments: text ? [{ type: 'equal', text, ...range, typographic: false }] : [],
    formatting: NONE,
    kinds: NONE,
  }
}

const NONE: readonly never[] = []

function changesBetween(a: FlatBlock, b: FlatBlock, { lexicon, raw }: PairSetting): WordChange[] {
  const edges = a.isPlain && b.isPlain ? sharedEdges(a.text, b.text, lexicon.language) : null
  if (!edges || edges.start + edges.end === 0)
    return wordChanges(tokensOf(a, lexicon), tokensOf(b, lexicon), lexicon, raw)
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

type PairShape = {
  readonly range: Pick<BlockPair, 'fromA' | 'toA' | 'fromB' | 'toB'>
  readonly shape: 'split' | 'merged' | null
  readonly moved: boolean
}

function pairOf(
  a: FlatBlock,
  b: FlatBlock,
  segments: readonly Segment[],
  { range, shape, moved }: PairShape,
  { isLinked, readsAnew }: PairSetting,
): BlockPair {
  const formatting = formattingChanges(a.block, b.block, segments)
  const kinds = new Set<ChangeKind>()
  if (moved) kinds.add('moved')
  if (shape) kinds.add(shape)
  else if (isLinked(a.block.unit, b.block.unit)) kinds.add('linked')
  if (a.block.kind !== b.block.kind || a.block.level !== b.block.level) kinds.add('kind')
  // A bracket says that the words are not agreed: that is substance.
  for (const { marks } of formatting) kinds.add(marks.includes('bracket') ? 'modified' : 'formatting')
  if (readsAnew && factsKept(a, segments).some(readsAnew)) kinds.add('modified')
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

/** The facts in the unchanged words. */
function factsKept({ block, isPlain }: FlatBlock, segments: readonly Segment[]): FactId[] {
  if (isPlain) return []
  return segments
    .filter(({ type }) => type === 'equal')
    .flatMap(({ fromA, toA }) => sliceContent(block.content, fromA, toA))
    .flatMap(inline => (inline.type === 'fact' ? [inline.fact] : []))
}

/** The white space at which a block was split, or that a merge put in. */
function isSpaceAtEdge(segment: Segment, range: PairShape['range']): boolean {
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
