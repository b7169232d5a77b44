/** Makes hunks readable without changing what they amount to: no confetti, insertions at natural edges. */
import type { Lexicon, TokenType } from './lexicon.ts'
import { type Hunk, joinTouching } from './token-hunks.ts'
import type { Tokens } from './tokens.ts'

/** Hunks slid to sentence and clause edges, with the islands between them dropped. */
export function cleanUp(hunks: readonly Hunk[], a: Tokens, b: Tokens, lexicon: Lexicon): Hunk[] {
  return dropIslands(joinTouching(slide(hunks, a, b, lexicon)), a, b, lexicon)
}

/** Longest unchanged run, in characters, that two changes may swallow: "de la", "ことに". */
const ISLAND_LENGTH = { fr: 16, ja: 6 } as const

/**
 * An island is an unchanged run without a content word between two changes, as "de" in "villes de France" →
 * "régions de Provence". It is swallowed unless a sentence ends in it or it outweighs the changes.
 */
function dropIslands(hunks: readonly Hunk[], a: Tokens, b: Tokens, lexicon: Lexicon): Hunk[] {
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    const last = kept.at(-1)
    if (last && isIsland(last, hunk, a, b, lexicon))
      kept[kept.length - 1] = { a0: last.a0, a1: hunk.a1, b0: last.b0, b1: hunk.b1 }
    else kept.push(hunk)
  }
  return kept
}

const LANDMARKS: ReadonlySet<TokenType> = new Set(['word', 'number', 'stop', 'object', 'symbol'])

function isIsland(left: Hunk, right: Hunk, a: Tokens, b: Tokens, lexicon: Lexicon): boolean {
  for (let i = left.a1; i < right.a0; i++) if (LANDMARKS.has(lexicon.typeOf(a.id[i]!))) return false
  const length = a.end[right.a0 - 1]! - a.from[left.a1]!
  if (length > ISLAND_LENGTH[lexicon.language]) return false
  // Two insertions, or two deletions, around a run of the old text are clearer apart unless the run is tiny.
  const changed = Math.min(size(left, a, b), size(right, a, b))
  return length <= 2 || length <= 2 * changed
}

function size(hunk: Hunk, a: Tokens, b: Tokens): number {
  return Math.max(spanLength(a, hunk.a0, hunk.a1), spanLength(b, hunk.b0, hunk.b1))
}

function spanLength({ from, end }: Tokens, first: number, after: number): number {
  return after > first ? end[after - 1]! - from[first]! : 0
}

/** Moves each pure insertion or deletion to the place, among those that mean the same, where it reads best. */
function slide(hunks: readonly Hunk[], a: Tokens, b: Tokens, lexicon: Lexicon): Hunk[] {
  const slid: Hunk[] = []
  hunks.forEach((hunk, index) => {
    const inserted = hunk.a0 === hunk.a1
    if (!inserted && hunk.b0 !== hunk.b1) {
      slid.push(hunk)
      return
    }
    const { id } = inserted ? b : a
    const [first, after] = inserted ? [hunk.b0, hunk.b1] : [hunk.a0, hunk.a1]
    const [last, next] = [slid.at(-1), hunks[index + 1]]
    const roomLeft = hunk.a0 - (last?.a1 ?? 0)
    const roomRight = (next?.a0 ?? a.id.length) - hunk.a1
    let left = 0
    while (left < roomLeft && id[first - left - 1] === id[after - left - 1]) left++
    let right = 0
    while (right < roomRight && id[first + right] === id[after + right]) right++
    let best = 0
    let bestScore = -1
    for (let shift = -left; shift <= right; shift++) {
      const score = edgeScore(id, first + shift, lexicon) + edgeScore(id, after + shift, lexicon)
      if (score > bestScore || (score === bestScore && Math.abs(shift) < Math.abs(best)))
        [best, bestScore] = [shift, score]
    }
    slid.push({ a0: hunk.a0 + best, a1: hunk.a1 + best, b0: hunk.b0 + best, b1: hunk.b1 + best })
  })
  return slid
}

/** How natural it is to start or end a change before token `at`. */
function edgeScore(id: readonly number[], at: number, lexicon: Lexicon): number {
  if (at === 0 || at === id.length) return 6
  const [before, here] = [lexicon.typeOf(id[at - 1]!), lexicon.typeOf(id[at]!)]
  if (before === 'stop') return 5
  if (before === 'clause') return 4
  if (here === 'clause' || here === 'stop') return 3
  // A phrase starts before a function word in French ("de la ville"), after one in Japanese (「都市の」).
  if (lexicon.language === 'fr')
    return here === 'function' && before !== 'function' ? 2 : before === 'function' ? 0 : 1
  return before === 'function' && here !== 'function' ? 2 : here === 'function' ? 0 : 1
}
