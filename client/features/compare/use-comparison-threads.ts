/** The threads of a comparison: where they hang in its new text; on words that only the old one has, there. */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { newText, oldText } from '../../../shared/compare/texts-of-comparison.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { type Place, readPlace } from '../../../shared/model/thread.ts'
import type { ComparisonView } from '../../../shared/protocol/views.ts'
import { useTextThreads } from '../threads/use-text-threads.ts'
import type { ComparisonItem } from './comparison-items.ts'
import { unitOfRow } from './row-margin.tsx'

export function useComparisonThreads(
  { comparison, from, to, text }: ComparisonView,
  items: readonly ComparisonItem[],
  setFold: (key: string, open: boolean) => void,
) {
  const now = useMemo(() => newText(comparison), [comparison])
  const old = useMemo(() => {
    const place = placeOf(from.ref)
    return place && { text: oldText(comparison), place }
  }, [comparison, from.ref])
  const changed = useMemo(
    () => new Set(comparison.rows.filter(({ kinds }) => kinds.length > 0).map(unitOfRow)),
    [comparison],
  )
  const isAmended = useCallback((unit: UnitId | null) => unit !== null && changed.has(unit), [changed])
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  })
  const reveal = useCallback(
    (unit: UnitId) => {
      const fold = latest.current.find(
        item => item.type === 'fold' && !item.open && item.rows.some(row => unitOfRow(row) === unit),
      )
      if (fold) flushSync(() => setFold(fold.key, true))
    },
    [setFold],
  )
  const place = placeOf(to.ref)
  const threads = useTextThreads({
    of: text.id,
    // A state of a draft's history has no threads of its own: nothing is asked.
    place: place ?? NO_PLACE,
    asks: place !== undefined,
    text: now,
    old,
    isAmended,
    reveal,
  })
  return { ...threads, text: now, place, reveal }
}

const NO_PLACE: Place = 'draft:-'

function placeOf(ref: string): Place | undefined {
  return readPlace(ref) ? (ref as Place) : undefined
}
