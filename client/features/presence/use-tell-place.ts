/** The frame says where the page in front is; the editor says in which unit the caret is. */
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { call, Refusal } from '../../api.ts'
import { readCursor, unitOfCursor } from '../../editor/presence/presence-state.ts'
import { placeOfAddress } from './place-of-address.ts'
import { createPlaceTeller, type Where } from './place-teller.ts'

const teller = createPlaceTeller(send, () => document.visibilityState === 'visible')

async function send(where: Where): Promise<void> {
  try {
    await call('PUT /api/presence', { body: where })
  } catch (error) {
    if (!(error instanceof Refusal) || error.id !== 'not-found' || where.place === null) throw error
    // An address that is nowhere for this reader: then they are not where they were before either.
    await call('PUT /api/presence', { body: { place: null, unit: null } })
  }
}

/** `connected`: events arrive; after a cut the server may have forgotten where one is. */
export function useTellPlace(connected: boolean): void {
  const { pathname, search } = useLocation()
  const place = placeOfAddress(pathname, search)
  useEffect(() => teller.at(place), [place])
  useEffect(() => {
    if (connected) teller.again()
  }, [connected])
  useEffect(() => {
    const onChange = () => teller.again()
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [])
}

/** While a draft is open. */
export function useTellUnit(doc: Y.Doc, awareness: Awareness): void {
  useEffect(() => {
    const tell = () => {
      const cursor = readCursor(awareness.getLocalState()?.cursor)
      // Who looks away from the text for a moment is still in the unit.
      if (cursor) teller.in(unitOfCursor(doc, cursor) ?? null)
    }
    tell()
    awareness.on('change', tell)
    return () => {
      awareness.off('change', tell)
      teller.in(null)
    }
  }, [doc, awareness])
}
