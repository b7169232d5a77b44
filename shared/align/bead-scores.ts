/** What each feature of a bead is worth, as a logarithm of odds: positive speaks for it, negative against. */
import type { BlockFeatures } from './block-features.ts'

/** How common each shape is, against a bead 1-1. Two blocks without counterpart must beat one poor pair. */
export const SHAPE_SCORES: { readonly [shape: string]: number } = {
  '1-1': 0,
  '1-0': -4,
  '0-1': -4,
  '1-2': -3,
  '2-1': -3,
  '2-2': -6,
  '1-3': -5,
  '3-1': -5,
}

/** Variance of the length in Japanese, in characters per expected character. */
const VARIANCE = 2.2
/** A very bad length alone does not make a pair impossible. */
const WORST_LENGTH = -8

/** Gale and Church's measure: how far the Japanese length lies from the expected one, in standard deviations. */
export function lengthScore(
  fr: readonly BlockFeatures[],
  ja: readonly BlockFeatures[],
  ratio: number,
): number {
  const expected = total(fr) * ratio
  const found = total(ja)
  const mean = (expected + found) / 2 + 4
  const distance = (found - expected) / Math.sqrt(VARIANCE * mean)
  return Math.max(1 - (distance * distance) / 2, WORST_LENGTH)
}

function total(blocks: readonly BlockFeatures[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0)
}

/** Figures on both sides speak for the bead, those on one side only against it. */
export function figureScore(
  fr: readonly BlockFeatures[],
  ja: readonly BlockFeatures[],
  rarity: (figure: string) => number,
): number {
  const [hardFr, hardJa] = [union(fr, 'figures'), union(ja, 'figures')]
  const [softFr, softJa] = [union(fr, 'softFigures'), union(ja, 'softFigures')]
  let score = 0
  for (const figure of hardFr)
    score += hardJa.has(figure) ? 2.5 * rarity(figure) : softJa.has(figure) ? 1 : -1.2
  for (const figure of hardJa) if (!hardFr.has(figure)) score += softFr.has(figure) ? 1 : -1.2
  return Math.min(Math.max(score, -4), 6)
}

/** Names and acronyms that Japanese writes in Latin letters are expected in the French. */
export function latinScore(fr: readonly BlockFeatures[], ja: readonly BlockFeatures[]): number {
  const inFrench = union(fr, 'latin')
  let score = 0
  for (const word of union(ja, 'latin')) score += inFrench.has(word) ? 1.5 : -0.4
  return Math.min(Math.max(score, -1.5), 4.5)
}

/** Headings stand opposite headings; lists are less sure. */
export function kindScore(fr: readonly BlockFeatures[], ja: readonly BlockFeatures[]): number {
  let score = 0
  for (const left of fr)
    for (const right of ja) {
      if (isHeading(left) !== isHeading(right)) score -= 2.5
      else if (left.kind === right.kind) score += left.kind === 'paragraph' ? 0.2 : 0.7
      else score -= 0.3
    }
  return score / (fr.length * ja.length)
}

function isHeading({ kind }: BlockFeatures): boolean {
  return kind === 'heading' || kind === 'title'
}

function union(
  blocks: readonly BlockFeatures[],
  what: 'figures' | 'softFigures' | 'latin',
): ReadonlySet<string> {
  return blocks.length === 1 ? blocks[0]![what] : new Set(blocks.flatMap(block => [...block[what]]))
}
