/**
 * Whether single letters act, for readers whose speech or tremor types them (WCAG 2.1.4). One preference for the
 * whole application, kept on the device.
 */
import { useState } from 'react'

const KEPT = 'concordance.compare.single-keys'

export function useSingleKeysOn(): readonly [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) !== 'off')
  const set = (next: boolean) => {
    localStorage.setItem(KEPT, next ? 'on' : 'off')
    setOn(next)
  }
  return [on, set]
}
