/** What is known of the agreement on a text at a place, in a draft that is written in as it reads now. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import type { Text } from '../../../shared/model/edition.ts'
import type { Place } from '../../../shared/model/thread.ts'
import type { AgreementView } from '../../../shared/protocol/agreement-views.ts'
import { call } from '../../api.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { keyOf } from '../../queries.ts'
import { createLivePairs } from './live-pairs.ts'
import { type Standings, standingsOf } from './unit-standing.ts'

export type TextAgreement = { readonly view: AgreementView; readonly standings: Standings }

export type AgreementOf = {
  readonly of: Pick<Text, 'id' | 'kind'>
  /** Null where nothing is to be asked: a state of a draft's history. */
  readonly place: Place | null
  /** A draft whose words may change at any moment. */
  readonly live?: LiveText | undefined
  /** The version with which a chair wants it compared, by id. */
  readonly since?: string | undefined
}

/** Undefined until it is known, where the reader may not know of it, and for a text that is no declaration. */
export function useAgreement({ of, place, live, since }: AgreementOf): TextAgreement | undefined {
  const asked = {
    params: { id: of.id },
    query: { place: place ?? '', ...(since === undefined ? {} : { since }) },
  }
  const { data: view } = useQuery({
    queryKey: keyOf('GET /api/texts/:id/agreement', asked),
    queryFn: () => call('GET /api/texts/:id/agreement', asked),
    enabled: of.kind === 'declaration' && place !== null,
  })
  const store = useMemo(() => (live ? createLivePairs(live) : NO_PAIRS), [live])
  const pairs = useSyncExternalStore(store.subscribe, store.get)
  return useMemo(() => {
    if (!view || (live && !pairs)) return undefined
    return { view, standings: standingsOf(view, pairs) }
  }, [view, live, pairs])
}

const NO_PAIRS: ReturnType<typeof createLivePairs> = { get: () => undefined, subscribe: () => () => {} }
