/** Bringing a change under the reader's eyes: from its unit, after asking for it, and from an address that names it. */
import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSearchParams } from 'react-router'
import type { UnitChangesView } from '../../../shared/protocol/change-views.ts'
import type { DraftSide } from '../drafts/use-draft-side.ts'

/** Frames in which a card that is known may still come: some seconds. */
const LONGEST_WAIT = 600

/** Waits for a change that is not in the list yet. The same function for good. */
export function useGoToChange(
  changes: UnitChangesView | null,
  { show }: Pick<DraftSide, 'show'>,
): (change: string) => void {
  const [address] = useSearchParams()
  const [goal, setGoal] = useState(() => address.get('change'))
  const known = goal !== null && changes?.changes.some(({ id }) => id === goal)
  useEffect(() => {
    if (!goal || !known) return
    // After the drawing that this is the effect of: what stands beside the text is another list then.
    let frame = requestAnimationFrame(() => {
      flushSync(() => show('changes'))
      arrive()
    })
    // What stands beside the text may wait for other lists: the card is there when they are.
    let left = LONGEST_WAIT
    const arrive = () => {
      if (focusCard(goal) || left-- === 0) setGoal(null)
      else frame = requestAnimationFrame(arrive)
    }
    return () => cancelAnimationFrame(frame)
  }, [goal, known, show])
  return useCallback((change: string) => setGoal(change), [])
}

/** False while there is no such card. */
function focusCard(change: string): boolean {
  const card = document.querySelector<HTMLElement>(`[data-change="${CSS.escape(change)}"]`)
  card?.closest('details')?.setAttribute('open', '')
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
  return card !== null
}
