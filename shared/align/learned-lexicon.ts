/**
 * Which French and Japanese terms go together in this document, learned from a first alignment, and how
 * well the terms of a bead answer each other. A block never vouches for itself: its own count is left out.
 */
import type { Bead, BeadScore } from './bead-programme.ts'
import type { BlockFeatures } from './block-features.ts'

/** Fewer pairs than this teach nothing. */
const LEAST_PAIRS = 12
/** What perfect and random matches of terms are worth to a bead. */
const WEIGHT = 5
/** Farther than this from the first alignment, in blocks, terms are taken for unrelated. */
const REACH = 16

/** Null when the document is too short or the terms do not tell true pairs from random ones. */
export function learnLexicon(
  fr: readonly BlockFeatures[],
  ja: readonly BlockFeatures[],
  beads: readonly Bead[],
): BeadScore | null {
  const taught = beads.filter(bead => bead.fr.length && bead.ja.length && bead.confidence > 0.3)
  if (taught.length < LEAST_PAIRS) return null
  const lessons = { fr: lessonsOf(fr, taught, 'fr'), ja: lessonsOf(ja, taught, 'ja') }
  const together = countTogether(lessons.fr.terms, lessons.ja.terms, taught.length)
  const answersOf = cellAnswers(lessons, together)
  const near = pathOf(fr.length, beads)
  const answered = (i: number, di: number, j: number, dj: number): number => {
    const left = new Best()
    const right = new Best()
    for (let x = i; x < i + di; x++) {
      const cells = Array.from({ length: dj }, (_, y) => answersOf(x, j + y))
      for (const [at, { weight }] of lessons.fr.terms[x]!.entries())
        left.add(weight, Math.max(...cells.map(cell => cell.fr[at]!)))
    }
    for (let y = j; y < j + dj; y++) {
      const cells = Array.from({ length: di }, (_, x) => answersOf(i + x, y))
      for (const [at, { weight }] of lessons.ja.terms[y]!.entries())
        right.add(weight, Math.max(...cells.map(cell => cell.ja[at]!)))
    }
    return (left.mean() + right.mean()) / 2
  }
  const pairs = taught.map(bead => [bead.fr[0]!, bead.fr.length, bead.ja[0]!, bead.ja.length] as const)
  const shift = Math.floor(pairs.length / 3)
  const matched = mean(pairs.map(pair => answered(...pair)))
  const random = mean(
    pairs.map(([i, di], index) => {
      const [, , j, dj] = pairs[(index + shift) % pairs.length]!
      return answered(i, di, j, dj)
    }),
  )
  if (matched - random < 0.03) return null
  return (i, di, j, dj) => {
    if (di === 0 || dj === 0) return 0
    if (Math.abs(near[i]! - j) > REACH) return -0.8 * WEIGHT
    const strength = (answered(i, di, j, dj) - (matched + random) / 2) / (matched - random)
    return WEIGHT * Math.min(Math.max(strength, -0.8), 0.8)
  }
}

/** A term of a block: the taught beads that hold it, and its weight (rare terms weigh more). */
type Term = { readonly name: string; readonly lessons: ReadonlySet<number>; readonly weight: number }
type Lessons = { readonly terms: readonly (readonly Term[])[]; readonly of: readonly (number | undefined)[] }

/** Terms of each block that occur in two taught beads or more, but not in most of them; and each block's own bead. */
function lessonsOf(
  blocks: readonly BlockFeatures[],
  taught: readonly Bead[],
  language: 'fr' | 'ja',
): Lessons {
  const places = new Map<string, Set<number>>()
  const of: (number | undefined)[] = []
  taught.forEach((bead, lesson) => {
    for (const place of bead[language]) {
      of[place] = lesson
      for (const term of blocks[place]!.terms) {
        const known = places.get(term)
        if (known) known.add(lesson)
        else places.set(term, new Set([lesson]))
      }
    }
  })
  const terms = blocks.map(block =>
    [...block.terms].flatMap((name): Term[] => {
      const lessons = places.get(name)
      if (!lessons || lessons.size < 2 || lessons.size > taught.length * 0.6) return []
      return [{ name, lessons, weight: 1 / Math.sqrt(lessons.size) }]
    }),
  )
  return { terms, of }
}

type Together = ReadonlyMap<string, ReadonlyMap<string, number>>

/** In how many taught beads each French term stands opposite each Japanese one. */
function countTogether(
  fr: readonly (readonly Term[])[],
  ja: readonly (readonly Term[])[],
  count: number,
): Together {
  const inLesson = Array.from({ length: count }, () => new Set<string>())
  for (const { name, lessons } of ja.flat()) for (const lesson of lessons) inLesson[lesson]!.add(name)
  const together = new Map<string, Map<string, number>>()
  for (const { name, lessons } of fr.flat()) {
    if (together.has(name)) continue
    const counts = new Map<string, number>()
    for (const lesson of lessons)
      for (const other of inLesson[lesson]!) counts.set(other, (counts.get(other) ?? 0) + 1)
    together.set(name, counts)
  }
  return together
}

/** For each term of a block, how strongly the best term of the other block goes with it (Dice, 0 to 1). */
type Answers = { readonly fr: Float32Array; readonly ja: Float32Array }

function cellAnswers(lessons: { readonly fr: Lessons; readonly ja: Lessons }, together: Together) {
  const cells = new Map<number, Answers>()
  return (i: number, j: number): Answers => {
    const key = i * lessons.ja.terms.length + j
    const known = cells.get(key)
    if (known) return known
    const [left, right] = [lessons.fr.terms[i]!, lessons.ja.terms[j]!]
    const own = [...new Set([lessons.fr.of[i], lessons.ja.of[j]])].filter(lesson => lesson !== undefined)
    const answers = { fr: new Float32Array(left.length), ja: new Float32Array(right.length) }
    left.forEach((x, a) => {
      const counts = together.get(x.name)!
      right.forEach((y, b) => {
        let shared = counts.get(y.name) ?? 0
        if (shared === 0) return
        let size = x.lessons.size + y.lessons.size
        for (const lesson of own) {
          const [inX, inY] = [x.lessons.has(lesson), y.lessons.has(lesson)]
          size -= (inX ? 1 : 0) + (inY ? 1 : 0)
          if (inX && inY) shared--
        }
        const strength = size > 0 ? (2 * shared) / size : 0
        if (strength > answers.fr[a]!) answers.fr[a] = strength
        if (strength > answers.ja[b]!) answers.ja[b] = strength
      })
    })
    cells.set(key, answers)
    return answers
  }
}

/** The Japanese place at which the first alignment stands before each French block. */
function pathOf(count: number, beads: readonly Bead[]): Float64Array {
  const path = new Float64Array(count + 1)
  let at = 0
  for (const bead of beads) {
    for (const i of bead.fr) path[i] = at
    at += bead.ja.length
  }
  path[count] = at
  return path
}

/** A weighted mean under construction. */
class Best {
  private sum = 0
  private weights = 0

  add(weight: number, value: number): void {
    this.sum += weight * value
    this.weights += weight
  }

  mean(): number {
    return this.weights === 0 ? 0 : this.sum / this.weights
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}
