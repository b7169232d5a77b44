/** Comparisons and texts as lines that a person can write and read in a test. */
import type { Comparison, ComparisonRow, Segment } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block, BlockKind } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'

export type Lines = { readonly fr: readonly string[]; readonly ja: readonly string[] }

/** Blocks from lines such as "u1 | Text" or "u1 commitment | Text". A second block of a unit gets an id of its own. */
export function textOf(lines: Lines): BilingualText {
  const blocks = (language: 'fr' | 'ja') => {
    const met = new Map<string, number>()
    return lines[language].map((line): Block => {
      const bar = line.indexOf(' | ')
      const [unit = '', kind = 'paragraph'] = line.slice(0, bar).split(' ')
      const text = line.slice(bar + 3)
      met.set(unit, (met.get(unit) ?? 0) + 1)
      return {
        id: `${language}-${unit}-${met.get(unit)}` as BlockId,
        unit: unit as UnitId,
        kind: kind as BlockKind,
        level: 1,
        content: text ? [{ type: 'text', text }] : [],
      }
    })
  }
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/** The changed rows: "key kinds alarm", then each pair; [-old-]{+new+}, with ~ for typography; "left key". */
export function redline(comparison: Comparison): string[] {
  return comparison.slots.flatMap(({ row: index, place }) => {
    const row = comparison.rows[index]!
    if (place === 'left') return [`left ${row.key}`]
    return row.kinds.length ? rowLines(row) : []
  })
}

function rowLines(row: ComparisonRow): string[] {
  const head = [row.key, ...row.kinds, ...(row.alarm ? [row.alarm] : [])].join(' ')
  return [
    head,
    ...LANGUAGES.flatMap(language =>
      row[language].pairs.map(pair => `  ${language} ${pair.segments.map(marked).join('')}`),
    ),
  ]
}

export function marked({ type, text, typographic }: Segment): string {
  const layer = typographic ? '~' : ''
  return type === 'equal' ? text : type === 'delete' ? `[${layer}-${text}-]` : `{${layer}+${text}+}`
}
