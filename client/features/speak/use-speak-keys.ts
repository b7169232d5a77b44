/** The keyboard of a window before an audience, and the number that is being typed. */
import { useEffect, useRef, useState } from 'react'
import { useSingleKeysOn } from '../../single-keys.ts'
import { actOfKey, type SpeakAct } from './speak-keys.ts'

/** Acts without the typing of a number, which is ended here: `jump` says to which. */
export type SpeakDeed =
  | Exclude<SpeakAct, { kind: 'digit' | 'jump' | 'erase' }>
  | { kind: 'go'; number: number }

export function useSpeakKeys(act: (deed: SpeakDeed) => void) {
  const [singleKeys, setSingleKeys] = useSingleKeysOn()
  const [typed, setTyped] = useState('')
  const latest = useRef({ act, typed, singleKeys })
  useEffect(() => {
    latest.current = { act, typed, singleKeys }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current
      if (isForControl(event)) return
      const found = actOfKey(event, now.singleKeys, now.typed)
      if (!found) return
      event.preventDefault()
      // A key that is held down goes one step: nobody runs through a speech.
      if (event.repeat && found.kind !== 'size') return
      if (found.kind === 'digit') return setTyped(`${now.typed}${found.digit}`.slice(0, 4))
      if (found.kind === 'erase') return setTyped(now.typed.slice(0, -1))
      setTyped('')
      if (found.kind === 'jump') return now.act({ kind: 'go', number: Number(now.typed) })
      if (found.kind === 'leave' && now.typed) return
      now.act(found)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', giveBack)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', giveBack)
    }
  }, [])
  return { typed, singleKeys: { on: singleKeys, set: setSingleKeys } }
}

/** Something else has the key: a dialog, a field, or the button that Space and Enter press. */
export function isForControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role=dialog], input, select, textarea')) return true
  return (key === ' ' || key === 'Enter') && target.closest('a, button') !== null
}

/** What was clicked by pointer gives the keyboard back: the space bar goes on with the speech, and presses nothing. */
export function giveBack({ detail, target }: MouseEvent): void {
  // A click by keyboard counts none.
  if (detail > 0 && target instanceof Element && !target.closest('[role=dialog]'))
    target.closest<HTMLElement>('button')?.blur()
}
