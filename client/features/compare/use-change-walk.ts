/** Walking from change to change, by buttons or by the keys n or j and p or k. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { neighbourChange } from './comparison-items.ts'

export type ChangeWalk = {
  /** Number of the change one stands on, from 1; null before the first step. */
  readonly current: number | null
  readonly step: (by: 1 | -1) => void
  /** Whether single letters walk; they can be switched off for those whose speech or tremor types them (WCAG 2.1.4). */
  readonly singleKeys: boolean
  readonly setSingleKeys: (on: boolean) => void
  /** The element that holds the rows. */
  readonly body: RefObject<HTMLDivElement | null>
}

const SINGLE_KEYS = 'concordance.compare.single-keys'

/** `count`: how many changes are shown. When it shrinks below where one stands, one stands nowhere. */
export function useChangeWalk(count: number): ChangeWalk {
  const [at, setAt] = useState<number | null>(null)
  const current = at !== null && at <= count ? at : null
  const [singleKeys, setSingleKeys] = useState(() => localStorage.getItem(SINGLE_KEYS) !== 'off')
  const body = useRef<HTMLDivElement>(null)

  const step = useCallback(
    (by: 1 | -1) => {
      const next = neighbourChange(current, by, count)
      setAt(next)
      const row = body.current?.querySelector<HTMLElement>(`[data-change="${next}"]`)
      row?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: row.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' })
    },
    [count, current],
  )

  useEffect(() => {
    localStorage.setItem(SINGLE_KEYS, singleKeys ? 'on' : 'off')
    if (!singleKeys) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return
      const by = { n: 1, j: 1, p: -1, k: -1 }[event.key.toLowerCase()]
      if (by !== 1 && by !== -1) return
      event.preventDefault()
      step(by)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [singleKeys, step])

  return { current, step, singleKeys, setSingleKeys, body }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) && !isSwitch(target)))
  )
}

/** In a checkbox or radio button letters type nothing. */
function isSwitch(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')
}
