/** The amendments that a draft has to decide on: as the server knows them, and as they stand in the text now. */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { useAsk } from '../../queries.ts'
import type { AmendmentDesk } from './amendment-desk.ts'
import { createDeskStore } from './desk-store.ts'

/**
 * `desk` is null while there is nothing to decide on, or it is not known yet: `coming` until it was answered, `error`
 * says why it was not.
 */
export function useAmendmentDesk(
  { draft }: DraftView,
  live: LiveText,
): { readonly desk: AmendmentDesk | null; readonly error: Error | null; readonly coming: boolean } {
  const { data, error, isPending } = useAsk('GET /api/drafts/:id/amendments', { params: { id: draft.id } })
  const store = useMemo(() => createDeskStore(live), [live])
  useEffect(() => store.setView(data ?? null), [store, data])
  const desk = useSyncExternalStore(store.subscribe, store.get)
  // Answered, but not yet in the store: that takes one more drawing.
  const coming = isPending || (data !== undefined && data !== null && desk === null)
  return { desk, error: data === undefined ? error : null, coming }
}

/** How many are undecided; null where there is nothing to decide on. */
export function useUndecidedCount({ draft }: DraftView): number | null {
  const { data } = useAsk('GET /api/drafts/:id/amendments', { params: { id: draft.id } })
  return data ? data.amendments.length - data.decisions.length : null
}
