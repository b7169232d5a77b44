/**
 * What changed between two bilingual texts, as plain data: the same for everyone, on every machine with
 * the same ICU, and enough to turn the old text into the new one and back (apply-comparison.ts).
 *
 * A is the old text, B the new one. `fromA`/`toA` and `fromB`/`toB` are half-open ranges in UTF-16 code
 * units of `plainText(old block)` and `plainText(new block)`: offsets in the editor's block. No range cuts
 * a grapheme or a figure.
 *
 * One row is one unit. Each row holds per language the pairs of blocks that it compares; each pair holds
 * the word changes as segments. Show a pair by walking its segments with `sliceContent` (slice-content.ts),
 * which gives the marks and inline objects of a range.
 */
import type { BilingualText, Block, Mark } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import { alignBlocks } from './align-blocks.ts'
import { assemble } from './assemble-comparison.ts'
import { deletedPair, insertedPair, type PairSetting, pairsOfParts, wholePair } from './block-pairs.ts'
import type { ChangeKind } from './change-kinds.ts'
import { movedLinks, planRows, type RowPlan, unitWeights } from './comparison-rows.ts'
import { type FactsOfBoth, readsAnew } from './fact-changes.ts'
import { flatBlocks } from './flat-blocks.ts'
import { sharedLexicon } from './lexicon.ts'
import { relinking } from './linked-units.ts'

export { CHANGE_KINDS, type ChangeKind, SUBSTANTIAL_KINDS } from './change-kinds.ts'

export type Comparison = {
  readonly format: 'concordance-comparison/1'
  /** Reading order of the new text; a deleted unit stands at its old place. */
  readonly rows: readonly ComparisonRow[]
  /**
   * Where rows are printed: every row once with `here`, in the order of `rows`; a moved row also with `left`
   * at its old place, where only a pointer is printed.
   */
  readonly slots: readonly Slot[]
  readonly counts: ComparisonCounts
}

export type Slot = {
  /** Index in `rows`. */
  readonly row: number
  readonly place: 'here' | 'left'
}

export type ComparisonRow = {
  /** Unique among the rows and the same on every computation: the new unit's id, or `-` and the old one's. */
  readonly key: string
  /** The units of the old text found in this row, in its reading order: none when inserted, several when merged. */
  readonly oldUnits: readonly UnitId[]
  /** Null when the unit was deleted. */
  readonly newUnit: UnitId | null
  /** Places in the reading order (`unitOrder`) of the old and the new text, from 0; null where it is not. */
  readonly oldPosition: number | null
  readonly newPosition: number | null
  readonly fr: LanguageComparison
  readonly ja: LanguageComparison
  /** Those of both languages together, in the order of `CHANGE_KINDS`; empty when the unit is unchanged. */
  readonly kinds: readonly ChangeKind[]
  /**
   * In this language only, the words changed, or the place, or the block kind: the other one may no longer say
   * the same.
   */
  readonly alarm: Alarm | null
}
export type Alarm = 'fr-only' | 'ja-only'

export type LanguageComparison = {
  /** In the order of the new text; a deleted block where it stood. Empty when neither text has the language. */
  readonly pairs: readonly BlockPair[]
  readonly kinds: readonly ChangeKind[]
}

/**
 * An old block beside the new block it became; one of them is null when it was inserted or deleted.
 *
 * A split gives one pair per new block, each with its part of the same old block; a merge gives one pair
 * per old block, each with its part of the same new block. The parts of a block cover it without overlap.
 */
export type BlockPair = {
  readonly old: Block | null
  readonly new: Block | null
  /** Places in the language's list of blocks, from 0; null where there is no block. */
  readonly oldIndex: number | null
  readonly newIndex: number | null
  /** The part of each block that the pair is about; 0 and 0 where there is no block. */
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
  /** In reading order, covering the part of both blocks without gap or overlap. */
  readonly segments: readonly Segment[]
  /** Ranges of `equal` segments whose marks differ. */
  readonly formatting: readonly FormattingChange[]
  readonly kinds: readonly ChangeKind[]
}

/** A replacement is a `delete` followed at once by an `insert`. */
export type Segment = {
  readonly type: 'equal' | 'insert' | 'delete'
  /** Characters of the new block for `equal` and `insert`, of the old one for `delete`. */
  readonly text: string
  /** Empty (`fromA === toA`) for an insert. */
  readonly fromA: number
  readonly toA: number
  /** Empty for a delete. */
  readonly fromB: number
  readonly toB: number
  /** A change without effect on the words, which a reader may hide; false for `equal`. */
  readonly typographic: boolean
}

export type FormattingChange = {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
  /** The types of mark that differ, sorted. */
  readonly marks: readonly Mark['type'][]
}

export type ComparisonCounts = {
  readonly rows: number
  /** Rows with any kind of change. */
  readonly changed: number
  /** Rows with a kind of `SUBSTANTIAL_KINDS`. */
  readonly substantial: number
  readonly alarms: number
  /** Rows per kind of change, in either language and in each. */
  readonly kinds: KindCounts
  readonly fr: KindCounts
  readonly ja: KindCounts
}
export type KindCounts = { readonly [K in ChangeKind]: number }

export type ComparisonOptions = {
  /** Leave the words as the raw comparison has them, without clean-up for reading. Default false. */
  readonly raw?: boolean
  /**
   * What the facts read as in each text: a fact that reads otherwise in a language counts as `modified` there, in a
   * segment that is `equal`. Left out, facts are told apart by their ids only.
   */
  readonly facts?: FactsOfBoth
}

/**
 * Compares `a` (old) with `b` (new). Pure and deterministic: equal texts give deeply equal results.
 * Blocks are matched by id, else by content; words are compared per language.
 */
export function compareTexts(
  a: BilingualText,
  b: BilingualText,
  options: ComparisonOptions = {},
): Comparison {
  const lexicons = { fr: sharedLexicon('fr'), ja: sharedLexicon('ja') }
  const old = { fr: flatBlocks(a.fr), ja: flatBlocks(a.ja) }
  const now = { fr: flatBlocks(b.fr), ja: flatBlocks(b.ja) }
  const links = {
    fr: alignBlocks(old.fr, now.fr, lexicons.fr),
    ja: alignBlocks(old.ja, now.ja, lexicons.ja),
  }
  const weights = once(() => unitWeights(b))
  const plan = planRows(a, b, links, weights)
  const relinked = relinking(a, b, links)
  const pairs = { fr: new Map<string, BlockPair[]>(), ja: new Map<string, BlockPair[]>() }
  for (const language of LANGUAGES) {
    const setting = {
      lexicon: lexicons[language],
      raw: options.raw ?? false,
      isLinked: relinked.isLinked,
      readsAnew: readsAnewIn(language, options.facts),
    }
    const moved = movedLinks(links[language], b[language], plan, weights)
    const add = ({ key }: RowPlan, pair: BlockPair) => {
      const known = pairs[language].get(key)
      if (known) known.push(pair)
      else pairs[language].set(key, [pair])
    }
    const [before, after] = [old[language], now[language]]
    const [isLinkedOld, isLinkedNew] = [new Uint8Array(before.length), new Uint8Array(after.length)]
    for (const link of links[language]) {
      for (const i of link.old) isLinkedOld[i] = 1
      for (const j of link.new) isLinkedNew[j] = 1
      const isMoved = moved.has(link)
      if (link.old.length === 1 && link.new.length === 1) {
        const block = after[link.new[0]!]!
        add(plan.rowOfNew(block.block.unit), wholePair(before[link.old[0]!]!, block, isMoved, setting))
        continue
      }
      const parts = { old: link.old.map(i => before[i]!), new: link.new.map(j => after[j]!), moved: isMoved }
      for (const pair of pairsOfParts(parts, setting)) add(plan.rowOfNew(pair.new!.unit), pair)
    }
    for (const block of after)
      if (!isLinkedNew[block.index]) add(plan.rowOfNew(block.block.unit), insertedPair(block))
    for (const block of before)
      if (!isLinkedOld[block.index]) add(plan.rowOfOld(block.block.unit), deletedPair(block))
  }
  return assemble(plan, pairs, relinked.units)
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function readsAnewIn(language: Language, facts: ComparisonOptions['facts']): PairSetting['readsAnew'] {
  return facts ? fact => readsAnew(fact, language, facts) : null
}
