/**
 * Going through the list by keyboard: arrows from item to item, Enter to the text, Escape back to it, and single
 * letters for the acts while the focus is in the list.
 */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { AmendmentItem } from './amendment-desk.ts'

export type ListWalk = {
  /** The item one is at; always one of those shown, if there are any. */
  readonly current: AmendmentKey | null
  readonly setCurrent: (key: AmendmentKey) => void
  /** Puts the focus on an item and brings it into view; at once, or when the list shows it. */
  readonly goTo: (key: AmendmentKey) => void
  readonly list: RefObject<HTMLOListElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export type WalkActs = {
  /** What a letter does with the item; undefined when it does nothing. */
  readonly letter: (letter: string, item: AmendmentItem) => (() => void) | undefined
  readonly toText: (item: AmendmentItem) => void
  /** Leaves the list. */
  readonly back: () => void
}

export function useListWalk(shown: readonly AmendmentItem[], acts: WalkActs): ListWalk {
  const [at, setAt] = useState<AmendmentKey | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<AmendmentKey | null>(null)
  const before = useRef<readonly AmendmentKey[]>([])
  const keys = shown.map(({ amendment }) => amendment.key)
  const current = at !== null && keys.includes(at) ? at : (keys[0] ?? null)

  const focus = useCallback((key: AmendmentKey) => {
    const item = list.current?.querySelector<HTMLElement>(`[data-amendment="${CSS.escape(key)}"]`)
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest' })
    return Boolean(item)
  }, [])
  const goTo = useCallback(
    (key: AmendmentKey) => {
      setAt(key)
      wanted.current = focus(key) ? null : key
    },
    [focus],
  )
  useEffect(() => {
    if (wanted.current !== null && focus(wanted.current)) wanted.current = null
    // The item that had the focus was decided and left the list: its place is taken by the next one.
    const gone = at !== null && !keys.includes(at) ? before.current.indexOf(at) : -1
    if (gone >= 0 && document.activeElement === document.body) {
      const next = keys[Math.min(gone, keys.length - 1)]
      if (next !== undefined) goTo(next)
    }
    before.current = keys
  })

  const step = (by: number, from: AmendmentKey | null) => {
    const index = from === null ? -1 : keys.indexOf(from)
    const next = keys[Math.max(0, Math.min(keys.length - 1, index + by))]
    if (next !== undefined) goTo(next)
  }
  const actOf = (key: string, item: AmendmentItem | undefined, onItem: boolean) => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -keys.length, End: keys.length }[key]
    if (by !== undefined) return () => step(by, current)
    if (key === 'Escape') return acts.back
    if (!item) return undefined
    // Enter and space press a button that has the focus.
    if (!onItem && (key === 'Enter' || key === ' ')) return undefined
    return key === 'Enter' ? () => acts.toText(item) : acts.letter(key.toLowerCase(), item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const item = shown.find(({ amendment }) => amendment.key === current)
    const onItem = event.target instanceof HTMLElement && event.target.hasAttribute('data-amendment')
    const does = actOf(event.key, item, onItem)
    if (!does) return
    event.preventDefault()
    event.stopPropagation()
    does()
  }
  return { current, setCurrent: setAt, goTo, list, onKeyDown }
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}
