/**
 * Keeps the rule that every block has an id of its own and a unit. Only in answer to one's own edits: if
 * every client repaired what it receives, two would repair the same block differently, and an undo would be
 * answered by a change nobody made. While an input method holds text, nothing is repaired; the next edit does it.
 */

import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

export const IdRepair = Extension.create<{ newId: () => string }>({
  name: 'idRepair',
  addProseMirrorPlugins() {
    const { newId } = this.options
    let view: EditorView | undefined
    return [
      new Plugin({
        view: created => {
          view = created
          return {}
        },
        appendTransaction: (transactions, _old, state) => {
          if (!transactions.some(each => each.docChanged) || transactions.some(isRemote)) return null
          if (view?.composing || transactions.some(each => each.getMeta(REPAIR_LATER))) return null
          return repairIds(state, newId)
        },
      }),
    ]
  },
})

/** Meta of the first of two dispatches that belong together: positions must hold until the second. */
export const REPAIR_LATER = 'repairLater'

/** True for a transaction in which the binding writes what came from elsewhere, or from undo. */
export function isRemote(transaction: Transaction): boolean {
  return Boolean(transaction.getMeta(ySyncPluginKey)?.isChangeOrigin)
}

/**
 * The repair, or null when nothing is wrong. Of two blocks with one id the first keeps it. If they say the same,
 * two people moved one block at once, and the second goes; else it gets an id of its own.
 */
export function repairIds(state: EditorState, newId: () => string): Transaction | null {
  const { doc, schema, tr: transaction } = state
  const first = new Map<string, Node>()
  const doubled: { from: number; to: number }[] = []
  doc.forEach((node: Node, offset: number) => {
    const { id, unit } = node.attrs
    const other = first.get(id)
    if (other?.content.eq(node.content) && id !== '') {
      doubled.unshift({ from: offset, to: offset + node.nodeSize })
      return
    }
    const idHolds = id !== '' && !other
    if (!idHolds || unit === '')
      transaction.setNodeMarkup(offset, undefined, {
        ...node.attrs,
        id: idHolds ? id : newId(),
        unit: unit === '' ? newId() : unit,
      })
    if (idHolds) first.set(id, node)
  })
  // From the end, so that positions hold; attributes change no positions.
  for (const { from, to } of doubled) transaction.delete(from, to)
  // A text one has emptied keeps one paragraph to write in.
  if (doc.childCount === 0) transaction.insert(0, schema.nodes.block!.create({ id: newId(), unit: newId() }))
  return transaction.docChanged ? transaction : null
}
