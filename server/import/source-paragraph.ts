/** What the readers of plain text and HTML both give: paragraphs, with what the source says about each. */
import type { BlockLevel } from '../../shared/model/bilingual-text.ts'
import type { DroppedThing } from '../../shared/protocol/views.ts'

export type SourceParagraph = {
  /** White space folded, no-break spaces kept; `\n` is a line break inside the paragraph. */
  readonly text: string
  /** What the source says of it in so many words; `plain` when it says nothing. */
  readonly role: 'plain' | 'heading' | 'bullet' | 'number'
  /** Depth of a heading (the source's own, h1 = 1) or of a list item. */
  readonly level: number
}

export type SourceText = {
  readonly paragraphs: readonly SourceParagraph[]
  /** How many of each thing were met and not carried over. The words of a table are kept, its grid is not. */
  readonly dropped: ReadonlyMap<DroppedThing, number>
}

/** Levels of our blocks end at 3; deeper ones are put there. */
export function toLevel(level: number): BlockLevel {
  return level <= 1 ? 1 : level === 2 ? 2 : 3
}

/**
 * Folds runs of ordinary white space to one space, keeps U+00A0 and U+202F (French punctuation), drops
 * control characters and the two characters that stand for something else in our texts (U+FEFF, U+FFFC).
 */
export function foldSpaces(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\f\v ]+/g, ' ')
    .replace(/[\p{Cc}\uFEFF\uFFFC]/gu, control => (control === '\n' ? '\n' : ''))
    .replace(/ ?\n ?/g, '\n')
    .replace(EDGE_SPACES, '')
}

/** At the edges every space goes, the ideographic indent of Japanese paragraphs too. */
const EDGE_SPACES = /^\s+|\s+$/gu
