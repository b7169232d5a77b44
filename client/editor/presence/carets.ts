/**
 * Carets and selections of the others in one editor, and one's own, told to them. While something is being
 * composed here the carets stand still: nothing may be put into the text the input method holds.
 */

import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Language } from '../../../shared/model/language.ts'
import { isRemote } from '../blocks/id-repair.ts'
import { whenComposed } from '../composition/when-composed.ts'
import { type Presence, readPresence } from './presence-state.ts'

const caretsKey = new PluginKey<DecorationSet>('carets')

export const Carets = Extension.create<{ language: Language; awareness: Awareness }>({
  name: 'carets',
  addProseMirrorPlugins() {
    return [carets(this.options.awareness, this.options.language)]
  },
})

function carets(awareness: Awareness, language: Language): Plugin<DecorationSet> {
  return new Plugin({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, previous, _old, state) => {
        if (transaction.getMeta(caretsKey) || isRemote(transaction))
          return decorate(state, awareness, language)
        return transaction.docChanged ? previous.map(transaction.mapping, transaction.doc) : previous
      },
    },
    props: { decorations: state => caretsKey.getState(state) },
    view: view => {
      let scheduled = false
      const show = () => {
        scheduled = false
        whenComposed(view, () => view.dispatch(view.state.tr.setMeta(caretsKey, true)))
      }
      const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
        const others = [...added, ...updated, ...removed].some(client => client !== awareness.clientID)
        if (!others || scheduled) return
        scheduled = true
        // Awareness arrives in bursts: one drawing for all of it, and never inside a Yjs observer.
        setTimeout(show, 0)
      }
      const tell = () => tellCursor(view, awareness, language)
      awareness.on('change', onChange)
      view.dom.addEventListener('focusin', tell)
      view.dom.addEventListener('focusout', tell)
      return {
        update: tell,
        destroy: () => {
          awareness.off('change', onChange)
          view.dom.removeEventListener('focusin', tell)
          view.dom.removeEventListener('focusout', tell)
          if (cursorOf(awareness)?.language === language) awareness.setLocalStateField('cursor', null)
        },
      }
    },
  })
}

type Binding = { readonly type: Y.XmlFragment; readonly doc: Y.Doc; readonly mapping: Map<never, never> }

function bindingOf(state: EditorState): Binding | undefined {
  return ySyncPluginKey.getState(state)?.binding
}

function cursorOf(awareness: Awareness): Presence['cursor'] | undefined {
  const local = awareness.getLocalState()
  return local?.cursor as Presence['cursor'] | undefined
}

/** Tells where one's caret is. The cursor belongs to the editor that last had the focus. */
function tellCursor(view: EditorView, awareness: Awareness, language: Language): void {
  const current = cursorOf(awareness)
  if (!view.hasFocus()) {
    if (current?.language === language) awareness.setLocalStateField('cursor', null)
    return
  }
  const binding = bindingOf(view.state)
  if (!binding) return
  const relative = (position: number): unknown =>
    Y.relativePositionToJSON(absolutePositionToRelativePosition(position, binding.type, binding.mapping))
  const { anchor, head } = view.state.selection
  const cursor = { language, anchor: relative(anchor), head: relative(head) }
  if (JSON.stringify(cursor) !== JSON.stringify(current)) awareness.setLocalStateField('cursor', cursor)
}

function decorate(state: EditorState, awareness: Awareness, language: Language): DecorationSet {
  const binding = bindingOf(state)
  if (!binding) return DecorationSet.empty
  const decorations: Decoration[] = []
  for (const [client, local] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const presence = readPresence(client, local)
    if (presence?.cursor?.language !== language) continue
    const [anchor, head] = [presence.cursor.anchor, presence.cursor.head].map(position =>
      absolute(position, binding, state.doc.content.size),
    )
    if (anchor === undefined || head === undefined) continue
    if (anchor !== head)
      decorations.push(
        Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
          class: 'other-selection',
          'data-colour': String(presence.user.colour),
        }),
      )
    decorations.push(
      Decoration.widget(head, () => caretElement(presence), {
        key: `${client}:${head}:${presence.user.name}`,
        side: 10,
        ignoreSelection: true,
      }),
    )
  }
  return DecorationSet.create(state.doc, decorations)
}

function absolute(position: unknown, binding: Binding, size: number): number | undefined {
  try {
    const found = relativePositionToAbsolutePosition(
      binding.doc,
      binding.type,
      Y.createRelativePositionFromJSON(position),
      binding.mapping,
    )
    return found === null ? undefined : Math.min(Math.max(found, 0), size)
  } catch {
    // A position from a malformed or newer client is no position.
    return undefined
  }
}

/** The name is an attribute that the style sheet prints: it is no part of the text, and cannot bring markup. */
function caretElement({ user }: Presence): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'other-caret'
  caret.dataset.colour = String(user.colour)
  caret.setAttribute('aria-hidden', 'true')
  const flag = document.createElement('span')
  flag.className = 'other-flag'
  flag.dataset.name = user.name
  caret.append(flag)
  return caret
}
