import type { EditorPair } from '../editor-pair.ts'

/** A closing menu gives the focus to its button, a little after; the writer wants it back in the text. */
const AFTER_MENU = 60

export function returnToText(pair: EditorPair): void {
  setTimeout(() => {
    const view = pair.views[pair.active()]
    if (!view.isDestroyed) view.focus()
  }, AFTER_MENU)
}
