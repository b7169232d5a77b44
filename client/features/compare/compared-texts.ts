/** What stands for a row where there is no room for it. */
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import { firstWords } from '../../../shared/model/first-words.ts'
import type { Language } from '../../../shared/model/language.ts'

/** The first words of a row, to point at it from elsewhere. At most `length` characters. */
export function excerpt(row: ComparisonRow, language: Language, length: number): string {
  const pair = row[language].pairs[0]
  return firstWords(pair?.new ?? pair?.old ?? null, length)
}
