import * as Y from 'yjs'
import { keepFormattingAsWritten } from '../../shared/schema/y-formatting.ts'

/** An empty document to which stored updates are applied: it ends as every other copy of the draft. */
export function newDraftDocument(): Y.Doc {
  return keepFormattingAsWritten(new Y.Doc())
}

/**
 * Applies the updates as one transaction. One that cannot be applied is given to `onFailure`, if there is one,
 * and the others are applied.
 */
export function applyUpdates(
  doc: Y.Doc,
  updates: Iterable<Uint8Array>,
  onFailure?: (error: unknown, index: number) => void,
): void {
  doc.transact(() => {
    let index = 0
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update)
      } catch (error) {
        if (!onFailure) throw error
        onFailure(error, index)
      }
      index++
    }
  })
}
