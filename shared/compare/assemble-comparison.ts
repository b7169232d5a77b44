/** Puts the pairs of both languages into their rows, names the kinds of change, raises alarms and counts. */
import type { Language } from '../model/language.ts'
import { CHANGE_KINDS, type ChangeKind, COUNTERPARTS, isSubstantial, kindsOf } from './change-kinds.ts'
import type {
  Alarm,
  BlockPair,
  Comparison,
  ComparisonCounts,
  ComparisonRow,
  LanguageComparison,
  Slot,
} from './comparison.ts'
import type { Plan } from './comparison-rows.ts'
import type { Relinking } from './linked-units.ts'

export type PairsByRow = { readonly [L in Language]: ReadonlyMap<string, readonly BlockPair[]> }

/**
 * The comparison from the planned rows and the pairs of each, by the row's key. `linked` are the new units that a
 * block came to, or left: a row that lost one has no pair to show it.
 */
export function assemble(plan: Plan, pairs: PairsByRow, linked: Relinking['units']): Comparison {
  const rows = plan.slots
    .filter(({ place }) => place === 'here')
    .map(({ row }): ComparisonRow => {
      const isLinked = (language: Language) => row.newUnit !== null && linked[language].has(row.newUnit)
      const fr = languageComparison(pairs.fr.get(row.key) ?? [], isLinked('fr'))
      const ja = languageComparison(pairs.ja.get(row.key) ?? [], isLinked('ja'))
      return { ...row, fr, ja, kinds: kindsOf([fr, ja]), alarm: alarmOf(fr.kinds, ja.kinds) }
    })
  const indexOf = new Map(rows.map((row, index) => [row.key, index]))
  const slots: Slot[] = []
  for (const { row, place } of plan.slots) {
    const index = indexOf.get(row.key)!
    if (place === 'here' || rows[index]!.kinds.includes('moved')) slots.push({ row: index, place })
  }
  return { format: 'concordance-comparison/1', rows, slots, counts: countsOf(rows) }
}

function languageComparison(pairs: readonly BlockPair[], isLinked: boolean): LanguageComparison {
  const kinds = kindsOf(isLinked ? [...pairs, LINKED] : pairs)
  if (pairs.length < 2) return { pairs, kinds }
  const ordered = pairs
    .filter(pair => pair.newIndex !== null)
    .sort((x, y) => x.newIndex! - y.newIndex! || x.fromB - y.fromB || x.oldIndex! - y.oldIndex!)
  for (const pair of pairs.filter(({ newIndex }) => newIndex === null)) {
    const before = ordered.findLastIndex(({ oldIndex }) => oldIndex !== null && oldIndex < pair.oldIndex!)
    ordered.splice(before + 1, 0, pair)
  }
  return { pairs: ordered, kinds }
}

const LINKED = { kinds: ['linked'] as const }

/** Words, place and shape are weighed apart: a unit moved in both languages may still say something else in one. */
function alarmOf(fr: readonly ChangeKind[], ja: readonly ChangeKind[]): Alarm | null {
  if (!fr.length && !ja.length) return null
  for (const alike of COUNTERPARTS) {
    const [inFrench, inJapanese] = [fr, ja].map(kinds => kinds.some(kind => alike.includes(kind)))
    if (inFrench !== inJapanese) return inFrench ? 'fr-only' : 'ja-only'
  }
  return null
}

function countsOf(rows: readonly ComparisonRow[]): ComparisonCounts {
  const changed = rows.filter(({ kinds }) => kinds.length)
  const count = (of: (row: ComparisonRow) => readonly ChangeKind[]) => {
    const counts = Object.fromEntries(CHANGE_KINDS.map(kind => [kind, 0])) as { [K in ChangeKind]: number }
    for (const row of changed) for (const kind of of(row)) counts[kind]++
    return counts
  }
  return {
    rows: rows.length,
    changed: changed.length,
    substantial: changed.filter(({ kinds }) => isSubstantial(kinds)).length,
    alarms: changed.filter(({ alarm }) => alarm).length,
    kinds: count(row => row.kinds),
    fr: count(row => row.fr.kinds),
    ja: count(row => row.ja.kinds),
  }
}
