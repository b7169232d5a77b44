/** Word changes between two token lists, as ranges of characters, and the segments they make. */
import { narrowed, rangeOf, trim, type WordChange } from './change-edges.ts'
import { cleanUp } from './clean-up.ts'
import type { Segment } from './comparison.ts'
import type { Lexicon } from './lexicon.ts'
import { diffTokens } from './token-hunks.ts'
import { isCutAllowed, type Tokens } from './tokens.ts'

/** The changes in order, none overlapping; what lies between them is equal to the character. */
export function wordChanges(a: Tokens, b: Tokens, lexicon: Lexicon, raw = false): WordChange[] {
  const diff = diffTokens(a.id, b.id)
  const hunks = raw ? diff : cleanUp(diff, a, b, lexicon)
  const changes: WordChange[] = []
  let [i, j] = [0, 0]
  for (const hunk of hunks) {
    typographyBetween(a, i, hunk.a0, b, j, lexicon, changes)
    const range = rangeOf(hunk, a, b)
    const change = raw ? { ...range, typographic: false } : narrowed(hunk, range, a, b, lexicon)
    if (change) changes.push(change)
    ;[i, j] = [hunk.a1, hunk.b1]
  }
  typographyBetween(a, i, a.id.length, b, j, lexicon, changes)
  return joinTouchingChanges(changes, a.text, b.text).map(change => withoutMovedSpace(change, a.text, b.text))
}

/** Segments covering both texts, offset by where those texts start in their blocks. */
export function segmentsOf(
  changes: readonly WordChange[],
  a: string,
  b: string,
  offsetA = 0,
  offsetB = 0,
): Segment[] {
  const segments: Segment[] = []
  let [x, y] = [0, 0]
  const add = (type: Segment['type'], toA: number, toB: number, typographic: boolean) => {
    if (x === toA && y === toB) return
    const text = type === 'delete' ? a.slice(x, toA) : b.slice(y, toB)
    const place = { fromA: x + offsetA, toA: toA + offsetA, fromB: y + offsetB, toB: toB + offsetB }
    segments.push({ type, text, ...place, typographic })
    ;[x, y] = [toA, toB]
  }
  for (const { fromA, toA, fromB, toB, typographic } of changes) {
    add('equal', fromA, fromB, false)
    add('delete', toA, fromB, typographic)
    add('insert', toA, toB, typographic)
  }
  add('equal', a.length, b.length, false)
  return segments
}

/** Tokens `[i, end)` of `a` read like those from `j` in `b`; adds where their characters differ. */
function typographyBetween(
  a: Tokens,
  i: number,
  end: number,
  b: Tokens,
  j: number,
  lexicon: Lexicon,
  into: WordChange[],
): void {
  if (i === end) return
  const after = j + end - i
  if (a.text.slice(a.from[i], a.to[end - 1]) === b.text.slice(b.from[j], b.to[after - 1])) return
  const may = (x: number, y: number) => isCutAllowed(a, lexicon, x) && isCutAllowed(b, lexicon, y)
  for (let x = i, y = j; x < end; x++, y++)
    for (const range of [
      { fromA: a.from[x]!, toA: a.end[x]!, fromB: b.from[y]!, toB: b.end[y]! },
      { fromA: a.end[x]!, toA: a.to[x]!, fromB: b.end[y]!, toB: b.to[y]! },
    ]) {
      if (a.text.slice(range.fromA, range.toA) === b.text.slice(range.fromB, range.toB)) continue
      const change = trim(range, a, b, may)
      if (change) into.push({ ...change, typographic: true })
    }
}

/** A white-space change that touches another change is part of it, as are two changes of one layer. */
function joinTouchingChanges(changes: readonly WordChange[], a: string, b: string): WordChange[] {
  const isSpace = ({ fromA, toA, fromB, toB }: WordChange) =>
    a.slice(fromA, toA).trim() === '' && b.slice(fromB, toB).trim() === ''
  const joined: WordChange[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    if (
      last?.toA === change.fromA &&
      last.toB === change.fromB &&
      (last.typographic === change.typographic || isSpace(last) || isSpace(change))
    )
      joined[joined.length - 1] = {
        ...last,
        toA: change.toA,
        toB: change.toB,
        typographic: last.typographic && change.typographic,
      }
    else joined.push(change)
  }
  return joined
}

/** "amis et" → "amis, parents et" inserts ", parents": the space did not go, it stands after what came. */
function withoutMovedSpace(change: WordChange, a: string, b: string): WordChange {
  const [gone, come] = [a.slice(change.fromA, change.toA), b.slice(change.fromB, change.toB)]
  const [less, more] = gone.length < come.length ? [gone, come] : [come, gone]
  if (!/^[^\S\r\n]+$/.test(less) || more.trim() === '' || !more.endsWith(less)) return change
  return { ...change, toA: change.toA - less.length, toB: change.toB - less.length }
}
