/**
 * Gives each block its grid rows, its number and its state as attributes of a node decoration: the place
 * is computed from both languages, nothing is measured.
 *
 * The editor in which the structure changes places its own blocks in the same transaction. The other one
 * follows in a microtask, and never while something is being composed in it.
 */

import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { whenComposed } from '../composition/when-composed.ts'
import { outlineOf } from './doc-outline.ts'
import type { RowStore, RowsState } from './row-store.ts'

type RowDecorationState = { readonly rows: RowsState; readonly decorations: DecorationSet }

const rowDecorationsKey = new PluginKey<RowDecorationState>('rowDecorations')

export const RowDecorations = Extension.create<{ language: Language; store: RowStore }>({
  name: 'rowDecorations',
  addProseMirrorPlugins() {
    return [rowDecorations(this.options.language, this.options.store)]
  },
})

function rowDecorations(language: Language, store: RowStore): Plugin<RowDecorationState> {
  const decorate = (state: EditorState): RowDecorationState => {
    const rows = store.report(language, outlineOf(state.doc))
    return { rows, decorations: placeBlocks(state, language, rows) }
  }
  return new Plugin({
    key: rowDecorationsKey,
    state: {
      init: (_config, state) => decorate(state),
      apply: (transaction, previous, _old, state) =>
        transaction.docChanged || transaction.getMeta(rowDecorationsKey) ? decorate(state) : previous,
    },
    props: {
      decorations: state => rowDecorationsKey.getState(state)?.decorations,
    },
    view: view => {
      const follow = () => {
        if (rowDecorationsKey.getState(view.state)?.rows === store.get()) return
        whenComposed(view, () => {
          if (rowDecorationsKey.getState(view.state)?.rows !== store.get())
            view.dispatch(view.state.tr.setMeta(rowDecorationsKey, true))
        })
      }
      const unsubscribe = store.subscribe(() => queueMicrotask(follow))
      return {
        update: () => queueMicrotask(() => store.publish()),
        destroy: unsubscribe,
      }
    },
  })
}

function placeBlocks(
  { doc }: EditorState,
  language: Language,
  { layout, numbers }: RowsState,
): DecorationSet {
  const decorations: Decoration[] = []
  doc.forEach((node, offset, index) => {
    const place = layout.places[language][index]
    const number = numbers.get(node.attrs.id as BlockId)
    const attributes: Record<string, string> = {}
    if (place) attributes.style = `grid-row: ${place.line} / span ${place.span}`
    if (number) attributes['data-number'] = number
    if (node.childCount === 0) attributes['data-empty'] = ''
    decorations.push(Decoration.node(offset, offset + node.nodeSize, attributes))
  })
  return DecorationSet.create(doc, decorations)
}
