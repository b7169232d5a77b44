/**
 * The letters of the room's stage and what of the text is in sight: the current unit as large as the room needs it,
 * smaller down to a limit where it is long, and beyond that scrolled through page by page.
 */
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

export type StageFit = {
  /** In what follows everything is measured again. */
  readonly subject: string
  /** Steps larger or smaller than usual. */
  readonly size: number
  readonly focus: boolean
}

/** In pixels: below this nobody reads at a distance, on no screen. */
const SMALLEST = 17
/** How far the letters of a long unit may shrink before it is scrolled through. */
const SHRINK = 0.66
/** What of the height is kept between two pages of a long unit. */
const OVERLAP = 0.15

/** Of the French letters in pixels; Japanese ones stand a little smaller beside them. */
export function lettersFor(width: number, height: number, { size, focus }: Omit<StageFit, 'subject'>) {
  // Two columns on a wide screen, one above the other on a narrow one.
  const usual = width < 760 ? width * 0.052 : Math.min(width * 0.0245, height * 0.068)
  const steps = 1.1 ** size
  const focused = Math.max(SMALLEST, usual * steps)
  if (!focus) {
    const even = Math.max(SMALLEST, usual * 0.72 * steps)
    return { focused: even, smallest: even, rest: even }
  }
  return {
    focused,
    smallest: Math.max(SMALLEST, focused * SHRINK),
    rest: Math.max(SMALLEST * 0.85, focused * 0.55),
  }
}

/** Turns a page within the current unit; false where it has no further one in that direction. */
export type TurnPage = (by: 1 | -1) => boolean

export function useStageFit(stage: RefObject<HTMLElement | null>, fit: StageFit): TurnPage {
  const latest = useRef(fit)
  /** How far one has scrolled into the current unit, in pixels. */
  const into = useRef(0)
  const place = useCallback(() => {
    const element = stage.current
    const unit = element?.querySelector<HTMLElement>('[data-current="true"]')
    if (!element || !unit) return
    fitLetters(element, unit, latest.current)
    const spare = element.clientHeight - unit.offsetHeight
    into.current = Math.max(0, Math.min(into.current, -spare))
    element.scrollTop = unit.offsetTop - Math.max(0, spare / 2) + into.current
  }, [stage])
  const { subject, size, focus } = fit
  const before = useRef('')
  useLayoutEffect(() => {
    latest.current = { subject, size, focus }
    const [unit = ''] = subject.split(' ')
    if (before.current !== unit) into.current = 0
    before.current = unit
    place()
  }, [subject, size, focus, place])
  useLayoutEffect(() => {
    if (!stage.current) return
    const observer = new ResizeObserver(place)
    observer.observe(stage.current)
    document.fonts.addEventListener('loadingdone', place)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', place)
    }
  }, [stage, place])
  return useCallback(
    by => {
      const element = stage.current
      const unit = element?.querySelector<HTMLElement>('[data-current="true"]')
      if (!element || !unit) return false
      const most = Math.max(0, unit.offsetHeight - element.clientHeight)
      const next = Math.max(0, Math.min(most, into.current + by * element.clientHeight * (1 - OVERLAP)))
      if (Math.abs(next - into.current) < 1) return false
      into.current = next
      place()
      return true
    },
    [stage, place],
  )
}

function fitLetters(stage: HTMLElement, unit: HTMLElement, fit: StageFit): void {
  const letters = lettersFor(stage.clientWidth, stage.clientHeight, fit)
  stage.style.setProperty('--rest', `${letters.rest}px`)
  const fits = (size: number) => {
    stage.style.setProperty('--focus-size', `${size}px`)
    return unit.offsetHeight <= stage.clientHeight
  }
  if (fits(letters.focused)) return
  let [low, high] = [letters.smallest, letters.focused]
  if (!fits(low)) return
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  fits(low)
}
