/** Server state: what was asked, kept until an event says it changed. Keys begin with the route. */
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import {
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ResponseOf } from '../shared/protocol/api.ts'
import type { RefusalId } from '../shared/protocol/refusals.ts'
import type { LiveEvent } from '../shared/protocol/views.ts'
import type { ActRoute, Asked, AskedArguments, ReadRoute } from './api.ts'
import { call, Refusal, Unreachable } from './api.ts'

/** After these, what was answered before must not stay on the screen: the right to see it is gone. */
const HIDING: readonly RefusalId[] = ['not-signed-in', 'not-found', 'not-allowed']

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof Refusal && HIDING.includes(error.id)) query.setState({ data: undefined })
      if (query.queryKey[0] !== 'GET /api/session') askWhoReads(error)
    },
  }),
  mutationCache: new MutationCache({ onError: askWhoReads }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal will not change by asking again; an absent server may come back.
      retry: (count, error) => !(error instanceof Refusal) && count < 2,
      // Offline, ask and fail: the page says so instead of waiting in silence.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** The session has ended without this page knowing: asked for again, it brings the welcome page. */
function askWhoReads(error: Error): void {
  if (error instanceof Refusal && error.id === 'not-signed-in')
    void askAgain(queryClient, ['GET /api/session'])
}

/** `const { data, error } = useAsk('GET /api/texts/:id', { params: { id } })` */
export function useAsk<R extends ReadRoute>(
  route: R,
  ...asked: AskedArguments<R>
): UseQueryResult<ResponseOf<R>, Error> {
  return useQuery<ResponseOf<R>, Error>({
    queryKey: keyOf(route, asked[0]),
    queryFn: () => call(route, ...asked),
  })
}

/** Key of one question, for `queryClient.setQueryData` and `invalidateQueries`. */
export function keyOf<R extends ReadRoute>(route: R, asked?: Asked<R>): readonly unknown[] {
  const { params = null, query = null } = (asked ?? {}) as { params?: unknown; query?: unknown }
  return [route, params, query]
}

/** Does something, then asks again for `touches`: `const end = useAct('POST /api/mandates/:id/end', ['GET /api/people'])`. */
export function useAct<R extends ActRoute>(
  route: R,
  touches: readonly ReadRoute[] = [],
): UseMutationResult<ResponseOf<R>, Error, AskedArguments<R>[0]> {
  const client = useQueryClient()
  return useMutation<ResponseOf<R>, Error, AskedArguments<R>[0]>({
    mutationFn: asked => call(route, ...([asked] as AskedArguments<R>)),
    onSuccess: () => askAgain(client, touches),
  })
}

export async function askAgain(client: QueryClient, routes: readonly ReadRoute[]): Promise<void> {
  await Promise.all(routes.map(route => client.invalidateQueries({ queryKey: [route] })))
}

/** The way of workshops' words into the declaration. */
const INTEGRATION: readonly ReadRoute[] = [
  'GET /api/texts/:id/integration',
  'GET /api/texts/:id/proposals',
  'GET /api/texts/:id/provenance',
  'GET /api/coverage',
]

/** What each topic of the event stream makes stale. */
export const STALE_BY_TOPIC: { readonly [T in LiveEvent['topic']]: readonly ReadRoute[] } = {
  plan: [
    'GET /api/desk',
    'GET /api/news',
    'GET /api/awaiting',
    'GET /api/edition',
    'GET /api/workshops',
    'GET /api/acts',
    'GET /api/record',
    'GET /api/texts/:id',
    'GET /api/texts/:id/adoption',
    'GET /api/texts/:id/standing',
    'GET /api/drafts/:id',
    'GET /api/drafts/:id/changes',
    'GET /api/drafts/:id/preview',
    'GET /api/drafts/:id/history',
    'GET /api/texts/:id/convergence',
  ],
  people: [
    'GET /api/workshops',
    'GET /api/people',
    'GET /api/session',
    'GET /api/acts',
    'GET /api/record',
    'GET /api/news',
  ],
  facts: [
    'GET /api/edition',
    'GET /api/texts/:id/adoption',
    'GET /api/awaiting',
    'GET /api/facts',
    'GET /api/desk',
    'GET /api/news',
    'GET /api/drafts/:id',
    'GET /api/drafts/:id/preview',
    'GET /api/versions/:id/round',
    'GET /api/acts',
    'GET /api/record',
  ],
  texts: [
    'GET /api/texts/:id/issued',
    'GET /api/published/:id',
    'GET /api/desk',
    'GET /api/texts/:id/convergence',
    'GET /api/facts',
    'GET /api/workshops',
    'GET /api/texts/:id/translations',
    'GET /api/drafts/:id/changes',
    'GET /api/drafts/:id/submission',
    'GET /api/news',
    'GET /api/awaiting',
    'GET /api/drafts/:id/amendments',
    'GET /api/texts/:id',
    'GET /api/texts/:id/standing',
    'GET /api/texts/:id/adoption',
    'GET /api/drafts/:id',
    'GET /api/versions/:id',
    'GET /api/versions/:id/fates',
    'GET /api/versions/:id/round',
    'GET /api/comparisons',
    'GET /api/drafts/:id/history',
    'GET /api/drafts/:id/state',
    'GET /api/acts',
    'GET /api/record',
    ...INTEGRATION,
  ],
  presence: ['GET /api/presence'],
  agreement: [
    'GET /api/texts/:id/brackets',
    'GET /api/texts/:id/agreement',
    'GET /api/texts/:id/standing',
    'GET /api/news',
    'GET /api/texts/:id/convergence',
    'GET /api/texts/:id/adoption',
    'GET /api/versions/:id/corrigenda',
    'GET /api/drafts/:id/changes',
    'GET /api/awaiting',
    'GET /api/desk',
    'GET /api/acts',
    'GET /api/record',
  ],
  brackets: ['GET /api/texts/:id/brackets', 'GET /api/texts/:id/convergence'],
  threads: [
    'GET /api/texts/:id/threads',
    'GET /api/texts/:id/convergence',
    'GET /api/texts/:id/brackets',
    'GET /api/versions/:id/round',
    'GET /api/desk',
    'GET /api/news',
    'GET /api/awaiting',
  ],
  amendments: [
    'GET /api/desk',
    'GET /api/news',
    'GET /api/awaiting',
    'GET /api/drafts/:id/amendments',
    'GET /api/drafts/:id/preview',
    'GET /api/texts/:id/brackets',
    ...INTEGRATION,
    'GET /api/versions/:id/round',
  ],
  coverage: ['GET /api/coverage', 'GET /api/workshops'],
  session: [
    'GET /api/session',
    'GET /api/desk',
    'GET /api/news',
    'GET /api/awaiting',
    'GET /api/edition',
    'GET /api/texts/:id',
    'GET /api/texts/:id/standing',
    'GET /api/drafts/:id',
    'GET /api/drafts/:id/history',
    'GET /api/versions/:id/round',
  ],
}

/** True for the failures after which another try may go well. */
export function mayPass(error: Error): boolean {
  return (
    error instanceof Unreachable ||
    (error instanceof Refusal && (error.id === 'storage-failing' || error.id === 'internal'))
  )
}
