/**
 * Generated numbers that are not what they were: "3." is now "4." because a commitment was put in above. No kind
 * of change, since nobody changed the unit; shown beside those that are.
 */
import type { Block } from '../model/bilingual-text.ts'
import { type BlockNumbers, blockNumbers } from '../model/block-numbers.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { Comparison, ComparisonRow } from './comparison.ts'
import { newText, oldText } from './texts-of-comparison.ts'

/** As printed; null where the unit has no number. */
export type NumberChange = { readonly old: string | null; readonly new: string | null }

/**
 * By the key of each row that is in both texts and whose number differs, as `language` prints it, or the other one
 * where `language` has no block. Bullets are no numbers.
 */
export function numberChanges(
  comparison: Pick<Comparison, 'rows'>,
  language: Language = 'fr',
): ReadonlyMap<string, NumberChange> {
  const old = blockNumbers(oldText(comparison))
  const now = blockNumbers(newText(comparison))
  const changes = new Map<string, NumberChange>()
  for (const row of comparison.rows) {
    if (row.newUnit === null || !row.oldUnits.length) continue
    const change = {
      old: numberOf(row, language, 'old', old),
      new: numberOf(row, language, 'new', now),
    }
    if (change.old !== change.new) changes.set(row.key, change)
  }
  return changes
}

function numberOf(
  row: ComparisonRow,
  language: Language,
  text: 'old' | 'new',
  numbers: BlockNumbers,
): string | null {
  for (const each of [language, ...LANGUAGES.filter(other => other !== language)])
    for (const pair of row[each].pairs) {
      const block = pair[text]
      // Of a block that was split only the part at its start carries the number.
      const starts = (text === 'old' ? pair.fromA : pair.fromB) === 0
      const number = block && starts && isNumbered(block) && numbers.get(block.id)
      if (number) return number
    }
  return null
}

function isNumbered({ kind }: Block): boolean {
  return kind === 'commitment' || kind === 'number'
}
