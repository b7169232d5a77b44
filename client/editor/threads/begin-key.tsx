/** Beside selected words: a quiet key that begins a thread on them. It never shows while words are being written. */
import { type RefObject, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import type { EditorPair } from '../editor-pair.ts'
import styles from './threads.module.css'

type BeginKeyProps = {
  readonly pair: EditorPair
  /** The element that the key is placed in. */
  readonly sheet: RefObject<HTMLElement | null>
  readonly onBegin: () => void
}

export function BeginKey({ pair, sheet, onBegin }: BeginKeyProps) {
  const t = useText(threads)
  const pressed = usePressed(pair)
  const at = useSyncExternalStore(
    pair.subscribe,
    useCallback(() => selectionEnd(pair, sheet.current), [pair, sheet]),
  )
  if (at === '' || pressed) return null
  const [x, y] = at.split(' ').map(Number) as [number, number]
  return (
    <button
      type="button"
      className={styles.beginHere}
      style={{ insetInlineStart: `min(${x}px, 100% - 8rem)`, insetBlockStart: y + 4 }}
      // By keyboard there is a shortcut; Tab goes on from the text as it always did.
      tabIndex={-1}
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onClick={onBegin}
    >
      {t('comment')}
    </button>
  )
}

/** Where the selected words end, in pixels of the sheet: "x y", and empty when none are selected. */
function selectionEnd(pair: EditorPair, sheet: HTMLElement | null): string {
  const view = pair.views[pair.active()]
  const { selection } = view.state
  if (!sheet || selection.empty || view.composing || !view.hasFocus()) return ''
  const end = view.coordsAtPos(selection.to, -1)
  const origin = sheet.getBoundingClientRect()
  return `${Math.round(end.right - origin.left)} ${Math.round(end.bottom - origin.top)}`
}

/** While the pointer is down words are still being chosen. */
function usePressed(pair: EditorPair): boolean {
  const [pressed, setPressed] = useState(false)
  const down = useRef(false)
  useEffect(() => {
    const press = (is: boolean) => () => {
      if (down.current === is) return
      down.current = is
      setPressed(is)
    }
    const [on, off] = [press(true), press(false)]
    const { fr, ja } = pair.views
    for (const view of [fr, ja]) view.dom.addEventListener('pointerdown', on)
    document.addEventListener('pointerup', off)
    document.addEventListener('pointercancel', off)
    return () => {
      for (const view of [fr, ja]) view.dom.removeEventListener('pointerdown', on)
      document.removeEventListener('pointerup', off)
      document.removeEventListener('pointercancel', off)
    }
  }, [pair])
  return pressed
}
