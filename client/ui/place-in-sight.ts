/** The place that one reads: a unit, and how high it stands on the screen. */

export type Place = { readonly unit: string; readonly top: number }

/** The unit of the caret if it is in sight, else the first one in sight; null when there is none. In pixels of the window. */
export function placeIn(container: ParentNode): Place | null {
  const at = getSelection()?.anchorNode
  const caret = (at instanceof Element ? at : at?.parentElement)?.closest<HTMLElement>('[data-unit]')
  const units = [...container.querySelectorAll<HTMLElement>('[data-unit]')]
  const inSight = (element: HTMLElement) => {
    const { top, bottom, height } = element.getBoundingClientRect()
    return height > 0 && bottom > TOOLS && top < window.innerHeight
  }
  const found = caret && container.contains(caret) && inSight(caret) ? caret : units.find(inSight)
  return found ? { unit: found.dataset.unit!, top: found.getBoundingClientRect().top } : null
}

/** Scrolls so that the unit stands where it stood. */
export function restorePlace(container: ParentNode, place: Place | null): void {
  if (!place) return
  const units = container.querySelectorAll<HTMLElement>(`[data-unit="${CSS.escape(place.unit)}"]`)
  const element = [...units].find(each => each.getBoundingClientRect().height > 0)
  const moved = element ? element.getBoundingClientRect().top - place.top : 0
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
}

/** As the change is drawn: rows follow in microtasks, and the browser's own anchoring would move a second time. */
export function keepingPlace(container: HTMLElement | null, change: () => void): void {
  const place = container && placeIn(container)
  const focused = document.activeElement
  const { style } = document.documentElement
  style.overflowAnchor = 'none'
  change()
  requestAnimationFrame(() => {
    // Whoever went elsewhere before the frame came is not brought back.
    if (container && document.activeElement === focused) restorePlace(container, place)
    style.overflowAnchor = ''
  })
}

/** Height of the tools that stick to the top: what is behind them is not in sight. In pixels. */
const TOOLS = 60
