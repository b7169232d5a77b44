/** The reader's ticks: shown at once, kept by the server, taken back on the screen when they could not be kept. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
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

/** What this page has ticked; `kept` once the server has it and the answer to the comparison's question says so too. */
type Ticks = ReadonlyMap<string, { readonly seen: boolean; readonly kept: boolean }>

export function useSeen(
  { text, fingerprints, seen }: ComparisonView,
  { from, to }: Pick<ComparisonAddress, 'from' | 'to'>,
): Seen {
  const client = useQueryClient()
  const { mutateAsync } = useAct('PUT /api/texts/:id/seen')
  const [ticks, setTicks] = useState<Ticks>(new Map())
  const [failure, setFailure] = useState<unknown>(null)
  /** One after the other: the last tick of a row is the one that is kept. */
  const queue = useRef(Promise.resolve())
  const { id } = text

  const tick = useCallback(
    (key: string, ticked: boolean) => {
      const fingerprint = fingerprints[key]
      if (fingerprint === undefined) return
      const asked = keyOf('GET /api/comparisons', { query: { from, to } })
      setTicks(before => new Map(before).set(key, { seen: ticked, kept: false }))
      queue.current = queue.current.then(async () => {
        try {
          // An answer that was asked for before the tick would take it away again.
          await client.cancelQueries({ queryKey: asked })
          await mutateAsync({ params: { id }, body: { fingerprints: [fingerprint], seen: ticked } })
          client.setQueryData<ComparisonView>(asked, view => view && withTick(view, key, ticked))
          setTicks(before => settled(before, key, ticked))
          setFailure(null)
        } catch (error) {
          setTicks(before => without(before, key))
          setFailure(error)
        }
      })
    },
    [client, fingerprints, from, id, mutateAsync, to],
  )

  const keys = useMemo(() => {
    const all = new Set(seen)
    for (const [key, each] of ticks)
      if (each.seen) all.add(key)
      else all.delete(key)
    return all
  }, [seen, ticks])

  // From a newer answer on, what is kept is as it says: another device may have unticked it.
  const latest = useRef(seen)
  useEffect(() => {
    if (latest.current === seen) return
    latest.current = seen
    setTicks(before => new Map([...before].filter(([, { kept }]) => !kept)))
  }, [seen])

  return { keys, tick, failure }
}

function withTick(view: ComparisonView, key: string, seen: boolean): ComparisonView {
  const others = view.seen.filter(each => each !== key)
  return { ...view, seen: seen ? [...others, key] : others }
}

/** A later tick of the same row is still under way, and stays so. */
function settled(ticks: Ticks, key: string, seen: boolean): Ticks {
  return ticks.get(key)?.seen === seen ? new Map(ticks).set(key, { seen, kept: true }) : ticks
}

function without(ticks: Ticks, key: string): Ticks {
  return new Map([...ticks].filter(([each]) => each !== key))
}
