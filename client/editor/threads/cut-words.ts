/** Threads go along when one cuts or drags the words they hang on and puts them in elsewhere, however few they are. */
import type { Transaction } from '@tiptap/pm/state'
import type { ThreadId } from '../../../shared/model/ids.ts'
import { REPAIR_LATER } from '../blocks/id-repair.ts'
import { flatText, type Place } from './passage-places.ts'
import type { Places } from './thread-marks.ts'

export type CutWords = {
  /** Of a transaction written here: where threads that were cut out are again, and whether it brings words at all. */
  follow(
    transaction: Transaction,
    before: Places,
    mapped: Places,
  ): { readonly brings: boolean; readonly places: Places }
}

type Cut = { readonly words: string; readonly threads: ReadonlyMap<ThreadId, Place> }

export function createCutWords(): CutWords {
  let last: Cut | undefined
  return {
    follow(transaction, before, mapped) {
      const [oldDoc, newDoc] = [flatText(transaction.before), flatText(transaction.doc)]
      const { from, to, newFrom, newTo } = changedRange(transaction)
      const [begins, ends] = [oldDoc.at(from), oldDoc.at(to)]
      if (transaction.getMeta('uiEvent') === 'cut' || transaction.getMeta(REPAIR_LATER)) {
        const threads = [...before].filter(
          ([id, place]) => !mapped.has(id) && place.from >= from && place.to <= to,
        )
        if (threads.length)
          last = {
            words: oldDoc.text.slice(begins, ends),
            threads: new Map(
              threads.map(([id, place]) => [
                id,
                { from: oldDoc.at(place.from) - begins, to: oldDoc.at(place.to) - begins },
              ]),
            ),
          }
      }
      const at = newDoc.at(newFrom)
      const words = newDoc.text.slice(at, newDoc.at(newTo))
      const places = new Map<ThreadId, Place>()
      if (last && words === last.words)
        for (const [id, { from, to }] of last.threads)
          if (!mapped.has(id)) places.set(id, newDoc.place(at + from, at + to))
      return { brings: words.length > 1, places }
    },
  }
}

/** From the first to the last change: in the document before, and in the one after. */
function changedRange({ mapping }: Transaction) {
  const range = { from: Infinity, to: 0, newFrom: Infinity, newTo: 0 }
  mapping.maps.forEach((map, index) => {
    const inFirst = (position: number, side: -1 | 1) =>
      mapping.maps.slice(0, index).reduceRight((at, each) => each.invert().map(at, side), position)
    const inLast = (position: number, side: -1 | 1) =>
      mapping.maps.slice(index + 1).reduce((at, each) => each.map(at, side), position)
    map.forEach((oldStart, oldEnd, newStart, newEnd) => {
      range.from = Math.min(range.from, inFirst(oldStart, -1))
      range.to = Math.max(range.to, inFirst(oldEnd, 1))
      range.newFrom = Math.min(range.newFrom, inLast(newStart, -1))
      range.newTo = Math.max(range.newTo, inLast(newEnd, 1))
    })
  })
  return range.from === Infinity ? { from: 0, to: 0, newFrom: 0, newTo: 0 } : range
}
