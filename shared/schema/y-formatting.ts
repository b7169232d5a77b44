import type * as Y from 'yjs'

/**
 * Keeps the document to what its updates say. After a remote transaction Yjs deletes formatting that looks
 * superfluous just then. No update tells the others, and what it finds depends on how updates were grouped:
 * in one of 300 seeded runs a text rebuilt from the log had other words in bold than every screen had shown.
 * To be called on every document of a draft before anything is applied to it.
 */
export function keepFormattingAsWritten(doc: Y.Doc): Y.Doc {
  doc.on('afterTransaction', transaction => {
    transaction._needFormattingCleanup = false
  })
  return doc
}
