import type { EditorView } from '@tiptap/pm/view'

/** How long after `compositionend` the browser may still be writing the composed text, in milliseconds. */
const SETTLING = 60

/**
 * Runs `act` now, or after the composition that is going on in `view`. Nothing that dispatches by itself may
 * touch an editor while an input method holds its text. Does nothing once the view is gone.
 */
export function whenComposed(view: EditorView, act: () => void): void {
  if (view.isDestroyed) return
  if (!view.composing) {
    act()
    return
  }
  view.dom.addEventListener('compositionend', () => setTimeout(() => whenComposed(view, act), SETTLING), {
    once: true,
  })
}
