/** What differs from one wording of a unit to another. */
import { type ComparisonRow, compareTexts } from '../../../shared/compare/comparison.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'

export function rowsBetween(from: UnitWords, to: UnitWords): readonly ComparisonRow[] {
  return compareTexts(underIdsOf(to, from), to).rows
}

/** One paragraph is held against the other of the same place, whatever their ids. */
function underIdsOf(to: UnitWords, from: UnitWords): UnitWords {
  const unit = (to.fr[0] ?? to.ja[0])?.unit
  const blocks = (language: Language) =>
    from[language].map((block, index) => ({
      ...block,
      unit: unit ?? block.unit,
      id: to[language][index]?.id ?? block.id,
    }))
  return { fr: blocks('fr'), ja: blocks('ja') }
}
