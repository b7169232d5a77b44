/**
 * Which French and Japanese terms go together in this document, learned from a first alignment, and how
 * well the terms of a bead answer each other. A block never vouches for itself: its own count is left out.
 */
import type { Bead, BeadScore } from './bead-programme.ts'
import type { BlockFeatures } from './block-features.ts'

/** Fewer pairs than this teach nothing. */
const LEAST_PAIRS = 12
/** What perfect and random matches of terms are worth to a bead. */
const WEIGHT = 6

/** Null when the document is too short or the terms do not tell true pairs from random ones. */
export function learnLexicon(
  fr: readonly BlockFeatures[],
  ja: readonly BlockFeatures[],
  beads: readonly Bead[],
): BeadScore | null {
  const taught = beads.filter(bead => bead.fr.length && bead.ja.length && bead.confidence > 0.3)
  if (taught.length < LEAST_PAIRS) return null
  const places = { fr: placesOf(fr, taught, 'fr'), ja: placesOf(ja, taught, 'ja') }
  const lessonOfFr = new Map(taught.flatMap((bead, lesson) => bead.fr.map(i => [i, lesson] as const)))
  const lessonOfJa = new Map(taught.flatMap((bead, lesson) => bead.ja.map(j => [j, lesson] as const)))
  const cache = new Map<number, number>()
  const answered = (i: number, di: number, j: number, dj: number): number => {
    const key = ((i * 4 + di) * (ja.length + 4) + j) * 4 + dj
    const known = cache.get(key)
    if (known !== undefined) return known
    const own = new Set<number>()
    for (let x = i; x < i + di; x++) if (lessonOfFr.has(x)) own.add(lessonOfFr.get(x)!)
    for (let y = j; y < j + dj; y++) if (lessonOfJa.has(y)) own.add(lessonOfJa.get(y)!)
    const left = termsOf(fr.slice(i, i + di), places.fr)
    const right = termsOf(ja.slice(j, j + dj), places.ja)
    const share =
      (bestAnswers(left, right, places.fr, places.ja, own) +
        bestAnswers(right, left, places.ja, places.fr, own)) /
      2
    cache.set(key, share)
    return share
  }
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
  const pairs = taught.map(bead => [bead.fr[0]!, bead.fr.length, bead.ja[0]!, bead.ja.length] as const)
  const together = mean(pairs.map(pair => answered(...pair)))
  const apart = mean(
    pairs.map(([i, di], index) => {
      const [, , j, dj] = pairs[(index + Math.floor(pairs.length / 3)) % pairs.length]!
      return answered(i, di, j, dj)
    }),
  )
  if (together - apart < 0.03) return null
  return (i, di, j, dj) => {
    if (di === 0 || dj === 0) return 0
    const strength = (answered(i, di, j, dj) - (together + apart) / 2) / (together - apart)
    return WEIGHT * Math.min(Math.max(strength, -0.8), 0.8)
  }
}

type Places = ReadonlyMap<string, ReadonlySet<number>>

/** The lessons (taught beads) in which each term occurs; terms of one lesson only, or of nearly all, are left out. */
function placesOf(blocks: readonly BlockFeatures[], taught: readonly Bead[], language: 'fr' | 'ja'): Places {
  const places = new Map<string, Set<number>>()
  taught.forEach((bead, lesson) => {
    for (const place of bead[language])
      for (const term of blocks[place]!.terms) {
        const known = places.get(term)
        if (known) known.add(lesson)
        else places.set(term, new Set([lesson]))
      }
  })
  for (const [term, lessons] of places)
    if (lessons.size < 2 || lessons.size > taught.length * 0.6) places.delete(term)
  return places
}

function termsOf(blocks: readonly BlockFeatures[], places: Places): string[] {
  const terms = blocks.length === 1 ? blocks[0]!.terms : new Set(blocks.flatMap(block => [...block.terms]))
  return [...terms].filter(term => places.has(term))
}

/** The mean, over the terms, of how strongly the best term opposite goes with each; rare terms weigh more. */
function bestAnswers(
  terms: readonly string[],
  opposite: readonly string[],
  of: Places,
  ofOpposite: Places,
  own: ReadonlySet<number>,
): number {
  let [sum, weights] = [0, 0]
  for (const term of terms) {
    const lessons = of.get(term)!
    let others = lessons.size
    for (const lesson of own) if (lessons.has(lesson)) others--
    if (others === 0) continue
    let best = 0
    for (const answer of opposite) best = Math.max(best, association(lessons, ofOpposite.get(answer)!, own))
    const weight = 1 / Math.sqrt(others)
    sum += weight * best
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

/** Dice's coefficient over the lessons other than `own`. */
function association(x: ReadonlySet<number>, y: ReadonlySet<number>, own: ReadonlySet<number>): number {
  const [small, large] = x.size <= y.size ? [x, y] : [y, x]
  let [shared, size] = [0, x.size + y.size]
  for (const lesson of own) size -= (x.has(lesson) ? 1 : 0) + (y.has(lesson) ? 1 : 0)
  for (const lesson of small) if (large.has(lesson) && !own.has(lesson)) shared++
  return size === 0 ? 0 : (2 * shared) / size
}
