/** Walking from change to change: the focus goes along, and the reader stays at the same change when others come or go. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { neighbourChange } from './comparison-items.ts'

export type ChangeWalk = {
  /** Number of the change one stands on, from 1; null before the first step and when it is no longer shown. */
  readonly current: number | null
  /** Key of its row. */
  readonly currentKey: string | null
  readonly step: (by: 1 | -1) => void
  /** To the next change that `wanted` accepts, going round; false when there is none. */
  readonly stepTo: (wanted: (key: string) => boolean) => boolean
  /** The element that holds the rows. */
  readonly body: RefObject<HTMLDivElement | null>
}

/**
 * `keys`: those of the rows of the changes shown, in order. `shape` names how they are laid out: when it changes,
 * the change that one stands on comes back into sight.
 */
export function useChangeWalk(keys: readonly string[], shape: string): ChangeWalk {
  const [at, setAt] = useState<string | null>(null)
  const index = at === null ? -1 : keys.indexOf(at)
  const current = index === -1 ? null : index + 1
  const body = useRef<HTMLDivElement>(null)

  const goTo = useCallback((key: string) => {
    setAt(key)
    const row = rowOf(body.current, key)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: row.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' })
  }, [])

  const step = useCallback(
    (by: 1 | -1) => {
      const next = neighbourChange(current, by, keys.length)
      if (next !== null) goTo(keys[next - 1]!)
    },
    [current, goTo, keys],
  )

  const stepTo = useCallback(
    (wanted: (key: string) => boolean) => {
      const from = current ?? 0
      const found = [...keys.slice(from), ...keys.slice(0, from)].find(wanted)
      if (found !== undefined) goTo(found)
      return found !== undefined
    },
    [current, goTo, keys],
  )

  const before = useRef(shape)
  useEffect(() => {
    if (before.current === shape) return
    before.current = shape
    if (at !== null) rowOf(body.current, at)?.scrollIntoView({ block: 'center' })
  }, [at, shape])

  return { current, currentKey: current === null ? null : at, step, stepTo, body }
}

function rowOf(body: HTMLElement | null, key: string): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null
}
