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

/** A move is a deletion and an insertion, which may come in two updates: so long the second is waited for, in ms. */
const PATIENCE = 200

/**
 * `isStored`: whether the server is known to have a character. What it has not was written on this device. Nothing is
 * put into a unit that `isLocked`.
 */
export function rescueUnseenWords(
  doc: Y.Doc,
  newId: () => string,
  isStored: (id: Y.ID) => boolean = () => true,
  patience = PATIENCE,
  isLocked: (unit: string) => boolean = () => false,
): Rescue {
  const waiting = new Set<{
    readonly orphans: readonly Orphan[]
    readonly timer: ReturnType<typeof setTimeout>
  }>()
  // A root that nobody has asked for has no type yet, and what is in it could not be told from anything else.
  for (const language of LANGUAGES) fragmentOf(doc, language)
  let named: ReturnType<typeof Y.decodeUpdate>['ds'][] = []
  const after = (transaction: Y.Transaction) => {
    if (transaction.local || named.length === 0) return
    const seen = named
    named = []
    const orphans = orphansIn(
      transaction,
      id => (id.client === doc.clientID || !isStored(id)) && !seen.some(set => Y.isDeleted(set, id)),
    )
    // Nothing is written from inside an observer: the editors would put the old text back.
    if (orphans.length > 0) queueMicrotask(() => begin(orphans))
  }
  const begin = (orphans: readonly Orphan[]) => {
    const homeless = putWhereTheyBelong(doc, orphans, isLocked)
    if (homeless.length === 0) return
    if (patience === 0) {
      end(homeless)
      return
    }
    const entry = {
      orphans: homeless,
      timer: setTimeout(() => {
        waiting.delete(entry)
        end(homeless)
      }, patience),
    }
    waiting.add(entry)
  }
  const end = (orphans: readonly Orphan[]) => {
    const homeless = putWhereTheyBelong(doc, orphans, isLocked)
    doc.transact(() => {
      for (const orphan of homeless)
        orphan.fragment.insert(orphan.indexNow(), [paragraphOf(orphan, newId, isLocked)])
    }, RESCUE)
  }
  doc.on('afterTransaction', after)
  return {
    hear: update => {
      named.push(Y.decodeUpdate(update).ds)
    },
    destroy: () => {
      doc.off('afterTransaction', after)
      for (const { orphans, timer } of waiting) {
        clearTimeout(timer)
        end(orphans)
      }
      waiting.clear()
    },
  }
}

/** Returns those whose surroundings are nowhere. */
function putWhereTheyBelong(
  doc: Y.Doc,
  orphans: readonly Orphan[],
  isLocked: (unit: string) => boolean,
): Orphan[] {
  const homeless: Orphan[] = []
  doc.transact(() => {
    for (const orphan of orphans) {
      const place = findPlace(orphan.fragment, orphan, isLocked)
      if (place) place.text.insert(place.offset, orphan.words)
      else homeless.push(orphan)
    }
  }, RESCUE)
  return homeless
}

function paragraphOf(
  { words, kind, level, unit }: Orphan,
  newId: () => string,
  isLocked: (unit: string) => boolean,
): Y.XmlElement {
  const block = new Y.XmlElement('block')
  for (const [name, value] of Object.entries({
    kind,
    level,
    id: newId(),
    unit: unit && !isLocked(unit) ? unit : newId(),
  }))
    block.setAttribute(name, value as string)
  block.insert(0, [new Y.XmlText(words)])
  return block
}
