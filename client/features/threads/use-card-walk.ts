/**
 * Going through the cards by keyboard: arrows from card to card, Enter opens and then goes to the words, r replies,
 * e resolves, Escape goes back to the text. Fields and open menus keep their keys.
 */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSingleKeysOn } from '../../single-keys.ts'
import { NEW_THREAD, type ThreadDesk } from './use-thread-desk.ts'

export type CardWalk = {
  /** The card that the Tab key comes to. */
  readonly current: string | null
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: { readonly target: EventTarget }) => void
}

/** `keys`: the threads shown, in order. `cards` is the element that holds them. */
export function useCardWalk(
  desk: ThreadDesk,
  keys: readonly string[],
  cards: RefObject<HTMLElement | null>,
): CardWalk {
  const [singleKeys] = useSingleKeysOn()
  const [at, setAt] = useState<string | null>(null)
  const before = useRef<readonly string[]>(keys)
  const current = at !== null && keys.includes(at) ? at : (keys[0] ?? null)

  const focus = useCallback(
    (key: string) => {
      const card = cardOf(cards.current, key)
      if (!card) return false
      setAt(key)
      if (key === NEW_THREAD) card.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true })
      else card.focus({ preventScroll: true })
      // In a list it may be out of sight; in a margin it comes to stand beside its words, and those are shown.
      if (card.closest('[data-mode=list]')) card.scrollIntoView({ block: 'nearest' })
      return true
    },
    [cards],
  )

  const done = useRef(0)
  const { wanted } = desk
  useEffect(() => {
    if (wanted && wanted.nth !== done.current && focus(wanted.key)) done.current = wanted.nth
  })
  useEffect(() => {
    // The card that had the focus has gone: its place is taken by the next one.
    const gone = at !== null && !keys.includes(at) ? before.current.indexOf(at) : -1
    if (gone >= 0 && document.activeElement === document.body) {
      const next = keys[Math.min(gone, keys.length - 1)]
      if (next !== undefined) focus(next)
    }
    before.current = keys
  })

  const step = (from: string | null, by: number) => {
    const index = from === null ? -1 : keys.indexOf(from)
    const next = keys[Math.max(0, Math.min(keys.length - 1, index + by))]
    if (next === undefined) return
    focus(next)
    cardOf(cards.current, next)?.scrollIntoView({ block: 'nearest', behavior: calmly() })
  }
  const press = (key: string, letter: string) => {
    const thread = desk.hung.find(hung => hung.thread.id === key)?.thread
    if (!thread?.mayComment) return
    flushSync(() => desk.choose(thread.id))
    cardOf(cards.current, key)?.querySelector<HTMLElement>(`[data-letter=${letter}]`)?.click()
  }
  const actOf = (key: string, on: string | null, onCard: boolean): (() => void) | undefined => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -keys.length, End: keys.length }[key]
    if (by !== undefined) return () => step(on ?? current, by)
    const hung = desk.hung.find(({ thread }) => thread.id === on)
    if (key === 'Escape') return () => desk.toText(hung ?? null)
    if (!hung) return undefined
    if (key === 'Enter' && onCard)
      return () => (desk.chosen === hung.thread.id ? desk.toText(hung) : desk.choose(hung.thread.id))
    const letter = key.toLowerCase()
    return singleKeys && (letter === 'r' || letter === 'e') ? () => press(hung.thread.id, letter) : undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return
    if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return
    // A menu or a dialog is drawn elsewhere, but React tells its keys here.
    if (!cards.current?.contains(target)) return
    const card = target.closest<HTMLElement>('[data-thread]')
    const does = actOf(key, card?.dataset.thread ?? null, card === target)
    if (!does) return
    event.preventDefault()
    event.stopPropagation()
    does()
  }
  const onFocus = ({ target }: { readonly target: EventTarget }) => {
    const key = target instanceof Element && target.closest<HTMLElement>('[data-thread]')?.dataset.thread
    if (key) setAt(key)
  }
  return { current, onKeyDown, onFocus }
}

/** Moving pictures are for who wants them. */
export function calmly(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}

function cardOf(cards: HTMLElement | null, key: string): HTMLElement | null {
  return cards?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(key)}"]`) ?? null
}

function isField(target: HTMLElement): boolean {
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}
