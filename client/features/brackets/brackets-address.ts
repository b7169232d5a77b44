/** The page of the brackets of a text at one place, of one side or of all; the address can be sent to someone. */
import type { Side } from '../../../shared/model/bilingual-text.ts'
import { type Place, readPlace } from '../../../shared/model/thread.ts'
import { addressWith } from '../compare/comparison-address.ts'

/** `nobody`: those that name no side. */
export const ASKERS = ['fra', 'jap', 'nobody'] as const
export type Asker = (typeof ASKERS)[number]

export function askerOfSide(by: Side | ''): Asker {
  return by === '' ? 'nobody' : by
}

/** Without a place: the draft that the reader may read, else the last version. */
export function bracketsAddress(text: string, place: Place | null, by: Asker | null = null): string {
  return addressWith(`/texts/${text}/brackets`, { place, by })
}

export function readAsker(query: URLSearchParams): Asker | null {
  return ASKERS.find(asker => asker === query.get('by')) ?? null
}

/** Where the text itself is read at the place. */
export function placeAddress(place: Place): string {
  const named = readPlace(place)!
  return 'draft' in named ? `/drafts/${named.draft}` : `/versions/${named.version}`
}

/** What is asked of the server; the same question everywhere, so that it is asked once. */
export function askedAt(text: string, place: Place) {
  return { params: { id: text }, query: { place } }
}
