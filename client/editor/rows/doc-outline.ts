import type { Node } from '@tiptap/pm/model'
import type { BlockKind, BlockLevel } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import type { BlockOutline } from './row-layout.ts'

/** The outline of an editor's document. Unchanged blocks keep their outline object: nodes are immutable. */
export function outlineOf(doc: Node): BlockOutline[] {
  const outline: BlockOutline[] = []
  doc.forEach(node => {
    let known = outlines.get(node)
    if (!known) {
      const { id, unit, kind, level } = node.attrs
      known = { id: id as BlockId, unit: unit as UnitId, kind: kind as BlockKind, level: level as BlockLevel }
      outlines.set(node, known)
    }
    outline.push(known)
  })
  return outline
}

const outlines = new WeakMap<Node, BlockOutline>()
