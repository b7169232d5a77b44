/** How good a comparison is, against recorded edits and for a reader. */
import type { BlockPair, Comparison, Segment } from '../../../shared/compare/comparison.ts'
import { createLexicon } from '../../../shared/compare/lexicon.ts'
import { tokenise } from '../../../shared/compare/tokens.ts'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { RecordedEdits } from './generated-revision.ts'

export const LABELS = ['modified', 'moved', 'split', 'merged', 'inserted', 'deleted'] as const

/** Links and labels that the comparison found, in the notation of `RecordedEdits`. */
export function foundEdits(comparison: Comparison, language: Language): RecordedEdits {
  const pairs = comparison.rows.flatMap(row => row[language].pairs)
  const marked = (segment: Segment) => segment.type !== 'equal' && !segment.typographic
  return {
    links: pairs.flatMap(pair => (pair.old && pair.new ? [`${pair.oldIndex}>${pair.newIndex}`] : [])),
    labels: [
      ...new Set(
        pairs.flatMap(pair =>
          pair.kinds
            .filter(kind => LABELS.some(label => label === kind))
            .map(kind => `${kind}:${kind === 'deleted' ? `-${pair.oldIndex}` : pair.newIndex}`),
        ),
      ),
    ],
    characters: pairs
      .filter(pair => pair.old && pair.new)
      .flatMap(pair => pair.segments.filter(marked))
      .reduce((sum, { text }) => sum + text.length, 0),
  }
}

/**
 * How many blocks the new block at `place` went past, by ids. Of a block that went past one or two others nobody can
 * tell from the texts whether it moved or they did.
 */
export function passedBy(old: readonly Block[], now: readonly Block[], place: number): number {
  const newPlaces = new Map(now.map((block, index) => [block.id, index]))
  const from = old.findIndex(({ id }) => id === now[place]!.id)
  return old.filter(({ id }, index) => {
    const to = newPlaces.get(id)
    return to !== undefined && index !== from && index < from !== to < place
  }).length
}

export function f1(found: readonly string[], truth: readonly string[]) {
  const known = new Set(truth)
  const right = found.filter(item => known.has(item)).length
  return found.length + truth.length === 0 ? 1 : (2 * right) / (found.length + truth.length)
}

export type Reading = { paragraphs: number; changes: number; islands: number; cuts: number; marked: number }

/** Adds what a reader meets in a changed paragraph: changes, islands between them, cuts inside words. */
export function read(
  segments: readonly Segment[],
  language: Language,
  into: Reading,
  a: string,
  b: string,
): void {
  const changes = changesOf(segments)
  if (!changes.length) return
  into.paragraphs++
  into.changes += changes.length
  for (const { type, typographic, text } of segments)
    if (type !== 'equal' && !typographic) into.marked += text.length
  const lexicon = createLexicon(language)
  const tokens = (text: string) => tokenise([{ type: 'text', text }], text, lexicon)
  changes.forEach((change, index) => {
    const before = changes[index - 1]
    if (before) {
      const between = b.slice(before.toB, change.fromB)
      const types = tokens(between).id.map(id => lexicon.typeOf(id))
      if (!types.some(type => type === 'word' || type === 'number')) into.islands++
    }
    const edges = [
      [a, change.fromA],
      [a, change.toA],
      [b, change.fromB],
      [b, change.toB],
    ] as const
    if (edges.some(([text, at]) => isInsideWord(text, at, language))) into.cuts++
  })
}

/** A reader sees a deletion and the insertion after it as one change. */
function changesOf(segments: readonly Segment[]) {
  const changes: Pick<Segment, 'fromA' | 'toA' | 'fromB' | 'toB'>[] = []
  for (const { type, typographic, fromA, toA, fromB, toB } of segments) {
    if (type === 'equal' || typographic) continue
    const last = changes.at(-1)
    if (last?.toA === fromA && last.toB === fromB) changes[changes.length - 1] = { ...last, toA, toB }
    else changes.push({ fromA, toA, fromB, toB })
  }
  return changes
}

const words = {
  fr: new Intl.Segmenter('fr', { granularity: 'word' }),
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
}

function isInsideWord(text: string, at: number, language: Language): boolean {
  if (at === 0 || at === text.length) return false
  if (language === 'fr') return /[\p{L}\p{N}]/u.test(text[at - 1]!) && /[\p{L}\p{N}]/u.test(text[at]!)
  const word = words.ja.segment(text).containing(at)
  return word !== undefined && word.index !== at
}

export function changedPairs(comparison: Comparison, language: Language): BlockPair[] {
  return comparison.rows
    .flatMap(row => row[language].pairs)
    .filter(pair => pair.old && pair.new && pair.kinds.includes('modified'))
}
