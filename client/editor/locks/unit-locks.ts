/**
 * [A4] Locked units in one editor. The caret may enter, read and select; what one does there is not done, and said. Only
 * what one does oneself is refused: what comes from elsewhere, and what undo brings, has happened in the document already.
 *
 * A conversion cannot be refused once an input method has begun it: the editor gives up the focus for a moment, so that
 * the input method lets go before it has written anything.
 */
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { isRemote } from '../blocks/id-repair.ts'
import { whenComposed } from '../composition/when-composed.ts'
import { leavesLocked } from './leaves-locked.ts'
import type { LockStore } from './lock-store.ts'

const unitLocksKey = new PluginKey<DecorationSet>('unitLocks')

export const UnitLocks = Extension.create<{ locks: LockStore; onRefused: () => void }>({
  name: 'unitLocks',
  // Before the gate of compositions: it must not hear of one that does not begin.
  priority: 2100,
  addProseMirrorPlugins() {
    return [unitLocks(this.options.locks, this.options.onRefused)]
  },
})

function unitLocks(locks: LockStore, onRefused: () => void): Plugin<DecorationSet> {
  return new Plugin({
    key: unitLocksKey,
    filterTransaction: (transaction, { doc }) => {
      if (!transaction.docChanged || isRemote(transaction)) return true
      if (leavesLocked(doc, transaction.doc, locks.get())) return true
      // Nothing is drawn from inside a transaction.
      queueMicrotask(onRefused)
      return false
    },
    state: {
      init: (_config, state) => decorate(state, locks),
      apply: (transaction, previous, _old, state) =>
        transaction.docChanged || transaction.getMeta(unitLocksKey) ? decorate(state, locks) : previous,
    },
    props: { decorations: state => unitLocksKey.getState(state) },
    view: view => {
      const show = () => whenComposed(view, () => view.dispatch(view.state.tr.setMeta(unitLocksKey, true)))
      const leave = locks.subscribe(() => queueMicrotask(show))
      const begin = (event: CompositionEvent) => {
        if (!isInLocked(view.state, locks)) return
        event.stopImmediatePropagation()
        letGo(view)
        onRefused()
      }
      view.dom.addEventListener('compositionstart', begin, true)
      return {
        destroy: () => {
          leave()
          view.dom.removeEventListener('compositionstart', begin, true)
        },
      }
    },
  })
}

function letGo(view: EditorView): void {
  view.dom.blur()
  setTimeout(() => {
    if (!view.isDestroyed) view.focus()
  }, 0)
}

/** Whether something typed now would go into a locked unit, or take words out of one. */
function isInLocked({ doc, selection }: EditorState, locks: LockStore): boolean {
  let found = false
  for (const { $from, $to } of selection.ranges)
    doc.nodesBetween($from.pos, $to.pos, node => {
      if (node.type.name === 'block' && locks.get().has(node.attrs.unit)) found = true
      return false
    })
  return found
}

function decorate({ doc }: EditorState, locks: LockStore): DecorationSet {
  const locked = locks.get()
  if (locked.size === 0) return DecorationSet.empty
  const decorations: Decoration[] = []
  doc.forEach((node, offset) => {
    if (locked.has(node.attrs.unit))
      decorations.push(Decoration.node(offset, offset + node.nodeSize, { 'data-locked': '' }))
  })
  return DecorationSet.create(doc, decorations)
}
