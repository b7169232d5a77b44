import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { BlockAttributes } from '../../../shared/schema/block.ts'

/** A block in an editor's document: its node, the position before it, its place among the blocks from 0. */
export type PlacedBlock = {
  readonly node: Node
  readonly from: number
  readonly to: number
  readonly index: number
  readonly attributes: BlockAttributes
}

export function blocksOf(doc: Node): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  doc.forEach((node, offset, index) => {
    blocks.push({
      node,
      from: offset,
      to: offset + node.nodeSize,
      index,
      attributes: node.attrs as BlockAttributes,
    })
  })
  return blocks
}

/** The blocks that the selection touches; an empty document has none. */
export function selectedBlocks(state: EditorState): PlacedBlock[] {
  const { from, to, empty } = state.selection
  return blocksOf(state.doc).filter(block =>
    // A selection that ends at the very start of a block does not touch it.
    empty ? block.from < from && from < block.to : block.from < to - 1 && block.to > from + 1,
  )
}

/** The block the caret (the moving end of the selection) is in. */
export function blockAtHead(state: EditorState): PlacedBlock | undefined {
  return blockAt(state.doc, state.selection.$head)
}

export function blockAt(doc: Node, $position: ResolvedPos): PlacedBlock | undefined {
  if ($position.depth === 0) return undefined
  const from = $position.before(1)
  const node = doc.nodeAt(from)
  if (!node) return undefined
  return {
    node,
    from,
    to: from + node.nodeSize,
    index: $position.index(0),
    attributes: node.attrs as BlockAttributes,
  }
}

export function blocksOfUnit(doc: Node, unit: string): PlacedBlock[] {
  return blocksOf(doc).filter(block => block.attributes.unit === unit)
}
