import type { EditorPair } from '../editor-pair.ts'

/** A closing menu would give the focus to its button; the writer wants it back in the text. */
export function returnToText(pair: EditorPair): () => void {
  return () => {
    const view = pair.views[pair.active()]
    if (!view.isDestroyed) view.focus()
  }
}
