/**
 * Words that one typed in a block while someone else moved, joined or deleted it. Yjs deletes them with the
 * block, although whoever took it away had never seen them. Their author puts them back: where the words
 * around them stand now, else as a paragraph of their own in the same unit.
 *
 * An update says which characters its author deleted. Characters of ours that disappear with it and are not
 * among these were not seen. Only the author of the words acts, so they come back once.
 */
import * as Y from 'yjs'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { fragmentOf } from '../../../shared/schema/y-text.ts'
import { findPlace, type Orphan, orphansIn } from './orphans.ts'

export type Rescue = {
  /** Told of every update from elsewhere, before it is applied. */
  hear(update: Uint8Array): void
  destroy(): void
}

/** Origin of what is put back: no one's history records it. */
export const RESCUE = 'unseen-words'

export function rescueUnseenWords(doc: Y.Doc, newId: () => string): Rescue {
  let named: ReturnType<typeof Y.decodeUpdate>['ds'][] = []
  const after = (transaction: Y.Transaction) => {
    if (transaction.local || named.length === 0) return
    const seen = named
    named = []
    const orphans = orphansIn(transaction, id => seen.some(set => Y.isDeleted(set, id)))
    // Nothing is written from inside an observer: the editors would put the old text back.
    if (orphans.length > 0) queueMicrotask(() => putBack(doc, orphans, newId))
  }
  doc.on('afterTransaction', after)
  return {
    hear: update => {
      named.push(Y.decodeUpdate(update).ds)
    },
    destroy: () => doc.off('afterTransaction', after),
  }
}

function putBack(doc: Y.Doc, orphans: readonly Orphan[], newId: () => string): void {
  doc.transact(() => {
    for (const orphan of orphans) {
      const fragment = LANGUAGES.map(language => fragmentOf(doc, language)).find(
        each => each === orphan.fragment,
      )
      if (!fragment) continue
      const place = findPlace(fragment, orphan)
      if (place) place.text.insert(place.offset, orphan.words)
      else fragment.insert(orphan.indexNow(), [paragraphOf(orphan, newId)])
    }
  }, RESCUE)
}

function paragraphOf({ words, kind, level, unit }: Orphan, newId: () => string): Y.XmlElement {
  const block = new Y.XmlElement('block')
  for (const [name, value] of Object.entries({ kind, level, id: newId(), unit: unit || newId() }))
    block.setAttribute(name, value as string)
  block.insert(0, [new Y.XmlText(words)])
  return block
}
