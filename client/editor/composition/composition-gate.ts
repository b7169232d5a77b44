/**
 * While one composes in an editor, what others write is held back by the connection, so that no change touches
 * the text the input method is holding.
 */

import { Plugin } from '@tiptap/pm/state'
import { Extension } from '@tiptap/react'

/** The part of a draft's connection that the gate works. Calls nest; the connection waits 60 ms by itself. */
export type RemoteGate = { holdRemote(): void; releaseRemote(): void }

export const CompositionGate = Extension.create<{ gate: RemoteGate }>({
  name: 'compositionGate',
  // Before everything that listens to keys.
  priority: 2000,
  addProseMirrorPlugins() {
    const { gate } = this.options
    return [
      new Plugin({
        view: view => {
          let holding = false
          const hold = () => {
            if (holding) return
            holding = true
            gate.holdRemote()
          }
          const release = () => {
            if (!holding) return
            holding = false
            gate.releaseRemote()
          }
          // On the element itself and in the capture phase: ProseMirror must not have acted before.
          view.dom.addEventListener('compositionstart', hold, true)
          view.dom.addEventListener('compositionend', release, true)
          return {
            destroy: () => {
              view.dom.removeEventListener('compositionstart', hold, true)
              view.dom.removeEventListener('compositionend', release, true)
              release()
            },
          }
        },
      }),
    ]
  },
})

/** True for keys that belong to the input method: Enter that confirms, Escape that cancels, the digits of candidates. */
export function belongsToInputMethod(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}
