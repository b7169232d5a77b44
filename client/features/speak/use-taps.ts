/** A finger on the right third goes on, on the left third back; the middle and the mouse do nothing. */
import { type PointerEvent, useRef } from 'react'

/** A finger that moves further than this, in pixels, does not tap. */
const STILL = 20

export function useTaps(onTap: (kind: 'next' | 'previous') => void) {
  const down = useRef<{ readonly x: number; readonly y: number } | null>(null)
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent<HTMLElement>) => {
      down.current = pointerType === 'mouse' ? null : { x: clientX, y: clientY }
    },
    onPointerUp: ({ clientX, clientY, currentTarget, target }: PointerEvent<HTMLElement>) => {
      const began = down.current
      down.current = null
      if (!began || Math.hypot(clientX - began.x, clientY - began.y) > STILL) return
      if (target instanceof Element && target.closest('a, button')) return
      const { left, width } = currentTarget.getBoundingClientRect()
      const part = (clientX - left) / width
      if (part > 2 / 3) onTap('next')
      else if (part < 1 / 3) onTap('previous')
    },
  }
}
