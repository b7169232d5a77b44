/** Whether the following version has the block kind and the marks that the answer gave. */
import type { Fate } from '../model/amendment.ts'
import type { Block, Mark } from '../model/bilingual-text.ts'
import type { BlockPair, FormattingChange } from './comparison.ts'
import { marksKey } from './slice-content.ts'
import { type KeptPair, placeOf, type Trace } from './trace-blocks.ts'

/** Null when the answer left the kind and level as they were. */
export function fateOfKind(pair: BlockPair, trace: Trace): Fate | null {
  if (!pair.kinds.includes('kind')) return null
  const here = placeOf(trace, pair)
  if (here === undefined) return 'in-part'
  const now = shapeOf(trace.following[here]!)
  return now === shapeOf(pair.new!) ? 'taken' : now === shapeOf(pair.old!) ? 'not-taken' : 'in-part'
}

function shapeOf({ kind, level }: Block): string {
  return `${kind} ${level}`
}

/** One for each range whose marks the answer changed. Marks of other types may differ. */
export function fateOfFormatting(pair: BlockPair, trace: Trace): Fate[] {
  if (!pair.formatting.length) return []
  const kept = {
    answer: trace.fromAnswer.get(pair.newIndex!) ?? [],
    base: trace.fromBase.get(pair.oldIndex!) ?? [],
  }
  return pair.formatting.map(change => fateOfRange(change, pair, kept))
}

type Kept = { readonly answer: readonly KeptPair[]; readonly base: readonly KeptPair[] }

function fateOfRange({ fromA, toA, fromB, marks }: FormattingChange, pair: BlockPair, kept: Kept): Fate {
  let [answers, bases] = [0, 0]
  for (let at = 0; at < toA - fromA; at++) {
    const here = counterpart(kept.answer, fromB + at) ?? counterpart(kept.base, fromA + at)
    if (!here) continue
    const now = marksAt(here.block, here.at, marks)
    if (now === marksAt(pair.new!, fromB + at, marks)) answers++
    else if (now === marksAt(pair.old!, fromA + at, marks)) bases++
  }
  return answers === toA - fromA ? 'taken' : bases === toA - fromA ? 'not-taken' : 'in-part'
}

/** The same character in the following version. */
function counterpart(
  kept: readonly KeptPair[],
  offset: number,
): { readonly block: Block; readonly at: number } | null {
  for (const { new: block, segments } of kept)
    for (const { type, fromA, toA, fromB } of segments)
      if (type === 'equal' && fromA <= offset && offset < toA) return { block, at: fromB + offset - fromA }
  return null
}

/** The marks of these types on one character; equal for the same ones. */
function marksAt({ content }: Block, offset: number, types: readonly Mark['type'][]): string {
  let at = 0
  for (const inline of content) {
    at += inline.type === 'text' ? inline.text.length : 1
    if (offset >= at) continue
    const marks = inline.type === 'text' ? (inline.marks ?? []) : []
    return marksKey(marks.filter(mark => types.includes(mark.type)))
  }
  return ''
}
