/**
 * What lies before a side that decides: each amendment of the answer with its decision, and how the draft stands
 * towards it at this moment.
 */
import type { Amendment, AmendmentPlan } from '../../../shared/compare/amendments.ts'
import type { Standing } from '../../../shared/compare/carry-out.ts'
import { isSubstantial } from '../../../shared/compare/change-kinds.ts'
import type { Comparison, ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { AmendmentsView, DecisionView } from '../../../shared/protocol/views.ts'
import { arrivalsOf } from '../../editor/amendments/arrivals.ts'
import type { AmendmentState } from '../../editor/amendments/editor-amendments.ts'
import { layOutRows } from '../../editor/rows/row-layout.ts'

export type AmendmentItem = {
  readonly amendment: Amendment
  /** Of the comparison, in reading order of the answer. */
  readonly rows: readonly ComparisonRow[]
  /** Null while undecided. */
  readonly decision: DecisionView | null
  readonly standing: Standing
  /** Units of the draft that the amendment is about, in the draft's order, with their numbers there. */
  readonly units: readonly NumberedUnit[]
  /** Where none of them stands in the draft: the number of the unit they would follow; 0 at the beginning. */
  readonly after: number | null
  /** Key of the section it stands in; null before the first heading. */
  readonly section: string | null
  /** More than typography and marks. */
  readonly substantial: boolean
}

export type NumberedUnit = { readonly unit: UnitId; readonly number: number }

/** A heading of the answer with the amendments below it. */
export type AmendmentSection = { readonly key: string; readonly heading: ComparisonRow }

export type AmendmentDesk = {
  readonly view: AmendmentsView
  readonly plan: AmendmentPlan
  /** Amendments whose words were taken into the draft. */
  readonly accepted: ReadonlySet<AmendmentKey>
  /** In reading order of the answer. */
  readonly items: readonly AmendmentItem[]
  /** Those that hold an amendment, in order. */
  readonly sections: readonly AmendmentSection[]
}

export function stateOf({ decision }: Pick<AmendmentItem, 'decision'>): AmendmentState {
  return decision?.outcome ?? 'undecided'
}

/** Number of each unit of the draft, as the margin shows it. */
export function unitNumbers(draft: BilingualText): ReadonlyMap<UnitId, number> {
  return new Map(layOutRows(draft).rows.map(row => [row.unit, row.number]))
}

/** The amendments whose words were taken into the draft, whole or changed. */
export function carriedOut(decisions: readonly Pick<DecisionView, 'amendment' | 'outcome'>[]) {
  return new Set(
    decisions
      .filter(({ outcome }) => outcome === 'accepted' || outcome === 'modified')
      .map(({ amendment }) => amendment),
  )
}

/** Each amendment with its decision and its standing (`standings`), and where it stands in the draft. */
export function amendmentItems(
  view: AmendmentsView,
  plan: AmendmentPlan,
  accepted: ReadonlySet<AmendmentKey>,
  draft: BilingualText,
  standings: ReadonlyMap<AmendmentKey, Standing>,
): AmendmentItem[] {
  const rowOf = new Map(view.comparison.rows.map(row => [row.key, row]))
  const decisions = new Map(view.decisions.map(decision => [decision.amendment, decision]))
  const sectionOf = sectionsByRow(view.comparison)
  const numbers = unitNumbers(draft)
  return plan.amendments.map((amendment): AmendmentItem => {
    const rows = amendment.rows.map(key => rowOf.get(key)!)
    const units = numbered([...amendment.oldUnits, ...amendment.newUnits], numbers)
    return {
      amendment,
      rows,
      decision: decisions.get(amendment.key) ?? null,
      standing: standings.get(amendment.key)!,
      units,
      after: units.length ? null : placeAfter(draft, plan, amendment, rows, accepted, numbers),
      section: sectionOf.get(rows[0]!.key)?.key ?? null,
      substantial: isSubstantial(amendment.kinds),
    }
  })
}

/** The sections that hold one of the items, in reading order. */
export function sectionsOf(comparison: Comparison, items: readonly AmendmentItem[]): AmendmentSection[] {
  const used = new Set(items.map(({ section }) => section))
  const sections = new Map(
    [...sectionsByRow(comparison).values()].map(heading => [heading.key, { key: heading.key, heading }]),
  )
  return [...sections.values()].filter(({ key }) => used.has(key))
}

/** Whether the amendment says anything new in this language. */
export function changesIn({ rows }: Pick<AmendmentItem, 'rows'>, language: 'fr' | 'ja'): boolean {
  return rows.some(row => row[language].kinds.length > 0)
}

function numbered(units: readonly UnitId[], numbers: ReadonlyMap<UnitId, number>): NumberedUnit[] {
  return [...new Set(units)]
    .flatMap(unit => {
      const number = numbers.get(unit)
      return number === undefined ? [] : [{ unit, number }]
    })
    .sort((a, b) => a.number - b.number)
}

function placeAfter(
  draft: BilingualText,
  plan: AmendmentPlan,
  amendment: Amendment,
  rows: readonly ComparisonRow[],
  accepted: ReadonlySet<AmendmentKey>,
  numbers: ReadonlyMap<UnitId, number>,
): number | null {
  const arrival = arrivalsOf(draft, plan, amendment, rows, accepted)[0]
  if (!arrival) return null
  const before = LANGUAGES.flatMap(language => {
    const id = arrival.blocks[language].length ? arrival.after[language] : null
    const block = id && draft[language].find(each => each.id === id)
    return block ? [numbers.get(block.unit) ?? 0] : []
  })
  return Math.max(0, ...before)
}

/** The heading above each row, itself included, in the order of the new text. */
function sectionsByRow({ rows, slots }: Comparison): Map<string, ComparisonRow> {
  const sections = new Map<string, ComparisonRow>()
  let heading: ComparisonRow | undefined
  for (const slot of slots) {
    if (slot.place !== 'here') continue
    const row = rows[slot.row]!
    if (row.newUnit !== null && isHeading(row)) heading = row
    if (heading) sections.set(row.key, heading)
  }
  return sections
}

function isHeading(row: ComparisonRow): boolean {
  return LANGUAGES.some(language => row[language].pairs.some(pair => pair.new?.kind === 'heading'))
}
