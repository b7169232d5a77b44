/** Where the marks of unchanged words differ. */
import type { Block, Inline, Mark } from '../model/bilingual-text.ts'
import { canonicalJson } from '../model/canonical-form.ts'
import type { FormattingChange, Segment } from './comparison.ts'
import { marksKey } from './slice-content.ts'

export function formattingChanges(a: Block, b: Block, segments: readonly Segment[]): FormattingChange[] {
  if (!hasMarks(a.content) && !hasMarks(b.content)) return []
  const [runsA, runsB] = [markRuns(a.content), markRuns(b.content)]
  const changes: FormattingChange[] = []
  for (const segment of segments) {
    if (segment.type !== 'equal') continue
    const shift = segment.fromB - segment.fromA
    let [x, y] = [runAt(runsA, segment.fromA), runAt(runsB, segment.fromB)]
    for (let at = segment.fromA; at < segment.toA; ) {
      const [runA, runB] = [runsA[x]!, runsB[y]!]
      const to = Math.min(runA.to, runB.to - shift, segment.toA)
      if (runA.key !== runB.key)
        addRange(changes, {
          fromA: at,
          toA: to,
          fromB: at + shift,
          toB: to + shift,
          marks: differing(runA.marks, runB.marks),
        })
      at = to
      if (at >= runA.to) x++
      if (at >= runB.to - shift) y++
    }
  }
  return changes
}

type MarkRun = { readonly to: number; readonly key: string; readonly marks: readonly Mark[] }

export function hasMarks(content: readonly Inline[]): boolean {
  return content.some(inline => inline.type === 'text' && inline.marks?.length)
}

function markRuns(content: readonly Inline[]): MarkRun[] {
  let to = 0
  return content.flatMap(inline => {
    const length = inline.type === 'text' ? inline.text.length : 1
    const marks = inline.type === 'text' ? (inline.marks ?? []) : []
    to += length
    return length ? [{ to, key: marksKey(marks), marks }] : []
  })
}

function runAt(runs: readonly MarkRun[], at: number): number {
  return runs.findIndex(({ to }) => to > at)
}

function differing(a: readonly Mark[], b: readonly Mark[]): Mark['type'][] {
  const [inA, inB] = [new Set(a.map(canonicalJson)), new Set(b.map(canonicalJson))]
  const one = [
    ...a.filter(mark => !inB.has(canonicalJson(mark))),
    ...b.filter(mark => !inA.has(canonicalJson(mark))),
  ]
  return [...new Set(one.map(mark => mark.type))].sort()
}

function addRange(changes: FormattingChange[], change: FormattingChange): void {
  const last = changes.at(-1)
  const touches =
    last?.toA === change.fromA && last.toB === change.fromB && last.marks.join() === change.marks.join()
  if (last && touches) changes[changes.length - 1] = { ...last, toA: change.toA, toB: change.toB }
  else changes.push(change)
}
