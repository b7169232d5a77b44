/** Where the blocks of the base and of its answer are in the version that followed, in one language. */
import type { BilingualText, Block } from '../model/bilingual-text.ts'
import type { Language } from '../model/language.ts'
import type { BlockPair, Comparison } from './comparison.ts'

/** A base block beside an answer's, or either beside a following one; see `BlockPair` for the coordinates. */
export type KeptPair = BlockPair & {
  readonly old: Block
  readonly new: Block
  readonly oldIndex: number
  readonly newIndex: number
}

type ByIndex = ReadonlyMap<number, readonly KeptPair[]>

export type Trace = {
  readonly language: Language
  /** The blocks of the following version. */
  readonly following: readonly Block[]
  /** Pairs of base and answer, by the base's block and by the answer's. */
  readonly amended: { readonly byOld: ByIndex; readonly byNew: ByIndex }
  /** Pairs with the following version, by their old block. What only seems to be there is left out. */
  readonly fromBase: ByIndex
  readonly fromAnswer: ByIndex
}

export function traceOf(
  language: Language,
  amended: Comparison,
  raw: { readonly fromBase: Comparison; readonly fromAnswer: Comparison },
  following: BilingualText,
): Trace {
  const pairs = keptPairs(amended, language)
  const [fromBase, fromAnswer] = [keptPairs(raw.fromBase, language), keptPairs(raw.fromAnswer, language)]
  const byOld = grouped(pairs, 'oldIndex')
  const byNew = grouped(pairs, 'newIndex')
  const [ofBase, ofAnswer] = [grouped(fromBase, 'oldIndex'), grouped(fromAnswer, 'oldIndex')]
  const inBase = grouped(fromBase, 'newIndex')
  const inAnswer = grouped(fromAnswer, 'newIndex')
  return {
    language,
    following: following[language],
    amended: { byOld, byNew },
    fromBase: grouped(
      fromBase.filter(
        pair => byOld.has(pair.oldIndex) || !isOther(pair, inAnswer, byNew, 'oldIndex', ofBase),
      ),
      'oldIndex',
    ),
    fromAnswer: grouped(
      fromAnswer.filter(
        pair => byNew.has(pair.oldIndex) || !isOther(pair, inBase, byOld, 'newIndex', ofAnswer),
      ),
      'oldIndex',
    ),
  }
}

/** Places in the following version of the pair's block of that text, in order of that block. */
export function blocksOf(trace: Trace, pair: BlockPair, text: 'base' | 'answer'): number[] {
  const index = text === 'base' ? pair.oldIndex : pair.newIndex
  if (index === null) return []
  const kept = (text === 'base' ? trace.fromBase : trace.fromAnswer).get(index) ?? []
  return kept.map(({ newIndex }) => newIndex)
}

/** The place of the block that the pair has become; undefined when both its blocks are gone. */
export function placeOf(trace: Trace, pair: BlockPair): number | undefined {
  const [ofAnswer, ofBase] = [blocksOf(trace, pair, 'answer'), blocksOf(trace, pair, 'base')]
  // Of a merged block the part that is meant.
  const shared = ofAnswer.find(index => ofBase.includes(index))
  const [first, second] = pair.kinds.includes('merged') ? [ofBase, ofAnswer] : [ofAnswer, ofBase]
  return shared ?? first[0] ?? second[0]
}

export type PlacedBlock = { readonly block: Block; readonly index: number }

/** All that a pair is part of: one block of the base and one of the answer, or a split or merge of some. */
export type LinkOfPair = {
  readonly old: readonly PlacedBlock[]
  readonly new: readonly PlacedBlock[]
  /** Base beside answer, in order. */
  readonly pairs: readonly KeptPair[]
  /** The same blocks beside those of the following version. */
  readonly fromBase: readonly KeptPair[]
  readonly fromAnswer: readonly KeptPair[]
}

export function linkOf(pair: BlockPair, { amended, fromBase, fromAnswer }: Trace): LinkOfPair {
  const byOld = pair.oldIndex === null ? [] : (amended.byOld.get(pair.oldIndex) ?? [])
  const byNew = pair.newIndex === null ? [] : (amended.byNew.get(pair.newIndex) ?? [])
  const pairs = [...(byOld.length > byNew.length ? byOld : byNew)]
  pairs.sort((x, y) => x.oldIndex - y.oldIndex || x.newIndex - y.newIndex)
  const ofPairs: readonly BlockPair[] = pairs.length ? pairs : [pair]
  const old = placed(ofPairs.map(each => [each.old, each.oldIndex]))
  const now = placed(ofPairs.map(each => [each.new, each.newIndex]))
  return {
    old,
    new: now,
    pairs,
    fromBase: old.flatMap(({ index }) => fromBase.get(index) ?? []),
    fromAnswer: now.flatMap(({ index }) => fromAnswer.get(index) ?? []),
  }
}

/** Each block once. */
function placed(blocks: readonly (readonly [Block | null, number | null])[]): PlacedBlock[] {
  const byIndex = new Map<number, Block>()
  for (const [block, index] of blocks) if (block && index !== null) byIndex.set(index, block)
  return [...byIndex].map(([index, block]) => ({ block, index }))
}

function keptPairs(comparison: Comparison, language: Language): KeptPair[] {
  return comparison.rows.flatMap(row => row[language].pairs.filter(isKept))
}

function isKept(pair: BlockPair): pair is KeptPair {
  return pair.old !== null && pair.new !== null
}

function grouped(pairs: readonly KeptPair[], by: 'oldIndex' | 'newIndex'): Map<number, KeptPair[]> {
  const groups = new Map<number, KeptPair[]>()
  for (const pair of pairs) {
    const known = groups.get(pair[by])
    if (known) known.push(pair)
    else groups.set(pair[by], [pair])
  }
  for (const group of groups.values()) group.sort((x, y) => x.fromA - y.fromA || x.newIndex - y.newIndex)
  return groups
}

/**
 * A block that the answer deleted may look like another block of the following version, and so may one that
 * it put in: that block is the other one if the other text has it to the letter. Of two that both have it to
 * the letter the one without another place is meant.
 */
function isOther(
  pair: KeptPair,
  claims: ByIndex,
  amended: ByIndex,
  partner: 'oldIndex' | 'newIndex',
  places: ByIndex,
): boolean {
  const claim = claims.get(pair.newIndex)?.find(isExact)
  if (!claim) return false
  if (!isExact(pair)) return true
  const twin = amended.get(claim.oldIndex)?.[0]?.[partner]
  return twin !== undefined && !(places.get(twin) ?? []).some(({ newIndex }) => newIndex !== pair.newIndex)
}

/** The same characters, objects and marks; kinds aside. */
export function isExact({ segments, formatting }: BlockPair): boolean {
  return formatting.length === 0 && segments.every(({ type }) => type === 'equal')
}
