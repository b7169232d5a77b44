/** Longest and heaviest increasing subsequences: what stayed in order, so that the rest has moved. */

/** Indexes of a longest strictly increasing subsequence of `values`, in order. O(n log n). */
export function longestIncreasing(values: readonly number[]): number[] {
  if (values.every((value, index) => index === 0 || values[index - 1]! < value)) return [...values.keys()]
  const tails: number[] = []
  const before: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? tails[low - 1]! : -1)
    tails[low] = index
  })
  return chain(before, tails.at(-1) ?? -1)
}

/**
 * Indexes of the strictly increasing subsequence of `values` with the greatest sum of `weights` (all
 * positive); among equals the one that ends earliest. Values are distinct or equal, in 0…size-1. O(n log n).
 */
export function heaviestIncreasing(values: readonly number[], weights: readonly number[]): number[] {
  let size = 0
  for (const value of values) if (value >= size) size = value + 1
  // A Fenwick tree of the best chain ending at a value below.
  const tree = new Int32Array(size + 1).fill(-1)
  const total = new Float64Array(values.length)
  const before = new Int32Array(values.length)
  let best = -1
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    let last = -1
    for (let at = value; at > 0; at -= at & -at) last = heavier(last, tree[at]!, total)
    before[index] = last
    total[index] = weights[index]! + (last < 0 ? 0 : total[last]!)
    for (let at = value + 1; at <= size; at += at & -at) tree[at] = heavier(tree[at]!, index, total)
    best = heavier(best, index, total)
  }
  return chain(before, best)
}

function heavier(x: number, y: number, total: Float64Array): number {
  if (x < 0) return y
  return y < 0 || total[y]! <= total[x]! ? x : y
}

function chain(before: ArrayLike<number>, last: number): number[] {
  const indexes: number[] = []
  for (let at = last; at >= 0; at = before[at]!) indexes.push(at)
  return indexes.reverse()
}
