/**
 * What became of each amendment in the version that followed: of the words, places, kinds and marks that the
 * answer changed, which does the following version have, the answer's or the base's?
 *
 * The method is that of three-way merging, read backwards (Khanna, Kunal, Pierce, "A Formal Investigation of
 * Diff3", 2007): two raw comparisons, base → following and answer → following, as maps of characters. Where
 * both maps and the amendment agree on a character the three texts are in step; between two such characters
 * the following version has the answer's words and nothing else (taken), the base's (not taken), or neither.
 */
import type { Fate } from '../model/amendment.ts'
import { type BilingualText, unitOrder } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import { type BlockPair, type Comparison, type ComparisonRow, compareTexts } from './comparison.ts'
import { fateOfAlignment, linkedPairs, type Traces } from './fate-alignment.ts'
import { fateOfExact } from './fate-exact.ts'
import { fateOfPlace, unitInPlaceOf } from './fate-place.ts'
import { fateOfFormatting, fateOfKind } from './fate-shape.ts'
import { fatesOfWords } from './fate-words.ts'
import { blocksOf, type Trace, traceOf } from './trace-blocks.ts'

export type { Fate } from '../model/amendment.ts'

/** An amendment as the rows of `compareTexts(base, answer)` that it is made of, by their keys. */
export type AmendmentRows = { readonly key: string; readonly rows: readonly string[] }

export type FateInput = {
  /** The version that was answered. */
  readonly base: BilingualText
  readonly answer: BilingualText
  /** The version that followed the answer. */
  readonly following: BilingualText
  /** Every row that has a kind of change, each an amendment with its key, when left out. */
  readonly amendments?: readonly AmendmentRows[]
  /** `compareTexts(base, answer)`, if it is at hand. */
  readonly comparison?: Comparison
}

export type AmendmentFate = {
  readonly key: string
  readonly fate: Fate
  /** Null when the amendment does not touch the language. */
  readonly fr: Fate | null
  readonly ja: Fate | null
  /** Units of the following version where it is now, or where it would be, in reading order. */
  readonly in: readonly UnitId[]
}

/** The fates of the amendments, in their order. Throws on a row that the comparison does not have. */
export function fatesOf(input: FateInput): AmendmentFate[] {
  const { base, answer, following } = input
  const comparison = input.comparison ?? compareTexts(base, answer)
  const raw = {
    fromBase: compareTexts(base, following, { raw: true }),
    fromAnswer: compareTexts(answer, following, { raw: true }),
  }
  const traces = {
    fr: traceOf('fr', comparison, raw, following),
    ja: traceOf('ja', comparison, raw, following),
  }
  const rows = new Map(comparison.rows.map(row => [row.key, row]))
  const place = new Map(unitOrder(following).map((unit, index) => [unit, index]))
  const amendments =
    input.amendments ??
    comparison.rows.filter(({ kinds }) => kinds.length).map(({ key }) => ({ key, rows: [key] }))
  return amendments.map(({ key, rows: keys }) => {
    const touched = keys.map(rowKey => {
      const row = rows.get(rowKey)
      if (!row) throw new Error(`the comparison has no row ${rowKey}`)
      return row
    })
    const [fr, ja] = LANGUAGES.map(language => fateIn(touched, language, traces))
    const fate = together([fr!, ja!].filter(one => one !== null)) ?? 'in-part'
    const there = LANGUAGES.flatMap(language => unitsIn(touched, traces[language], fate))
    const units = there.length
      ? there
      : LANGUAGES.flatMap(language => unitBeside(touched, traces[language]) ?? [])
    return {
      key,
      fate,
      fr: fr!,
      ja: ja!,
      in: [...new Set(units)].sort((x, y) => place.get(x)! - place.get(y)!),
    }
  })
}

/** All alike, or in part; null of none. */
function together(fates: readonly Fate[]): Fate | null {
  const [first] = fates
  if (first === undefined) return null
  return fates.every(fate => fate === first) ? first : 'in-part'
}

function pairsIn(rows: readonly ComparisonRow[], language: Language): readonly BlockPair[] {
  return rows.flatMap(row => row[language].pairs)
}

function fateIn(rows: readonly ComparisonRow[], language: Language, traces: Traces): Fate | null {
  if (rows.every(row => !row[language].kinds.length)) return null
  const trace = traces[language]
  const fates = [
    ...pairsIn(rows, language).flatMap(pair => fatesOfPair(pair, trace)),
    ...rows.flatMap(row => linkedPairs(row, trace)).map(pair => fateOfAlignment(pair, language, traces)),
  ]
  // Nothing to hold the following version against: somebody has to look.
  return together(fates) ?? 'in-part'
}

function fatesOfPair(pair: BlockPair, trace: Trace): Fate[] {
  if (!pair.kinds.length) return []
  const exact = fateOfExact(pair, trace)
  const there = exact
    ? [exact]
    : [...fatesOfWords(pair, trace), fateOfKind(pair, trace), ...fateOfFormatting(pair, trace)]
  const place = fateOfPlace(pair, trace, together(there.filter(fate => fate !== null)))
  return [...there, place].filter(fate => fate !== null)
}

/** Where the answer's block is once taken, the base's when not, either in part. */
function unitsIn(rows: readonly ComparisonRow[], trace: Trace, fate: Fate): UnitId[] {
  const here = pairsIn(rows, trace.language).flatMap(pair => {
    const [ofAnswer, ofBase] = [blocksOf(trace, pair, 'answer'), blocksOf(trace, pair, 'base')]
    if (fate === 'taken' && ofAnswer.length) return ofAnswer
    if (fate === 'not-taken' && ofBase.length) return ofBase
    return [...ofAnswer, ...ofBase]
  })
  return here.map(index => trace.following[index]!.unit)
}

/** The place where it would be. */
function unitBeside(rows: readonly ComparisonRow[], trace: Trace): UnitId | undefined {
  for (const pair of pairsIn(rows, trace.language)) {
    const unit = unitInPlaceOf(pair, trace)
    if (unit !== null) return unit
  }
}
