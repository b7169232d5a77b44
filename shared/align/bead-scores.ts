/** What each feature of a bead is worth, as a logarithm of odds: positive speaks for it, negative against. */
import type { BlockKind } from '../model/bilingual-text.ts'
import type { FeatureGroup } from './block-features.ts'

/**
 * How common a bead of so many French (row) and Japanese (column) blocks is, against a bead 1-1. Two blocks
 * without counterpart must beat one poor pair.
 */
export const SHAPE_SCORES: readonly (readonly (number | undefined)[])[] = [
  [undefined, -5],
  [-5, 0, -3, -5],
  [undefined, -3, -6],
  [undefined, -5],
]

/** Variance of the length in Japanese, in characters per expected character. */
const VARIANCE = 3
const BEST_LENGTH = 1.5
/** A very bad length alone does not make a pair impossible. */
const WORST_LENGTH = -8

/** Gale and Church's measure: how far the Japanese length lies from the expected one, in standard deviations. */
export function lengthScore(fr: FeatureGroup, ja: FeatureGroup, ratio: number): number {
  const expected = fr.length * ratio
  const mean = (expected + ja.length) / 2 + 4
  const distance = (ja.length - expected) / Math.sqrt(VARIANCE * mean)
  return Math.max(BEST_LENGTH - (distance * distance) / 2, WORST_LENGTH)
}

/** Figures on both sides speak for the bead, those on one side only against it: years and counts the most. */
export function figureScore(fr: FeatureGroup, ja: FeatureGroup, rarity: (figure: string) => number): number {
  const missing = (figure: string) => (figure.length > 2 ? -2.2 : -1.2)
  let score = 0
  for (const figure of fr.figures)
    score += ja.figures.has(figure) ? 2.5 * rarity(figure) : ja.softFigures.has(figure) ? 1 : missing(figure)
  for (const figure of ja.figures)
    if (!fr.figures.has(figure)) score += fr.softFigures.has(figure) ? 1 : missing(figure)
  return Math.min(Math.max(score, -4), 6)
}

/** Names and acronyms that Japanese writes in Latin letters are expected in the French. */
export function latinScore(fr: FeatureGroup, ja: FeatureGroup): number {
  let score = 0
  for (const word of ja.latin) score += fr.latin.has(word) ? 1.5 : -0.4
  return Math.min(Math.max(score, -1.5), 4.5)
}

/** Headings stand opposite headings; lists are less sure. */
export function kindScore(fr: FeatureGroup, ja: FeatureGroup): number {
  let score = 0
  for (const left of fr.kinds)
    for (const right of ja.kinds) {
      if (isHeading(left) !== isHeading(right)) score -= 2.5
      else if (left === right) score += left === 'paragraph' ? 0.2 : 0.7
      else score -= 0.3
    }
  return score / (fr.kinds.length * ja.kinds.length)
}

function isHeading(kind: BlockKind): boolean {
  return kind === 'heading' || kind === 'title'
}
