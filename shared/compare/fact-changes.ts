/** Facts that stayed where they were and read otherwise: the same inline object, other words on paper. */
import type { FactValues } from '../model/canonical-form.ts'
import { readsAlike } from '../model/fact-value.ts'
import type { Language } from '../model/language.ts'
import type { BlockPair, Segment } from './comparison.ts'
import { sliceContent } from './slice-content.ts'

/** What the facts read as in the old and the new text. */
export type FactsOfBoth = { readonly old: FactValues; readonly new: FactValues }

/** Other words on paper: kinds of spaces are of no account. */
export function readsAnew(
  fact: keyof FactValues,
  language: Language,
  { old, new: now }: FactsOfBoth,
): boolean {
  return !readsAlike(old[fact]?.[language], now[fact]?.[language])
}

/**
 * The pair's segments for a reader: each fact that reads otherwise is a `delete` of one character, to be printed
 * with the old value, and an `insert` with the new one. Applying a comparison goes by the pair's own segments.
 */
export function segmentsWithFacts(
  pair: BlockPair,
  language: Language,
  facts: FactsOfBoth,
): readonly Segment[] {
  if (!pair.new?.content.some(inline => inline.type === 'fact')) return pair.segments
  return pair.segments.flatMap(segment =>
    segment.type === 'equal' ? cut(segment, pair, language, facts) : [segment],
  )
}

function cut(segment: Segment, pair: BlockPair, language: Language, facts: FactsOfBoth): Segment[] {
  const pieces: Segment[] = []
  /** Offsets within the segment: where the inline starts, and up to where pieces were cut. */
  let [at, done] = [0, 0]
  const add = (type: Segment['type'], from: number, to: number) => {
    const [a, b] = [segment.fromA, segment.fromB]
    const [fromA, toA] = type === 'insert' ? [a + to, a + to] : [a + from, a + to]
    const [fromB, toB] = type === 'delete' ? [b + from, b + from] : [b + from, b + to]
    if (from < to)
      pieces.push({ ...segment, type, text: segment.text.slice(from, to), fromA, toA, fromB, toB })
  }
  for (const inline of sliceContent(pair.new!.content, segment.fromB, segment.toB)) {
    const end = at + (inline.type === 'text' ? inline.text.length : 1)
    if (inline.type === 'fact' && readsAnew(inline.fact, language, facts)) {
      add('equal', done, at)
      add('delete', at, end)
      add('insert', at, end)
      done = end
    }
    at = end
  }
  add('equal', done, at)
  return pieces
}
