/** Single letters that act, for whoever reads with the hands on the keyboard; they can be switched off (WCAG 2.1.4). */
import { useEffect, useRef } from 'react'
import { useSingleKeysOn } from '../../single-keys.ts'

export type SingleKeys = { readonly on: boolean; readonly set: (on: boolean) => void }

/** What each key does; letters in lower case, whichever the reader types. */
export type KeyActs = Readonly<Record<string, () => void>>

export function useSingleKeys(acts: KeyActs): SingleKeys {
  const [on, set] = useSingleKeysOn()
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })

  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return
      const act = latest.current[event.key.toLowerCase()] ?? latest.current[digitOf(event)]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [on])

  return { on, set }
}

/** French keyboards write digits with Shift; the key itself is meant. Empty when it bears none. */
function digitOf({ code, shiftKey }: KeyboardEvent): string {
  return shiftKey ? '' : (/^Digit(\d)$/.exec(code)?.[1] ?? '')
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('[role=menu], [role=dialog]') !== null ||
      (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) && !isSwitch(target)))
  )
}

/** In a checkbox or radio button letters type nothing. */
function isSwitch(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')
}
