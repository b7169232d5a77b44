/**
 * The passage that a reader has selected in a text drawn by `InlineContent`. Pieces of words carry their block and
 * the offset at which they begin; generated numbers, notes below, readings over ruby and signs of brackets are in no
 * piece, so they count for nothing. The ends are moved out to whole characters, as a reader counts them.
 */
import { type BilingualText, plainText } from '../../shared/model/bilingual-text.ts'
import type { BlockId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { BlockPosition } from '../../shared/model/thread.ts'

export type SelectedPassage = {
  readonly language: Language
  readonly start: BlockPosition
  readonly end: BlockPosition
}

/** Undefined when the selection holds no words of `text` (as drawn in `root`). The language of its first words leads. */
export function selectedPassage(
  selection: Range,
  root: Element,
  text: BilingualText,
): SelectedPassage | undefined {
  const met = [...root.querySelectorAll<HTMLElement>('[data-at]:not([data-age=old])')].flatMap(piece => {
    if (!selection.intersectsNode(piece)) return []
    const range = selectedIn(selection, piece)
    return range && range.from < range.to ? [{ piece, ...range }] : []
  })
  const [first] = met
  if (!first) return undefined
  const language = languageOf(first.piece)
  const last = met.filter(({ piece }) => languageOf(piece) === language).at(-1)!
  return wholeWords(
    {
      language,
      start: { block: first.piece.dataset.block as BlockId, offset: first.from },
      end: { block: last.piece.dataset.block as BlockId, offset: last.to },
    },
    text,
  )
}

function languageOf(piece: HTMLElement): Language {
  return piece.closest('[lang]')?.getAttribute('lang') === 'ja' ? 'ja' : 'fr'
}

/** What of a piece is selected, in offsets of its block. */
function selectedIn(
  selection: Range,
  piece: HTMLElement,
): { readonly from: number; readonly to: number } | undefined {
  const at = Number(piece.dataset.at)
  const whole = piece.ownerDocument.createRange()
  whole.selectNodeContents(piece)
  if (piece.dataset.atom !== undefined) {
    // An object is selected when any of what stands for it is; one that only touches the edge is not.
    const node = piece.ownerDocument.createRange()
    node.selectNode(piece)
    const isBefore = selection.compareBoundaryPoints(Range.START_TO_END, node) <= 0
    const isAfter = selection.compareBoundaryPoints(Range.END_TO_START, node) >= 0
    return isBefore || isAfter ? undefined : { from: at, to: at + 1 }
  }
  const startsInside = selection.compareBoundaryPoints(Range.START_TO_START, whole) > 0
  const endsInside = selection.compareBoundaryPoints(Range.END_TO_END, whole) < 0
  const from = startsInside ? lengthUpTo(piece, selection.startContainer, selection.startOffset) : 0
  const to = endsInside
    ? lengthUpTo(piece, selection.endContainer, selection.endOffset)
    : lengthUpTo(piece, piece, piece.childNodes.length)
  return { from: at + from, to: at + to }
}

/** Code units of the piece's own words before a point in it. */
function lengthUpTo(piece: HTMLElement, container: Node, offset: number): number {
  const before = piece.ownerDocument.createRange()
  before.selectNodeContents(piece)
  before.setEnd(container, offset)
  let length = 0
  const walker = piece.ownerDocument.createTreeWalker(piece, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isReading(node)) continue
    if (node === before.endContainer) return length + before.endOffset
    if (before.comparePoint(node, 0) > 0) return length
    length += node.nodeValue!.length
  }
  return length
}

/** Over ruby, and the parentheses around it where it cannot stand over. */
function isReading(node: Node): boolean {
  return node.parentElement?.closest('rt, rp') != null
}

/** Ends moved out to whole graphemes, then in past spaces; undefined when nothing remains. */
function wholeWords(
  { language, start, end }: SelectedPassage,
  text: BilingualText,
): SelectedPassage | undefined {
  const wordsOf = ({ block }: BlockPosition) => {
    const found = text[language].find(({ id }) => id === block)
    return found && plainText(found)
  }
  const [first, last] = [wordsOf(start), wordsOf(end)]
  if (first === undefined || last === undefined) return undefined
  let from = graphemeEdge(first, start.offset, 'before')
  let to = graphemeEdge(last, end.offset, 'after')
  while (from < first.length && /\s/u.test(first[from]!)) from++
  while (to > 0 && /\s/u.test(last[to - 1]!)) to--
  if (start.block === end.block && from >= to) return undefined
  return { language, start: { ...start, offset: from }, end: { ...end, offset: to } }
}

/** The offset itself when it lies between two graphemes, else the edge of the one that it would cut. */
function graphemeEdge(words: string, offset: number, side: 'before' | 'after'): number {
  if (offset <= 0 || offset >= words.length) return Math.min(Math.max(offset, 0), words.length)
  const cut = new Intl.Segmenter().segment(words).containing(offset)
  if (!cut || cut.index === offset) return offset
  return side === 'before' ? cut.index : cut.index + cut.segment.length
}
