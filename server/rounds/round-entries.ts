/** The table of a round: each amendment and each thread at its unit, in reading order of the answer. */
import type { ComparisonRow } from '../../shared/compare/comparison.ts'
import { type BilingualText, unitOrder } from '../../shared/model/bilingual-text.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { RoundAmendment, RoundEntry, RoundThread } from '../../shared/protocol/round-views.ts'
import type { RoundOutcomes } from './round-outcomes.ts'

/** A thread with the unit where it hangs; null where it hangs nowhere any more. */
export type PlacedThread = { readonly thread: RoundThread; readonly unit: UnitId | null }

/** Characters of the first words of a unit. */
const WORDS = { fr: 60, ja: 32 } as const

export function roundEntries(outcomes: RoundOutcomes, threads: readonly PlacedThread[]): RoundEntry[] {
  const { comparison, amendments, texts } = outcomes
  const rowOf = new Map(comparison.rows.map(row => [row.key, row]))
  const amendmentOfRow = new Map(amendments.flatMap(each => each.rows.map(row => [row, each.key])))
  const rowOfUnit = unitRows(comparison.rows)

  // Where a thread stands: at an amendment, at a row that says the same in both texts, or at a unit that came later.
  const keyOfUnit = (unit: UnitId): string => {
    const row = rowOfUnit.get(unit)
    return row ? (amendmentOfRow.get(row.key) ?? row.key) : unit
  }
  const threadsAt = Map.groupBy(
    threads.filter(({ unit }) => unit !== null),
    ({ unit }) => keyOfUnit(unit!),
  )
  const said = (key: string) => (threadsAt.get(key) ?? []).map(({ thread }) => thread)
  const unitsLater = [...threadsAt.values()].flatMap(([{ unit } = { unit: null }]) =>
    unit && !rowOfUnit.has(unit) ? [unit] : [],
  )

  const amended = amendments.map((amendment, index): RoundEntry => {
    const rows = amendment.rows.map(key => rowOf.get(key)!)
    return {
      ...placed(amendment.key, rows, texts),
      amendment: amendmentView(outcomes, index, rows),
      threads: said(amendment.key),
    }
  })
  const only = comparison.rows
    .filter(({ key }) => !amendmentOfRow.has(key) && threadsAt.has(key))
    .map((row): RoundEntry => ({ ...placed(row.key, [row], texts), amendment: null, threads: said(row.key) }))
  const later = unitsLater.map(
    (unit): RoundEntry => ({
      key: unit,
      place: { in: 'end', numbers: [unitOrder(texts.end!.text).indexOf(unit) + 1] },
      words: wordsOf(texts.end!.text, [unit]),
      amendment: null,
      threads: said(unit),
    }),
  )
  const orderOf = readingOrder(outcomes, rowOfUnit)
  return [...amended, ...only, ...later].sort((a, b) => orderOf(a) - orderOf(b))
}

/** The row in which each unit of either text stands; of a unit of the base, the first. */
function unitRows(rows: readonly ComparisonRow[]): ReadonlyMap<UnitId, ComparisonRow> {
  const found = new Map<UnitId, ComparisonRow>()
  for (const row of rows) if (row.newUnit !== null) found.set(row.newUnit, row)
  for (const row of rows) for (const unit of row.oldUnits) if (!found.has(unit)) found.set(unit, row)
  return found
}

/** Rows by their place; a unit that only the third text has follows the one that stands before it there. */
function readingOrder(
  { comparison, texts }: RoundOutcomes,
  rowOfUnit: ReadonlyMap<UnitId, ComparisonRow>,
): (entry: RoundEntry) => number {
  const rank = new Map(comparison.rows.map(({ key }, index) => [key, index]))
  const units = texts.end ? unitOrder(texts.end.text) : []
  return ({ key, place }) => {
    const known = rank.get(key)
    if (known !== undefined) return known
    const before = units.slice(0, place.numbers[0]! - 1).findLast(unit => rowOfUnit.has(unit))
    const after = before ? rank.get(rowOfUnit.get(before)!.key)! : -1
    return after + place.numbers[0]! / (units.length + 1)
  }
}

function placed(
  key: string,
  rows: readonly ComparisonRow[],
  { base, answer }: RoundOutcomes['texts'],
): Pick<RoundEntry, 'key' | 'place' | 'words'> {
  const now = rows.flatMap(({ newPosition }) => (newPosition === null ? [] : [newPosition + 1]))
  const before = rows.flatMap(({ oldPosition }) => (oldPosition === null ? [] : [oldPosition + 1]))
  const units = rows.flatMap(({ newUnit }) => newUnit ?? [])
  return now.length
    ? { key, place: { in: 'answer', numbers: now }, words: wordsOf(answer.text, units) }
    : {
        key,
        place: { in: 'base', numbers: before },
        words: wordsOf(
          base.text,
          rows.flatMap(({ oldUnits }) => oldUnits),
        ),
      }
}

function wordsOf(text: BilingualText, units: readonly UnitId[]): RoundEntry['words'] {
  const of = new Set(units)
  const [fr, ja] = LANGUAGES.map(language =>
    firstWords(text[language].find(({ unit }) => of.has(unit)) ?? null, WORDS[language]),
  )
  return { fr: fr!, ja: ja! }
}

function amendmentView(
  { amendments, decisions, fates }: RoundOutcomes,
  index: number,
  rows: readonly ComparisonRow[],
): RoundAmendment {
  const { key, kinds, alarm } = amendments[index]!
  const decision = decisions.find(({ amendment }) => amendment === key)
  const fate = fates?.amendments[index]
  return {
    key,
    kinds,
    alarm,
    rows,
    decision: decision ? { outcome: decision.outcome, reason: decision.reason } : null,
    fate: fate?.fate ?? null,
    differs: fate?.differs ?? false,
    now: fate?.fate === 'in-part' ? fate.now : [],
  }
}
