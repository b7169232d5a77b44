/** The reader's ticks: shown at once, kept by the server, taken back on the screen when they could not be kept. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ComparisonView } from '../../../shared/protocol/views.ts'
import { keyOf, useAct } from '../../queries.ts'
import type { ComparisonAddress } from './comparison-address.ts'

export type Seen = {
  /** Keys of the rows ticked. */
  readonly keys: ReadonlySet<string>
  readonly tick: (key: string, seen: boolean) => void
  /** Why the last tick could not be kept; null when it was. */
  readonly failure: unknown
}

export function useSeen(
  { text, fingerprints, seen }: ComparisonView,
  { from, to }: Pick<ComparisonAddress, 'from' | 'to'>,
): Seen {
  const client = useQueryClient()
  const { mutateAsync } = useAct('PUT /api/texts/:id/seen')
  const [failure, setFailure] = useState<unknown>(null)
  /** One after the other: the last tick of a row is the one that is kept. */
  const queue = useRef(Promise.resolve())
  const keys = useMemo(() => new Set(seen), [seen])
  const { id } = text

  const tick = useCallback(
    (key: string, ticked: boolean) => {
      const fingerprint = fingerprints[key]
      if (fingerprint === undefined) return
      const asked = keyOf('GET /api/comparisons', { query: { from, to } })
      const show = (shown: boolean) =>
        client.setQueryData<ComparisonView>(asked, view => view && withTick(view, key, shown))
      show(ticked)
      queue.current = queue.current.then(async () => {
        try {
          // An answer that was asked for before the tick would take it away again.
          await client.cancelQueries({ queryKey: asked })
          await mutateAsync({ params: { id }, body: { fingerprints: [fingerprint], seen: ticked } })
          setFailure(null)
        } catch (error) {
          show(!ticked)
          setFailure(error)
        }
      })
    },
    [client, fingerprints, from, id, mutateAsync, to],
  )
  return { keys, tick, failure }
}

function withTick(view: ComparisonView, key: string, seen: boolean): ComparisonView {
  const others = view.seen.filter(each => each !== key)
  return { ...view, seen: seen ? [...others, key] : others }
}
