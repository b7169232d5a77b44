/**
 * From rows to blocks and back, by position: ids may be doubled for a moment after concurrent moves, and a
 * command must then still act on the blocks one sees.
 */
import type { Node } from '@tiptap/pm/model'
import type { Language } from '../../../shared/model/language.ts'
import { blockAtHead, blocksOf, type PlacedBlock } from '../blocks/blocks-of.ts'
import type { EditorPair } from '../editor-pair.ts'
import type { Row } from '../rows/row-layout.ts'

/** The blocks that stand in row `index`, in one language. */
export function blocksOfRow(
  rows: readonly Row[],
  index: number,
  language: Language,
  doc: Node,
): PlacedBlock[] {
  const row = rows[index]
  const first = blocksBefore(rows, index, language)
  return blocksOf(doc).slice(first, first + (row ? count(row, language) : 0))
}

/** How many blocks of a language stand above row `index`. */
export function blocksBefore(rows: readonly Row[], index: number, language: Language): number {
  return rows.slice(0, index).reduce((sum, row) => sum + count(row, language), 0)
}

/** The row the caret of an editor is in. */
export function rowOfCaret(
  pair: EditorPair,
  language: Language,
): { readonly row: Row; readonly index: number } | undefined {
  const block = blockAtHead(pair.views[language].state)
  if (!block) return undefined
  const { rows } = pair.rows.get().layout
  let seen = 0
  const index = rows.findIndex(row => {
    seen += count(row, language)
    return seen > block.index
  })
  const row = rows[index]
  return row && { row, index }
}

function count(row: Row, language: Language): number {
  const cell = row[language]
  return cell.state === 'here' ? cell.blocks.length : 0
}
