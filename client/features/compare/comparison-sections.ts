/** The sections of a compared text, by the headings of the new one. */
import type { BlockPair, Comparison, ComparisonRow } from '../../../shared/compare/comparison.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'

export type Section = {
  /** Key of the heading's row. */
  readonly key: string
  readonly heading: ComparisonRow
  readonly level: number
  /** Keys of its rows, the heading and deeper sections included. */
  readonly rows: ReadonlySet<string>
}

/** In reading order. What stands before the first heading is in none. A deleted heading opens none. */
export function sectionsOf({ rows, slots }: Pick<Comparison, 'rows' | 'slots'>): Section[] {
  const found: { readonly heading: ComparisonRow; readonly level: number; readonly rows: Set<string> }[] = []
  let open: typeof found = []
  for (const slot of slots) {
    const row = rows[slot.row]!
    if (slot.place !== 'here') continue
    const level = row.newUnit === null ? null : headingLevel(row)
    if (level !== null) {
      const section = { heading: row, level, rows: new Set<string>() }
      open = [...open.filter(each => each.level < level), section]
      found.push(section)
    }
    for (const section of open) section.rows.add(row.key)
  }
  return found.map(section => ({ ...section, key: section.heading.key }))
}

/** From 1; null when the row is no heading. A title heads the whole text and is none. */
export function headingLevel(row: ComparisonRow): number | null {
  for (const language of LANGUAGES)
    for (const pair of row[language].pairs) {
      const block = pair.new ?? pair.old
      if (block?.kind === 'heading') return block.level
    }
  return null
}

/** A heading or the title. */
export function isHeading(row: ComparisonRow): boolean {
  return LANGUAGES.some(language => row[language].pairs.some(isHeadingPair))
}

function isHeadingPair(pair: BlockPair): boolean {
  const kind = (pair.new ?? pair.old)?.kind
  return kind === 'heading' || kind === 'title'
}
