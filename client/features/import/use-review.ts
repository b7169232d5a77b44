/** The review as a state: each operation one step of undo, and the focus kept on what was operated on. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { ImportBlock } from '../../../shared/protocol/bodies.ts'
import type { BlockPlace, ReviewRow } from './alignment-review.ts'
import { advance, type History, historyOf, redo, undo } from './history.ts'

export type Rows = readonly ReviewRow[]

export type Review = {
  readonly rows: Rows
  /** One operation; `said` is announced when something changed. */
  readonly change: (operate: (rows: Rows) => Rows, said: string, keep?: BlockPlace | number) => void
  readonly undo: (said: string) => void
  readonly redo: (said: string) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What was last done, for a live region. */
  readonly said: string
}

/** `onRows` hears of every state, to keep it on the device. */
export function useReview(first: Rows, onRows: (rows: Rows) => void): Review {
  const [history, setHistory] = useState<History<Rows>>(() => historyOf(first))
  const [said, setSaid] = useState('')
  const focus = useRef<ImportBlock | string | null>(null)

  useLayoutEffect(() => {
    const target = focus.current
    focus.current = null
    if (target === null) return
    document.querySelector<HTMLElement>(selectorOf(history.present, target))?.focus()
  }, [history])

  const take = useCallback(
    (next: History<Rows>, words: string) => {
      if (next === history) return
      setHistory(next)
      setSaid(words)
      onRows(next.present)
    },
    [history, onRows],
  )

  return {
    rows: history.present,
    change: (operate, words, keep) => {
      const rows = history.present
      if (typeof keep === 'number') focus.current = rows[keep]?.key ?? null
      else if (keep) focus.current = rows[keep.row]?.[keep.language][keep.block] ?? null
      take(advance(history, operate(rows)), words)
    },
    undo: words => take(undo(history), words),
    redo: words => take(redo(history), words),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    said,
  }
}

/** Operations keep the block objects they move: a block is found again by being the same object. */
function selectorOf(rows: Rows, target: ImportBlock | string): string {
  if (typeof target === 'string') return `[data-review-row="${target}"] [data-row-focus]`
  for (const row of rows)
    for (const language of LANGUAGES) {
      const index = row[language].indexOf(target)
      if (index >= 0)
        return `[data-review-row="${row.key}"] [data-block="${language} ${index}"] [data-block-focus]`
    }
  return '[data-review-row] [data-row-focus]'
}
