/** The two texts of a comparison, put together again from its pairs, for what needs them whole: numbers. */
import type { BlockPair, Comparison, ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import { firstWords } from '../../../shared/model/first-words.ts'
import type { Language } from '../../../shared/model/language.ts'

export function oldText(comparison: Pick<Comparison, 'rows'>): BilingualText {
  return textOf(comparison, pair => [pair.old, pair.oldIndex])
}

export function newText(comparison: Pick<Comparison, 'rows'>): BilingualText {
  return textOf(comparison, pair => [pair.new, pair.newIndex])
}

/** The first words of a row, to point at it from elsewhere. At most `length` characters. */
export function excerpt(row: ComparisonRow, language: Language, length: number): string {
  const pair = row[language].pairs[0]
  return firstWords(pair?.new ?? pair?.old ?? null, length)
}

type Picked = readonly [block: Block | null, index: number | null]

/** A split or merged block stands in several pairs and is taken once. */
function textOf(comparison: Pick<Comparison, 'rows'>, pick: (pair: BlockPair) => Picked): BilingualText {
  const blocks = (language: Language) => {
    const byIndex: (Block | undefined)[] = []
    for (const row of comparison.rows)
      for (const pair of row[language].pairs) {
        const [block, index] = pick(pair)
        if (block && index !== null) byIndex[index] = block
      }
    return byIndex.filter(block => block !== undefined)
  }
  return { fr: blocks('fr'), ja: blocks('ja') }
}
