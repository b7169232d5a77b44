/** The height of a bar that stays at the top, as `--bar-height` of the page, for what stays in sight below it. */
import { type RefObject, useLayoutEffect } from 'react'

export function useBarHeight(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = bar.current
    const page = element?.parentElement
    if (!element || !page) return
    const observer = new ResizeObserver(() =>
      page.style.setProperty('--bar-height', `${element.getBoundingClientRect().height}px`),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [bar])
}
