/**
 * The review by keyboard. The keys act on the row, or on the paragraph, that holds the focus. They are heard
 * before the menus of the rows, which would open on an arrow.
 */
import { type RefObject, useEffect } from 'react'
import type { BlockPlace } from './alignment-review.ts'

export type ReviewKeys = {
  readonly join: (row: number) => void
  readonly split: (row: number) => void
  readonly move: (place: BlockPlace, by: 1 | -1) => void
  readonly goTo: (row: number) => void
  readonly look: (row: number) => void
  readonly undo: () => void
  readonly redo: () => void
}

export function useReviewKeys(container: RefObject<HTMLElement | null>, keys: ReviewKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const element = event.target
      if (!(element instanceof HTMLElement) || !container.current?.contains(element) || event.isComposing)
        return
      if (['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName)) return
      const act = actOf(event, element, keys)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [container, keys])
}

function actOf(event: KeyboardEvent, element: HTMLElement, keys: ReviewKeys): (() => void) | undefined {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return event.shiftKey ? keys.redo : keys.undo
    return key === 'y' ? keys.redo : undefined
  }
  const row = Number(element.closest('[data-review-index]')?.getAttribute('data-review-index') ?? Number.NaN)
  if (Number.isNaN(row)) return undefined
  const place = placeOf(element, row)
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : undefined
  if (by && event.altKey) return place && (() => keys.move(place, by))
  if (event.altKey) return undefined
  if (by) return () => keys.goTo(row + by)
  switch (key) {
    case 'm':
      return () => keys.join(row)
    case 's':
      return () => keys.split(row)
    case 'n':
      return () => keys.look(row)
    default:
      return undefined
  }
}

function placeOf(element: HTMLElement, row: number): BlockPlace | undefined {
  const [language, block] = element.closest('[data-block]')?.getAttribute('data-block')?.split(' ') ?? []
  return language === 'fr' || language === 'ja' ? { row, language, block: Number(block) } : undefined
}
