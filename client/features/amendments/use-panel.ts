/** Whether the list is open: beside the text where there is room, and remembered; over it where there is none. */
import { useCallback, useState, useSyncExternalStore } from 'react'

export type Panel = {
  /** There is room for it beside the text. */
  readonly wide: boolean
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
}

const ROOM = '(min-width: 75rem)'
const KEPT = 'concordance.amendments.panel'

export function usePanel(): Panel {
  const wide = useSyncExternalStore(subscribe, () => window.matchMedia(ROOM).matches)
  const [beside, setBeside] = useState(() => localStorage.getItem(KEPT) !== 'folded')
  const [over, setOver] = useState(false)
  const setOpen = useCallback((open: boolean) => {
    if (!window.matchMedia(ROOM).matches) {
      setOver(open)
      return
    }
    setBeside(open)
    localStorage.setItem(KEPT, open ? 'open' : 'folded')
  }, [])
  return { wide, open: wide ? beside : over, setOpen }
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(ROOM)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
