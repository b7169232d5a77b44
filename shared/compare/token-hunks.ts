/** Differences of two lists of token ids, as hunks of token indexes. */
import { diffArrays } from 'diff'
import { longestIncreasing } from './longest-increasing.ts'

/** Tokens `[a0, a1)` of the old list stand where `[b0, b1)` of the new one do. Never both empty. */
export type Hunk = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number }

/**
 * Beyond this many edits jsdiff gives up (it takes O((N+M)·D) time: 8,000 unrelated tokens cost 23 s) and
 * the tokens that are unique on both sides are the landmarks.
 */
const MAX_EDIT_LENGTH = 1_200
/** After so many futile attempts in one comparison of tokens, only near-identical stretches are worth another. */
const ATTEMPTS = 6
const LOW_EDIT_LENGTH = 150

/** Hunks in order, separated by at least one equal token, such that what lies between them is equal. */
export function diffTokens(a: readonly number[], b: readonly number[]): Hunk[] {
  const hunks: Hunk[] = []
  collect(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, hunks, { left: ATTEMPTS })
  return joinTouching(hunks)
}

/** Joins hunks with nothing between them, on either side, into one. */
export function joinTouching(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    if (last && last.a1 === hunk.a0 && last.b1 === hunk.b0)
      joined[joined.length - 1] = { a0: last.a0, a1: hunk.a1, b0: last.b0, b1: hunk.b1 }
    else joined.push(hunk)
  }
  return joined
}

type Attempts = { left: number }

function collect(
  a: readonly number[],
  b: readonly number[],
  hunk: Hunk,
  into: Hunk[],
  attempts: Attempts,
): void {
  let { a0, a1, b0, b1 } = hunk
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0++
    b0++
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1--
    b1--
  }
  if (a0 === a1 && b0 === b1) return
  if (a0 === a1 || b0 === b1) {
    into.push({ a0, a1, b0, b1 })
    return
  }
  const changes = diffArrays(a.slice(a0, a1), b.slice(b0, b1), {
    maxEditLength: attempts.left > 0 ? MAX_EDIT_LENGTH : LOW_EDIT_LENGTH,
  })
  if (!changes) {
    attempts.left--
    collectBetweenLandmarks(a, b, { a0, a1, b0, b1 }, into, attempts)
    return
  }
  let [x, y] = [a0, b0]
  for (const { added, removed, count } of changes) {
    const [x1, y1] = [added ? x : x + count, removed ? y : y + count]
    if (added || removed) into.push({ a0: x, a1: x1, b0: y, b1: y1 })
    ;[x, y] = [x1, y1]
  }
}

/** The fallback: tokens unique on both sides, in their longest common order, then the same again between them. */
function collectBetweenLandmarks(
  a: readonly number[],
  b: readonly number[],
  hunk: Hunk,
  into: Hunk[],
  attempts: Attempts,
): void {
  const { a0, a1, b0, b1 } = hunk
  const inB = uniquePlaces(b, b0, b1)
  const shared = [...uniquePlaces(a, a0, a1)]
    .filter(([id, place]) => place >= 0 && (inB.get(id) ?? -1) >= 0)
    .map(([id, place]) => ({ x: place, y: inB.get(id)! }))
  const landmarks = longestIncreasing(shared.map(({ y }) => y)).map(index => shared[index]!)
  if (!landmarks.length) {
    into.push(hunk)
    return
  }
  let [x, y] = [a0, b0]
  for (const landmark of [...landmarks, { x: a1, y: b1 }]) {
    if (x < landmark.x || y < landmark.y)
      collect(a, b, { a0: x, a1: landmark.x, b0: y, b1: landmark.y }, into, attempts)
    ;[x, y] = [landmark.x + 1, landmark.y + 1]
  }
}

/** The place of each id met once, -1 for ids met more often, in order of appearance. */
function uniquePlaces(ids: readonly number[], from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let i = from; i < to; i++) places.set(ids[i]!, places.has(ids[i]!) ? -1 : i)
  return places
}
