/**
 * What others write never scrolls the page. The binding asks for the caret to be brought into view after every
 * change from elsewhere; one may be reading another place, or have the caret near the edge of the window.
 */

import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Extension } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { isRemote } from './id-repair.ts'

/** True while the last transaction came from someone else; one's own undo is one's own. */
const othersKey = new PluginKey<boolean>('steadyView')

export const SteadyView = Extension.create({
  name: 'steadyView',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: othersKey,
        state: {
          init: () => false,
          apply: transaction =>
            isRemote(transaction) && !transaction.getMeta(ySyncPluginKey)?.isUndoRedoOperation,
        },
        props: {
          handleScrollToSelection: view => othersKey.getState(view.state) ?? false,
        },
      }),
    ]
  },
})
