/**
 * Gives blocks the attributes they lack. Yjs does not bring an attribute back with the block it restores when
 * someone else changed it in the meantime; such a block would be unreadable to everyone.
 */
import * as Y from 'yjs'
import type { BlockKind, BlockLevel } from '../../../shared/model/bilingual-text.ts'

/** Origin of the repair: no one's history records it. */
const REPAIR = 'fill-attributes'

export function fillAttributes(fragment: Y.XmlFragment, newId: () => string): void {
  const lacking = fragment.toArray().filter(isLacking)
  if (lacking.length === 0) return
  fragment.doc?.transact(() => {
    for (const block of lacking) {
      const { kind, level, id, unit } = block.getAttributes() as Record<string, unknown>
      const set = (name: string, value: unknown) => block.setAttribute(name, value as string)
      if (kind === undefined) set('kind', 'paragraph' satisfies BlockKind)
      if (level === undefined) set('level', 1 satisfies BlockLevel)
      if (!id) set('id', newId())
      if (!unit) set('unit', newId())
    }
  }, REPAIR)
}

/** Only what is absent is filled: a value this program does not know is somebody's, and stays. */
function isLacking(child: unknown): child is Y.XmlElement {
  if (!(child instanceof Y.XmlElement) || child.nodeName !== 'block') return false
  const { kind, level, id, unit } = child.getAttributes() as Record<string, unknown>
  return kind === undefined || level === undefined || !id || !unit
}
