/**
 * Aligns French and Japanese blocks that come from outside, without ids: which paragraphs say the same.
 *
 * After Gale and Church, "A program for aligning sentences in bilingual corpora" (1993): lengths, with the
 * ratio of the two languages estimated from the document (.41 to .59 Japanese characters for a French one),
 * then figures, Latin words and kinds, and in a second pass the words that the first pass put together.
 * About half of the paragraphs that only one text has are missed: a person must see every pair.
 */
import type { BlockKind, BlockLevel } from '../model/bilingual-text.ts'
import { type Bead, type BeadScore, beadsOf } from './bead-programme.ts'
import { figureScore, kindScore, latinScore, lengthScore, SHAPE_SCORES } from './bead-scores.ts'
import {
  type BlockFeatures,
  blockFeatures,
  type FeatureGroup,
  featureGroup,
  figureRarity,
} from './block-features.ts'
import { learnLexicon } from './learned-lexicon.ts'

/** A block as an import gives it. */
export type ImportedBlock = { readonly kind: BlockKind; readonly level: BlockLevel; readonly text: string }

/** Blocks that say the same: places in the two lists, in order. One side is empty for a block without counterpart. */
export type AlignedBead = {
  readonly fr: readonly number[]
  readonly ja: readonly number[]
  /** From 0 to 1: how much likelier than all other ways of matching these blocks. */
  readonly confidence: number
}

/** Beads in reading order that hold every block of both lists exactly once. Deterministic. */
export function alignLanguages(fr: readonly ImportedBlock[], ja: readonly ImportedBlock[]): AlignedBead[] {
  const features = {
    fr: fr.map(block => blockFeatures(block, 'fr')),
    ja: ja.map(block => blockFeatures(block, 'ja')),
  }
  const size = { fr: fr.length, ja: ja.length }
  const first = surfaceScore(features.fr, features.ja)
  const beads = beadsOf(size, first)
  const lexicon = learnLexicon(features.fr, features.ja, beads)
  if (!lexicon) return beads
  const second = surfaceScore(features.fr, features.ja, ratioOf(features.fr, features.ja, beads))
  return beadsOf(size, (...bead) => second(...bead) + lexicon(...bead))
}

export type { Bead }

/** What lengths, figures, Latin words and kinds say of a bead, as a logarithm of odds. */
function surfaceScore(
  fr: readonly BlockFeatures[],
  ja: readonly BlockFeatures[],
  ratio = ratioOf(fr, ja),
): BeadScore {
  const rarity = figureRarity(fr, ja)
  const [groupFr, groupJa] = [groups(fr), groups(ja)]
  return (i, di, j, dj) => {
    const shape = SHAPE_SCORES[di]?.[dj] ?? Number.NEGATIVE_INFINITY
    if (di === 0 || dj === 0) return shape
    const [left, right] = [groupFr(i, di), groupJa(j, dj)]
    return (
      shape +
      lengthScore(left, right, ratio) +
      figureScore(left, right, rarity) +
      latinScore(left, right) +
      kindScore(left, right)
    )
  }
}

/** The features of `count` neighbours together, from `from` on; each group is made once. */
function groups(blocks: readonly BlockFeatures[]) {
  const made = new Map<number, FeatureGroup>()
  return (from: number, count: number): FeatureGroup => {
    const known = made.get(from * 4 + count)
    if (known) return known
    const group = featureGroup(blocks.slice(from, from + count))
    made.set(from * 4 + count, group)
    return group
  }
}

/** Japanese characters for one French character: of the whole texts, or of the paragraphs matched one to one. */
function ratioOf(
  fr: readonly BlockFeatures[],
  ja: readonly BlockFeatures[],
  beads: readonly Bead[] = [],
): number {
  const sure = beads.filter(bead => bead.fr.length === 1 && bead.ja.length === 1 && bead.confidence > 0.5)
  const sum = (blocks: readonly BlockFeatures[]) => blocks.reduce((total, { length }) => total + length, 1)
  const ratio =
    sure.length < 5
      ? sum(ja) / sum(fr)
      : sum(sure.map(bead => ja[bead.ja[0]!]!)) / sum(sure.map(bead => fr[bead.fr[0]!]!))
  return Math.min(Math.max(ratio, 0.25), 1)
}
