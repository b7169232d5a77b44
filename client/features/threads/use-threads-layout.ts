/** Whether threads are shown, and how: beside the text where there is room, and remembered; over it where there is none. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

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

/** `room`: how wide, in rem, what holds `text` must be for threads beside it. */
export function useThreadsLayout(room: number, text: RefObject<HTMLElement | null>): ThreadsLayout {
  const wide = useRoom(room, text)
  const latest = useRef(wide)
  useEffect(() => {
    latest.current = wide
  })
  const [beside, setBeside] = useState(() => localStorage.getItem(KEPT) !== 'folded')
  const [over, setOver] = useState(false)
  const [mode, setMode] = useThreadsMode()
  const setOpen = useCallback((open: boolean) => {
    if (!latest.current) {
      setOver(open)
      return
    }
    setBeside(open)
    localStorage.setItem(KEPT, open ? 'open' : 'folded')
  }, [])
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

/** Of what is really there: beside the list of amendments there is less than the window has. */
function useRoom(room: number, text: RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(false)
  useLayoutEffect(() => {
    const around = text.current?.parentElement
    if (!around) return
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const look = () => setWide(around.clientWidth >= room * rem)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(around)
    return () => observer.disconnect()
  }, [room, text])
  return wide
}
