/**
 * Moving a unit, in both languages. The binding would rewrite every block between the two places if a block
 * moved in one transaction, and words typed meanwhile by others would land in wrong blocks: so a move is a
 * deletion and an insertion, dispatched one after the other.
 */
import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { blockAtHead, blocksOf, type PlacedBlock } from '../blocks/blocks-of.ts'
import { REPAIR_LATER } from '../blocks/id-repair.ts'
import type { EditorPair } from '../editor-pair.ts'
import type { Row } from '../rows/row-layout.ts'
import { blocksBefore, blocksOfRow, rowOfCaret } from './row-blocks.ts'

/**
 * Exchanges the caret's row with the one above (-1) or below (1). Of the two, the row in which nobody else
 * is writing is the one that is really taken out and put in; a locked one never is, so that two locked rows stay.
 */
export function moveUnit(
  pair: EditorPair,
  language: Language,
  by: -1 | 1,
  othersIn: (unit: string) => boolean = () => false,
): boolean {
  const at = rowOfCaret(pair, language)
  if (!at) return false
  const { rows } = pair.rows.get().layout
  const upper = by === -1 ? at.index - 1 : at.index
  const [above, below] = [rows[upper], rows[upper + 1]]
  if (!above || !below) return false
  const [upperLocked, lowerLocked] = [pair.isLocked(above.unit), pair.isLocked(below.unit)]
  if (upperLocked && lowerLocked) {
    pair.notify({ kind: 'locked' })
    return true
  }
  const preferred = by === -1 ? !othersIn(above.unit) : othersIn(below.unit)
  const movesUpper = upperLocked ? false : lowerLocked || preferred
  pair.undo.together(() => {
    for (const each of LANGUAGES) exchange(pair.views[each], each, rows, upper, movesUpper)
  })
  pair.views[language].dispatch(pair.views[language].state.tr.scrollIntoView())
  return true
}

/** Brings the blocks that `language` has of a unit elsewhere to the row where the other language has them. */
export function bringHere(pair: EditorPair, language: Language, row: Row): void {
  const { rows } = pair.rows.get().layout
  const cell = row[language]
  if (cell.state !== 'elsewhere') return
  const view = pair.views[language]
  const { doc } = view.state
  const moved = blocksOfRow(rows, cell.row, language, doc)
  const above = blocksBefore(rows, rows.indexOf(row), language)
  const target = blocksOf(doc)[above]?.from ?? doc.content.size
  pair.undo.together(() => moveBlocks(view, moved, target))
}

/** The blocks of two neighbouring rows in one language change places; nothing happens where one is empty. */
function exchange(
  view: EditorView,
  language: Language,
  rows: readonly Row[],
  upper: number,
  movesUpper: boolean,
): void {
  const above = blocksOfRow(rows, upper, language, view.state.doc)
  const below = blocksOfRow(rows, upper + 1, language, view.state.doc)
  if (!above.length || !below.length) return
  if (movesUpper) moveBlocks(view, above, below.at(-1)!.to)
  else moveBlocks(view, below, above[0]!.from)
}

/** Takes neighbouring blocks out and puts them in before `target`, a position in the present document. */
function moveBlocks(view: EditorView, blocks: readonly PlacedBlock[], target: number): void {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return
  const nodes: Node[] = blocks.map(block => block.node)
  const caret = caretWithin(view, first.from, last.to)
  const deletion = view.state.tr.delete(first.from, last.to)
  const place = deletion.mapping.map(target)
  view.dispatch(deletion.setMeta(REPAIR_LATER, true))
  const insertion = view.state.tr.insert(place, Fragment.from(nodes))
  if (caret !== undefined) insertion.setSelection(TextSelection.create(insertion.doc, place + caret))
  view.dispatch(insertion)
}

/** Offset of the caret from `from`, when it is inside the range that moves. */
function caretWithin(view: EditorView, from: number, to: number): number | undefined {
  const { head } = view.state.selection
  return blockAtHead(view.state) && head > from && head < to ? head - from : undefined
}
