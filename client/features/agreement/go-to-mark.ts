/** To the sign of a unit in the margin, which then has the focus: Enter opens it. */
import { flushSync } from 'react-dom'
import type { UnitId } from '../../../shared/model/ids.ts'

/** `reveal` brings the unit onto the page, where some are folded. */
export function goToMark(unit: UnitId, reveal?: (unit: UnitId) => void): void {
  if (!markOf(unit) && reveal) flushSync(() => reveal(unit))
  const mark = markOf(unit)
  mark?.focus({ preventScroll: true })
  mark?.scrollIntoView({ block: 'center' })
}

function markOf(unit: UnitId): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-unit="${CSS.escape(unit)}"] [data-agreement]`)
}
