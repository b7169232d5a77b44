/** The Yjs state of a version, free of the private draft it was written in. */
import * as Y from 'yjs'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { canonicalForm } from '../../shared/model/canonical-form.ts'
import { keepFormattingAsWritten } from '../../shared/schema/y-formatting.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { publicState } from '../../shared/schema/y-write.ts'

/**
 * The state of the base version plus one change by a client id of its own that makes it read as `text`.
 * It is read back before it is given out: throws when it does not say exactly `text`.
 */
export function versionState(base: Uint8Array | null, text: BilingualText): Uint8Array {
  const state = publicState(base, text)
  if (canonicalForm(readState(state)) !== canonicalForm(text))
    throw new Error(
      `the public state does not read as the draft (${text.fr.length}/${text.ja.length} blocks)`,
    )
  return state
}

/** The text of a Yjs state. Throws UnreadableBlock. */
export function readState(state: Uint8Array | readonly Uint8Array[]): BilingualText {
  const doc = keepFormattingAsWritten(new Y.Doc({ gc: true }))
  try {
    for (const update of state instanceof Uint8Array ? [state] : state) Y.applyUpdate(doc, update)
    return readBilingualText(doc)
  } finally {
    doc.destroy()
  }
}
