/**
 * [A5] Where brackets begin and end in the content of one block: what is printed between signs, counted as a passage
 * and taken out when the bracket is resolved is the same everywhere.
 */
import type { Inline, Side } from './bilingual-text.ts'

export type BracketSpan = {
  /** Of the mark; see `readBracketId`. */
  readonly id: string
  readonly by: Side | ''
  /** Half-open, in UTF-16 code units of `plainText`. */
  readonly from: number
  readonly to: number
}

/**
 * The spans of a block, outer ones before those in them. A mark whose words were pulled apart has several. A fact or a
 * note carries no mark: it is in a bracket when words of the bracket stand on both sides of it, or when all the words
 * of the block are in the bracket.
 */
export function bracketSpans(content: readonly Inline[]): BracketSpan[] {
  const done: BracketSpan[] = []
  let open = new Map<string, BracketSpan>()
  let at = 0
  for (const inline of content) {
    const end = at + (inline.type === 'text' ? inline.text.length : 1)
    if (inline.type === 'text' && inline.text !== '') {
      const here = new Map<string, BracketSpan>()
      for (const mark of inline.marks ?? []) {
        if (mark.type !== 'bracket') continue
        here.set(mark.id, { id: mark.id, by: mark.by, from: open.get(mark.id)?.from ?? at, to: end })
      }
      for (const [id, span] of open) if (!here.has(id)) done.push(span)
      open = here
    }
    at = end
  }
  const spans = [...done, ...open.values()]
  return spans
    .map(span => (holdsAllWords(content, span.id) ? { ...span, from: 0, to: at } : span))
    .sort(outerFirst)
}

/** Those that open at an offset, and those that close there, in the order in which their signs are printed. */
export function edgesAt(
  spans: readonly BracketSpan[],
  at: number,
): { opens: BracketSpan[]; closes: BracketSpan[] } {
  return {
    opens: spans.filter(({ from }) => from === at),
    closes: spans.filter(({ to }) => to === at).reverse(),
  }
}

/** True when a range would begin in a bracket and end outside it, or the reverse: it cannot be put in brackets. */
export function cutsThrough(spans: readonly BracketSpan[], from: number, to: number): boolean {
  return spans.some(
    span =>
      (span.from < from && from < span.to && span.to < to) ||
      (from < span.from && span.from < to && to < span.to),
  )
}

function holdsAllWords(content: readonly Inline[], id: string): boolean {
  return content.every(
    inline =>
      inline.type !== 'text' ||
      inline.text === '' ||
      inline.marks?.some(mark => mark.type === 'bracket' && mark.id === id),
  )
}

/** Of two with the same words the one with the smaller id is the outer: the same in both languages. */
function outerFirst(a: BracketSpan, b: BracketSpan): number {
  return a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1)
}
