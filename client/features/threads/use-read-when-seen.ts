/** Tells that a thread was read when its open card has been in sight, in a window that is looked at. */
import { type RefObject, useEffect, useRef } from 'react'

export function useReadWhenSeen(
  card: RefObject<HTMLElement | null>,
  isNew: boolean,
  markRead: () => Promise<void>,
): void {
  const latest = useRef(markRead)
  useEffect(() => {
    latest.current = markRead
  })
  useEffect(() => {
    const element = card.current
    if (!isNew || !element) return
    let inSight = false
    let told = false
    const tell = () => {
      if (told || !inSight || document.visibilityState !== 'visible') return
      told = true
      // Offline it stays unread, and is told the next time it is opened.
      latest.current().catch(() => {})
    }
    const sight = new IntersectionObserver(entries => {
      inSight = entries.some(({ isIntersecting }) => isIntersecting)
      tell()
    })
    sight.observe(element)
    document.addEventListener('visibilitychange', tell)
    return () => {
      sight.disconnect()
      document.removeEventListener('visibilitychange', tell)
    }
  }, [card, isNew])
}
