/**
 * The best sequence of beads over two lists, and how sure each is: a dynamic programme for the best, sums
 * over all sequences (forwards and backwards) for the confidence.
 */
export type Bead = {
  readonly fr: readonly number[]
  readonly ja: readonly number[]
  readonly confidence: number
}

/** Logarithm of the odds that `di` French blocks from `i` and `dj` Japanese blocks from `j` are one bead. */
export type BeadScore = (i: number, di: number, j: number, dj: number) => number

const SHAPES = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
] as const

/** Long texts are aligned within this many blocks of the diagonal, or a twentieth of their length. */
const BAND = 60

export function beadsOf(size: { readonly fr: number; readonly ja: number }, scoreOf: BeadScore): Bead[] {
  const [n, m] = [size.fr, size.ja]
  const width = Math.max(BAND, Math.abs(n - m) + BAND / 2, Math.ceil(Math.max(n, m) / 20))
  const low = (i: number) => Math.max(0, Math.round((i * m) / Math.max(n, 1)) - width)
  const high = (i: number) => (n === 0 ? m : Math.min(m, Math.round((i * m) / n) + width))
  const columns = m + 1
  const inBand = (i: number, j: number) => i >= 0 && j >= 0 && i <= n && j <= m && j >= low(i) && j <= high(i)
  const best = new Float64Array((n + 1) * columns).fill(Number.NEGATIVE_INFINITY)
  const forward = best.slice()
  const backward = best.slice()
  const step = new Int8Array((n + 1) * columns).fill(-1)
  const scores = new Map<number, Float64Array>()
  best[0] = 0
  forward[0] = 0
  for (let i = 0; i <= n; i++)
    for (let j = low(i); j <= high(i); j++) {
      const at = i * columns + j
      const here = new Float64Array(SHAPES.length)
      SHAPES.forEach(([di, dj], shape) => {
        here[shape] = inBand(i - di, j - dj) ? scoreOf(i - di, di, j - dj, dj) : Number.NEGATIVE_INFINITY
        if (here[shape] === Number.NEGATIVE_INFINITY) return
        const before = at - di * columns - dj
        forward[at] = logSum(forward[at]!, forward[before]! + here[shape]!)
        if (best[before]! + here[shape]! > best[at]!) {
          best[at] = best[before]! + here[shape]!
          step[at] = shape
        }
      })
      scores.set(at, here)
    }
  const end = (n + 1) * columns - 1
  backward[end] = 0
  for (let i = n; i >= 0; i--)
    for (let j = high(i); j >= low(i); j--) {
      const at = i * columns + j
      SHAPES.forEach(([di, dj], shape) => {
        const score = scores.get(at)![shape]!
        if (score === Number.NEGATIVE_INFINITY) return
        const before = at - di * columns - dj
        backward[before] = logSum(backward[before]!, backward[at]! + score)
      })
    }
  const beads: Bead[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const at = i * columns + j
    const shape = step[at]!
    const [di, dj] = SHAPES[shape]!
    const odds = forward[at - di * columns - dj]! + scores.get(at)![shape]! + backward[at]! - forward[end]!
    beads.push({ fr: range(i - di, i), ja: range(j - dj, j), confidence: Math.min(1, Math.exp(odds)) })
    i -= di
    j -= dj
  }
  return beads.reverse()
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function logSum(x: number, y: number): number {
  if (x === Number.NEGATIVE_INFINITY) return y
  if (y === Number.NEGATIVE_INFINITY) return x
  return x > y ? x + Math.log1p(Math.exp(y - x)) : y + Math.log1p(Math.exp(x - y))
}
