/** [S2] What each key does in front of the room. A clicker sends PageDown and PageUp. */
import { digitOf, type KeyPressed } from '../speak/speak-keys.ts'

export type RoomAct =
  | { readonly kind: 'next' | 'previous' | 'page-on' | 'page-back' | 'first' | 'last' | 'leave' }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'jump' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'size'; readonly by: 1 | -1 }
  | { readonly kind: 'focus' | 'ask' | 'consent' | 'shown' | 'list' | 'dark' | 'help' }

/** Keys that write nothing act always: they are what a clicker and a switch send. */
const ALWAYS: Readonly<Record<string, RoomAct>> = {
  ArrowDown: { kind: 'next' },
  ArrowRight: { kind: 'next' },
  ArrowUp: { kind: 'previous' },
  ArrowLeft: { kind: 'previous' },
  PageDown: { kind: 'page-on' },
  PageUp: { kind: 'page-back' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  Escape: { kind: 'leave' },
}

/** These can be switched off with the single keys of the whole application (WCAG 2.1.4). */
const SINGLE: Readonly<Record<string, RoomAct>> = {
  j: { kind: 'next' },
  k: { kind: 'previous' },
  f: { kind: 'focus' },
  '+': { kind: 'size', by: 1 },
  '=': { kind: 'size', by: 1 },
  '-': { kind: 'size', by: -1 },
  '−': { kind: 'size', by: -1 },
  e: { kind: 'ask' },
  c: { kind: 'consent' },
  v: { kind: 'shown' },
  l: { kind: 'list' },
  d: { kind: 'dark' },
  '?': { kind: 'help' },
}

/** `typed`: the digits of a number that is being typed. Null for a key that does nothing here. */
export function roomActOf(event: KeyPressed, singleKeys: boolean, typed: string): RoomAct | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event
  if (ctrlKey || metaKey || altKey || isComposing) return null
  if (key === ' ') return { kind: shiftKey ? 'page-back' : 'page-on' }
  const always = ALWAYS[key]
  if (always) return always
  if (!singleKeys) return null
  if (typed && key === 'Enter') return { kind: 'jump' }
  if (typed && key === 'Backspace') return { kind: 'erase' }
  const digit = digitOf(event)
  // The key of − bears the 6 on a French keyboard: within a number it is the digit that is meant.
  if (digit && typed) return { kind: 'digit', digit }
  return SINGLE[key.toLowerCase()] ?? (digit ? { kind: 'digit', digit } : null)
}
