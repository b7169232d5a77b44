/** What stands for a row where there is no room for it. */
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { Language } from '../../../shared/model/language.ts'

/** The first words of a row, to point at it from elsewhere. At most `length` characters. */
export function excerpt(row: ComparisonRow, language: Language, length: number): string {
  const pair = row[language].pairs[0]
  const text =
    (pair?.new ?? pair?.old)?.content.map(inline => (inline.type === 'text' ? inline.text : ' ')).join('') ??
    ''
  const characters = [...text.trim()]
  if (characters.length <= length) return characters.join('')
  // Back to the last space, where the language has any.
  return `${characters
    .slice(0, length)
    .join('')
    .replace(/\s+\S*$/, '')}…`
}
