/**
 * When someone else moves the block one writes in, the caret goes with it: the binding sees a deletion and an
 * insertion, and would leave the caret where the block was.
 */

import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { blockAtHead, blocksOf } from './blocks-of.ts'
import { isRemote } from './id-repair.ts'

/** Where the caret was, in a block that is gone for the moment: the insertion may come in an update of its own. */
type Lost = { readonly id: string; readonly offset: number }

export const CaretFollows = Extension.create({
  name: 'caretFollows',
  addProseMirrorPlugins() {
    let view: EditorView | undefined
    let lost: Lost | undefined
    return [
      new Plugin({
        view: created => {
          view = created
          return {}
        },
        appendTransaction: (transactions, before, state) => {
          if (!transactions.some(isRemote)) {
            // One has gone on elsewhere by oneself.
            if (transactions.some(each => each.selectionSet || each.docChanged)) lost = undefined
            return null
          }
          if (view?.composing) return null
          const wanted = lost ?? caretOf(before)
          if (!wanted || blockAtHead(state)?.attributes.id === wanted.id) {
            lost = undefined
            return null
          }
          const found = follow(wanted, state)
          lost = found ? undefined : wanted
          return found
        },
      }),
    ]
  },
})

function caretOf(state: EditorState): Lost | undefined {
  const block = blockAtHead(state)
  return block && { id: block.attributes.id, offset: state.selection.$head.parentOffset }
}

/** Only the caret changes; null when the block is nowhere. */
function follow({ id, offset }: Lost, state: EditorState): Transaction | null {
  const block = blocksOf(state.doc).find(each => each.attributes.id === id)
  if (!block) return null
  const inside = block.from + 1 + Math.min(offset, block.node.content.size)
  return state.tr.setSelection(TextSelection.create(state.doc, inside))
}
