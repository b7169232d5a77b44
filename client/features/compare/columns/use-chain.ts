/** The comparisons of neighbours in a chain of states, each asked for like any other comparison. */
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import type { ComparisonRef, ComparisonView } from '../../../../shared/protocol/views.ts'
import { call } from '../../../api.ts'
import { keyOf } from '../../../queries.ts'

export type Chain =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: Error; readonly retry: () => void }
  /** The list keeps its identity as long as it says the same. */
  | { readonly state: 'ready'; readonly steps: readonly ComparisonView[] }

/** `refs`: two or more, from the oldest to the newest. */
export function useChain(refs: readonly ComparisonRef[]): Chain {
  return useQueries({
    queries: refs.slice(1).map((to, index) => {
      const asked = { query: { from: refs[index]!, to } }
      return {
        queryKey: keyOf('GET /api/comparisons', asked),
        queryFn: () => call('GET /api/comparisons', asked),
      }
    }),
    combine: chainOf,
  })
}

function chainOf(answers: readonly UseQueryResult<ComparisonView, Error>[]): Chain {
  const steps = answers.flatMap(({ data }) => (data ? [data] : []))
  if (steps.length === answers.length) return { state: 'ready', steps }
  const failed = answers.find(({ error, data }) => error && !data)
  if (!failed?.error) return { state: 'waiting' }
  return { state: 'failed', error: failed.error, retry: () => void failed.refetch() }
}
