/** Beside selected words: a quiet key that begins a thread on them. The letter c does the same. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { anchorOfPassage } from '../../../shared/model/anchor-in-text.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { Anchor } from '../../../shared/model/thread.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { selectedPassage } from '../../text-view/passage-selection.ts'
import styles from './selection-key.module.css'
import type { ThreadDesk } from './use-thread-desk.ts'

type SelectionKeyProps = {
  readonly desk: ThreadDesk
  readonly text: BilingualText
  readonly container: RefObject<HTMLElement | null>
}

export function SelectionKey({ desk, text, container }: SelectionKeyProps) {
  const t = useText(threads)
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const pressed = useRef(false)
  useEffect(() => {
    const show = () => {
      const range = selectionIn(container.current)
      // Below the last line selected, where the hand is; not while words are still being chosen.
      const last = range && [...range.getClientRects()].filter(({ width }) => width > 0).at(-1)
      setAt(last && !pressed.current ? { x: last.right + scrollX, y: last.bottom + scrollY } : null)
    }
    const down = () => {
      pressed.current = true
    }
    const up = () => {
      pressed.current = false
      show()
    }
    document.addEventListener('selectionchange', show)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    return () => {
      document.removeEventListener('selectionchange', show)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
    }
  }, [container])
  if (!at) return null
  // Placed on the page, not in what stands around the text.
  return createPortal(
    <button
      type="button"
      className={styles.key}
      style={{ insetInlineStart: `min(${at.x}px, 100vw - 9rem)`, insetBlockStart: at.y + 6 }}
      // The words stay selected.
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onClick={() => {
        const anchor = selectedAnchor(container.current, text)
        if (!anchor) return
        getSelection()?.removeAllRanges()
        desk.compose(anchor)
      }}
    >
      {t('comment')}
    </button>,
    document.body,
  )
}

/** The anchor of the selected words; undefined when there are none in the text. */
export function selectedAnchor(root: HTMLElement | null, text: BilingualText): Anchor | undefined {
  const range = selectionIn(root)
  const passage = root && range && selectedPassage(range, root, text)
  return passage ? anchorOfPassage(text, passage.language, passage.start, passage.end) : undefined
}

function selectionIn(root: HTMLElement | null): Range | null {
  const selection = getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return range.intersectsNode(root) && !isField(document.activeElement) ? range : null
}

function isField(element: Element | null): boolean {
  return element !== null && ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName)
}
