/**
 * Where the lines of some words stand, as they are laid out: measured, because nobody but the browser knows where it
 * broke them. Readings over characters (ruby) are no lines of their own.
 */
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

const NONE: readonly number[] = []

/** The middle of each line, in pixels from the top of the element; measured again whenever `words` or its size changes. */
export function useLines(element: RefObject<HTMLElement | null>, words: unknown): readonly number[] {
  const [lines, setLines] = useState(NONE)
  const measure = useCallback(() => {
    const found = element.current ? linesIn(element.current) : NONE
    setLines(before => (sameLines(before, found) ? before : found))
  }, [element])
  const measured = useRef<unknown>(undefined)
  useLayoutEffect(() => {
    // Other words may be other lines in a place of the same size.
    if (measured.current === words) return
    measured.current = words
    measure()
  }, [measure, words])
  useLayoutEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(measure)
    observer.observe(element.current)
    document.fonts.addEventListener('loadingdone', measure)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }, [element, measure])
  return lines
}

type Line = { top: number; bottom: number }

function linesIn(element: HTMLElement): readonly number[] {
  const { top: origin } = element.getBoundingClientRect()
  const boxes = boxesOf(element).sort((a, b) => a.top - b.top)
  const lines: Line[] = []
  for (const box of boxes) {
    const line = lines.at(-1)
    // What stands higher or lower on a line, as a note's sign, shares more than half of its height with it.
    const shared = line ? Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top) : 0
    if (line && shared > (box.bottom - box.top) / 2) line.bottom = Math.max(line.bottom, box.bottom)
    else lines.push({ ...box })
  }
  return lines.map(({ top, bottom }) => Math.round((top + bottom) / 2 - origin))
}

function boxesOf(element: HTMLElement): Line[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const boxes: Line[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('rt, rp, sup, .unseen')) continue
    range.selectNodeContents(node)
    for (const { top, bottom, width } of range.getClientRects()) if (width > 0) boxes.push({ top, bottom })
  }
  return boxes
}

function sameLines(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index])
}
