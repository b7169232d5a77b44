/**
 * The largest letters with which a unit stands on one screen; when even the smallest that a hall can read are too
 * large, the unit is cut into screens between its lines, by CSS columns as wide as the cell: no line, reading or word
 * is ever cut.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Language } from '../../../shared/model/language.ts'

/** Between two screens of a unit, out of sight, in pixels. */
export const COLUMN_GAP = 80

export type Fit = {
  /** Of the French letters, in pixels. */
  readonly largest: number
  readonly smallest: number
}

/** How many screens the words of each language take. */
export type Pages = { readonly [L in Language]: number }

/**
 * Fits what stands in `stage` (cells whose `data-cell` is their language, each with one child) again whenever `subject`
 * or the room for it changes, and tells how many screens it takes.
 */
export function useFittedPages(
  stage: RefObject<HTMLElement | null>,
  subject: string,
  fitOf: (room: { readonly width: number; readonly height: number }) => Fit,
  onPages: (pages: Pages) => void,
): void {
  const latest = useRef({ fitOf, onPages })
  useLayoutEffect(() => {
    latest.current = { fitOf, onPages }
  })
  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    element.dataset.subject = subject
    latest.current.onPages(fitInto(element, latest.current.fitOf))
  }, [stage, subject])
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const again = () => latest.current.onPages(fitInto(element, latest.current.fitOf))
    const observer = new ResizeObserver(again)
    observer.observe(element)
    // Letters that arrive later are wider or narrower than those that stood in for them.
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', again)
    }
  }, [stage])
}

function fitInto(stage: HTMLElement, fitOf: (room: { width: number; height: number }) => Fit): Pages {
  const { largest, smallest } = fitOf({ width: stage.clientWidth, height: stage.clientHeight })
  const cells = [...stage.querySelectorAll<HTMLElement>('[data-cell]')]
  const pagesWith = (size: number): Pages => {
    stage.style.setProperty('--speak-size', `${size}px`)
    const pages = { fr: 1, ja: 1 }
    for (const cell of cells) pages[cell.dataset.cell === 'ja' ? 'ja' : 'fr'] = pagesIn(cell)
    return pages
  }
  const isOne = ({ fr, ja }: Pages) => fr === 1 && ja === 1
  const widest = pagesWith(largest)
  if (isOne(widest)) return widest
  const narrowest = pagesWith(smallest)
  if (!isOne(narrowest)) return narrowest
  let [fits, tooLarge] = [smallest, largest]
  while (tooLarge - fits > 1) {
    const size = Math.floor((fits + tooLarge) / 2)
    if (isOne(pagesWith(size))) fits = size
    else tooLarge = size
  }
  return pagesWith(fits)
}

function pagesIn(cell: HTMLElement): number {
  const flow = cell.firstElementChild
  if (!(flow instanceof HTMLElement) || flow.clientWidth === 0) return 1
  const width = flow.clientWidth
  cell.style.setProperty('--cell-width', `${width}px`)
  return Math.max(1, Math.round((flow.scrollWidth + COLUMN_GAP) / (width + COLUMN_GAP)))
}
