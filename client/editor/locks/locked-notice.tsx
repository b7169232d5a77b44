/** [A4] Why nothing happened: said beside the caret until it goes elsewhere. */
import { useEffect, useLayoutEffect, useState } from 'react'
import { locks } from '../../i18n/messages/locks.ts'
import { useText } from '../../i18n/use-text.ts'
import type { EditorPair } from '../editor-pair.ts'
import styles from './locked.module.css'

type LockedNoticeProps = {
  readonly pair: EditorPair
  readonly sheet: { readonly current: HTMLElement | null }
  /** Another object for every refusal. Null while there is nothing to say. */
  readonly notice: object | null
  readonly onDone: () => void
}

export function LockedNotice({ pair, sheet, notice, onDone }: LockedNoticeProps) {
  const t = useText(locks)
  const [place, setPlace] = useState<{ readonly top: number; readonly left: number } | null>(null)
  useLayoutEffect(() => {
    if (notice) setPlace(placeBesideCaret(pair, sheet.current))
  }, [pair, sheet, notice])
  useEffect(() => {
    if (!notice) return
    const view = pair.views[pair.active()]
    const { doc, selection } = view.state
    const leave = pair.subscribe(() => {
      const now = pair.views[pair.active()].state
      if (now.doc !== doc || !now.selection.eq(selection)) onDone()
    })
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDone()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      leave()
      document.removeEventListener('keydown', onKey)
    }
  }, [pair, notice, onDone])
  // The region is there before its words, so that they are read out.
  return (
    <div role="status" className={styles.region}>
      {notice && place && (
        <p className={styles.notice} style={{ insetBlockStart: place.top, insetInlineStart: place.left }}>
          {t('lockedHere')}
        </p>
      )}
    </div>
  )
}

/** Widest a notice is, in pixels; on narrow screens the style sheet makes it narrower. */
const WIDTH = 360

/** Below the line of the caret, within the sheet. */
function placeBesideCaret(pair: EditorPair, sheet: HTMLElement | null) {
  const view = pair.views[pair.active()]
  if (!sheet || view.isDestroyed) return null
  const { bottom, left } = view.coordsAtPos(view.state.selection.head)
  const box = sheet.getBoundingClientRect()
  const room = Math.max(0, box.width - WIDTH - 8)
  return { top: bottom - box.top + 6, left: Math.max(8, Math.min(left - box.left - 24, room)) }
}
