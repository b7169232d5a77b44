/** Whether threads are shown, and how: beside the text where there is room, and remembered; over it where there is none. */
import { useCallback, useState, useSyncExternalStore } from 'react'

export const THREADS_MODES = ['margin', 'list'] as const
export type ThreadsMode = (typeof THREADS_MODES)[number]

export type ThreadsLayout = {
  readonly wide: boolean
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  readonly mode: ThreadsMode
  readonly setMode: (mode: ThreadsMode) => void
}

const KEPT = 'concordance.threads'

/** `room`: the media query that says whether there is room beside the text. */
export function useThreadsLayout(room: string): ThreadsLayout {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(room)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [room],
  )
  const wide = useSyncExternalStore(subscribe, () => window.matchMedia(room).matches)
  const [beside, setBeside] = useState(() => localStorage.getItem(KEPT) !== 'folded')
  const [over, setOver] = useState(false)
  const [mode, setMode] = useThreadsMode()
  const setOpen = useCallback(
    (open: boolean) => {
      if (!window.matchMedia(room).matches) {
        setOver(open)
        return
      }
      setBeside(open)
      localStorage.setItem(KEPT, open ? 'open' : 'folded')
    },
    [room],
  )
  return { wide, open: wide ? beside : over, setOpen, mode, setMode }
}

/** Kept on the device. */
export function useThreadsMode(): readonly [mode: ThreadsMode, set: (mode: ThreadsMode) => void] {
  const [mode, keepMode] = useState<ThreadsMode>(() =>
    localStorage.getItem(`${KEPT}.mode`) === 'list' ? 'list' : 'margin',
  )
  const setMode = useCallback((chosen: ThreadsMode) => {
    keepMode(chosen)
    localStorage.setItem(`${KEPT}.mode`, chosen)
  }, [])
  return [mode, setMode]
}
