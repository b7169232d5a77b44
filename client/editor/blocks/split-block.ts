/**
 * Enter. Inside a block it splits it: the second part is a block of the same unit, so that a unit of one
 * block becomes one of two without losing its other language. At the end of a block it begins a new one:
 * the paragraph that waits there in the other language, if there is one, else a new unit.
 */
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Language } from '../../../shared/model/language.ts'
import type { BlockAttributes } from '../../../shared/schema/block.ts'
import type { EditorPair } from '../editor-pair.ts'
import { blockAtHead, type PlacedBlock } from './blocks-of.ts'
import { PARAGRAPH, setShape } from './set-kind.ts'

/** Kinds that go on after Enter; after any other a paragraph follows. */
const CONTINUED: readonly string[] = ['recital', 'commitment', 'bullet', 'number', 'signature']

export function splitAtCaret(pair: EditorPair, language: Language): boolean {
  const view = pair.views[language]
  deleteSelected(view)
  const block = blockAtHead(view.state)
  if (!block) return false
  const { parentOffset } = view.state.selection.$head
  const atEnd = parentOffset === block.node.content.size
  pair.undo.closeStep(language)
  if (atEnd && block.node.childCount === 0 && CONTINUED.includes(block.attributes.kind))
    setShape(pair, language, [block], () => PARAGRAPH)
  else if (atEnd) insertAfter(view, block, nextAttributes(pair, language, block))
  else if (parentOffset === 0)
    insertBefore(view, block, { ...block.attributes, id: pair.newId(), unit: pair.newId() })
  else splitInside(view, { ...block.attributes, id: pair.newId() })
  return true
}

function deleteSelected(view: EditorView): void {
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection())
}

/** Kind and unit of the block that follows `block`. */
function nextAttributes(pair: EditorPair, language: Language, block: PlacedBlock): BlockAttributes {
  const { kind, level, unit } = block.attributes
  const waiting = waitingAfter(pair, language, unit)
  if (waiting) return { ...waiting, id: pair.newId() }
  const shape = CONTINUED.includes(kind) ? { kind, level } : PARAGRAPH
  return { ...shape, id: pair.newId(), unit: pair.newId() }
}

/** The next row, when this language is missing in it: what the other language has there. */
function waitingAfter(pair: EditorPair, language: Language, unit: string): BlockAttributes | undefined {
  const { rows } = pair.rows.get().layout
  const last = rows.findLastIndex(row => row.unit === unit && row[language].state === 'here')
  const next = rows[last + 1]
  const counterpart = next?.[language === 'fr' ? 'ja' : 'fr']
  if (next?.[language].state !== 'missing' || counterpart?.state !== 'here') return undefined
  return counterpart.blocks[0]
}

function insertAfter(view: EditorView, block: PlacedBlock, attributes: BlockAttributes): void {
  const transaction = view.state.tr.insert(block.to, view.state.schema.nodes.block!.create(attributes))
  transaction.setSelection(TextSelection.create(transaction.doc, block.to + 1))
  view.dispatch(transaction.scrollIntoView())
}

/** The words keep their block, and with it their comments: the new block is the empty one. */
function insertBefore(view: EditorView, block: PlacedBlock, attributes: BlockAttributes): void {
  view.dispatch(
    view.state.tr.insert(block.from, view.state.schema.nodes.block!.create(attributes)).scrollIntoView(),
  )
}

function splitInside(view: EditorView, attributes: BlockAttributes): void {
  const { state } = view
  view.dispatch(
    state.tr
      .split(state.selection.head, 1, [{ type: state.schema.nodes.block!, attrs: attributes }])
      .scrollIntoView(),
  )
}
