/** What stands beside the text of a draft: threads or amendments; beside it where there is room, over it where not. */
import { useCallback, useState, useSyncExternalStore } from 'react'

export const SIDE_MODES = ['threads', 'amendments', 'changes'] as const
export type SideMode = (typeof SIDE_MODES)[number]

export type DraftSide = {
  /** There is room for it beside the text. */
  readonly wide: boolean
  readonly open: boolean
  /** Null until one has chosen. */
  readonly mode: SideMode | null
  readonly show: (mode: SideMode) => void
  readonly close: () => void
}

const ROOM = '(min-width: 75rem)'
const KEPT = 'concordance.amendments.panel'

/** Whether it is open beside the text is remembered on the device. */
export function useDraftSide(): DraftSide {
  const wide = useSyncExternalStore(subscribe, isWide)
  const [beside, setBeside] = useState(() => localStorage.getItem(KEPT) !== 'folded')
  const [over, setOver] = useState(false)
  const [mode, setMode] = useState<SideMode | null>(null)
  const setOpen = useCallback((open: boolean) => {
    if (!isWide()) {
      setOver(open)
      return
    }
    setBeside(open)
    localStorage.setItem(KEPT, open ? 'open' : 'folded')
  }, [])
  const show = useCallback(
    (next: SideMode) => {
      setMode(next)
      setOpen(true)
    },
    [setOpen],
  )
  const close = useCallback(() => setOpen(false), [setOpen])
  return { wide, open: wide ? beside : over, mode, show, close }
}

function isWide(): boolean {
  return window.matchMedia(ROOM).matches
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(ROOM)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
