/** [W5] What each key does in front of an audience. A clicker sends PageDown and PageUp. */
export type SpeakAct =
  | { readonly kind: 'next' | 'previous' | 'first' | 'last' }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'jump' | 'erase' | 'leave' }
  | { readonly kind: 'show'; readonly languages: 'fr' | 'ja' | 'both' }
  | { readonly kind: 'size'; readonly by: 1 | -1 }
  | { readonly kind: 'notes' | 'clock' | 'clock-reset' | 'hall' | 'dark' | 'help' }

export type KeyPressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>

/** Keys that write nothing act always: they are what a clicker and a switch send. */
const ALWAYS: Readonly<Record<string, SpeakAct>> = {
  ArrowRight: { kind: 'next' },
  ArrowDown: { kind: 'next' },
  PageDown: { kind: 'next' },
  ArrowLeft: { kind: 'previous' },
  ArrowUp: { kind: 'previous' },
  PageUp: { kind: 'previous' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  Escape: { kind: 'leave' },
}

/** These can be switched off with the single keys of the whole application (WCAG 2.1.4). */
const SINGLE: Readonly<Record<string, SpeakAct>> = {
  f: { kind: 'show', languages: 'fr' },
  j: { kind: 'show', languages: 'ja' },
  b: { kind: 'show', languages: 'both' },
  '+': { kind: 'size', by: 1 },
  '=': { kind: 'size', by: 1 },
  '-': { kind: 'size', by: -1 },
  '−': { kind: 'size', by: -1 },
  n: { kind: 'notes' },
  t: { kind: 'clock' },
  w: { kind: 'hall' },
  d: { kind: 'dark' },
  '?': { kind: 'help' },
}

/** `typed`: the digits of a number that is being typed. Null for a key that does nothing here. */
export function actOfKey(event: KeyPressed, singleKeys: boolean, typed: string): SpeakAct | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event
  if (ctrlKey || metaKey || altKey || isComposing) return null
  if (key === ' ') return { kind: shiftKey ? 'previous' : 'next' }
  const always = ALWAYS[key]
  if (always) return always
  if (!singleKeys) return null
  if (typed && key === 'Enter') return { kind: 'jump' }
  if (typed && key === 'Backspace') return { kind: 'erase' }
  const letter = key.toLowerCase()
  if (letter === 't' && shiftKey) return { kind: 'clock-reset' }
  const digit = digitOf(event)
  // The key of − bears the 6 on a French keyboard: within a number it is the digit that is meant.
  if (digit && typed) return { kind: 'digit', digit }
  return SINGLE[letter] ?? (digit ? { kind: 'digit', digit } : null)
}

/** French keyboards write digits with Shift; the key itself is meant. Empty when it bears none. */
export function digitOf({ key, code, shiftKey }: KeyPressed): string {
  if (/^\d$/.test(key)) return key
  return shiftKey ? '' : (/^Digit(\d)$/.exec(code)?.[1] ?? '')
}
