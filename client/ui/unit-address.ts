/** Addresses that lead to one unit of a text: `/drafts/…#unit-<id>`. */
import { useEffect } from 'react'
import { useLocation } from 'react-router'

const MARK = '#unit-'
/** How long the unit is waited for: its text may come later than the page. In milliseconds. */
const PATIENCE = 10_000

export function unitAddress(path: string, unit: string | null): string {
  return unit === null ? path : `${path}${MARK}${encodeURIComponent(unit)}`
}

/** Brings the unit that the address names under the reader's eyes, once, as soon as it is drawn. */
export function useUnitOfAddress(): void {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link followed twice leads there twice.
  useEffect(() => {
    if (!hash.startsWith(MARK)) return
    const unit = readUnit(hash.slice(MARK.length))
    if (unit === undefined) return
    // The row's margin or the row itself, never a block inside an editor: that is the editor's own.
    const row = `[data-unit="${CSS.escape(unit)}"]:not([contenteditable="true"] *)`
    const found = () => goTo(document.querySelector<HTMLElement>(row))
    if (found()) return
    const observer = new MutationObserver(() => {
      if (found()) observer.disconnect()
    })
    observer.observe(document.body, { childList: true, subtree: true })
    const timer = setTimeout(() => observer.disconnect(), PATIENCE)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [hash, key])
}

/** Undefined where an address was cut in the middle of a character. */
function readUnit(written: string): string | undefined {
  try {
    return decodeURIComponent(written)
  } catch {
    return undefined
  }
}

function goTo(row: HTMLElement | null): boolean {
  if (!row) return false
  const goal = row.querySelector<HTMLElement>('button') ?? row
  if (goal === row) row.tabIndex = -1
  goal.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'center' })
  return true
}
