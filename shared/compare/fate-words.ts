/** Which words the following version has where the answer changed some. Splits and merges are changes of a sign. */
import type { Fate } from '../model/amendment.ts'
import { readingOf } from './change-edges.ts'
import type { BlockPair } from './comparison.ts'
import { type Lexicon, sharedLexicon } from './lexicon.ts'
import { longestIncreasing } from './longest-increasing.ts'
import { type Part, type Run, runOf } from './run-of-blocks.ts'
import { tokenise } from './tokens.ts'
import { type KeptPair, linkOf, type PlacedBlock, type Trace } from './trace-blocks.ts'

/** One for each place in the pair where the answer's words are not the base's; none when only marks, kind or place differ. */
export function fatesOfWords(pair: BlockPair, trace: Trace): Fate[] {
  const link = linkOf(pair, trace)
  const base = runOf(link.old.map(whole))
  const answer = runOf(link.new.map(whole))
  const following = runOf(partsOf([...link.fromBase, ...link.fromAnswer]))
  const maps = {
    amended: mapOf(base, answer, link.pairs),
    fromBase: mapOf(base, following, link.fromBase),
    fromAnswer: mapOf(answer, following, link.fromAnswer),
  }
  // The halves of a split share its sign, and have their own words each.
  const own = link.new.length > 1 ? answer.extentOf(pair.newIndex!) : null
  const lexicon = sharedLexicon(trace.language)
  return gapsBetween(stepsOf(maps), { v: base.length, a: answer.length, w: following.length })
    .filter(gap => !own || (gap.a0 <= own.to && gap.a1 > own.from))
    .flatMap(gap => {
      if (isUntouched(gap, maps.amended)) return []
      const fate = judged(
        base.says(gap.v0, gap.v1),
        answer.says(gap.a0, gap.a1),
        following.says(gap.w0, gap.w1),
        lexicon,
      )
      return fate ? [fate] : []
    })
}

function whole({ block, index }: PlacedBlock): Part {
  return { block, index, from: 0, to: Number.POSITIVE_INFINITY }
}

/** The parts of the following version's blocks that the pairs are about, in its order. */
function partsOf(kept: readonly KeptPair[]): Part[] {
  const parts = new Map<number, Part>()
  for (const { new: block, newIndex: index, fromB, toB } of kept) {
    const known = parts.get(index)
    parts.set(index, {
      block,
      index,
      from: Math.min(known?.from ?? fromB, fromB),
      to: Math.max(known?.to ?? toB, toB),
    })
  }
  return [...parts.values()].sort((x, y) => x.index - y.index)
}

/** For each place of `a` the place in `b` of the same character, -1 when it is not there. */
function mapOf(a: Run, b: Run, pairs: readonly KeptPair[]): Int32Array {
  const map = new Int32Array(a.length).fill(-1)
  for (const { oldIndex, newIndex, fromA, fromB, segments } of pairs) {
    if (fromA === 0 && fromB === 0) map[a.placeOf(oldIndex, -1)] = b.placeOf(newIndex, -1)
    for (const segment of segments) {
      if (segment.type !== 'equal') continue
      const [x, y] = [a.placeOf(oldIndex, segment.fromA), b.placeOf(newIndex, segment.fromB)]
      for (let at = 0; at < segment.toA - segment.fromA; at++) map[x + at] = y + at
    }
  }
  return map
}

type Maps = {
  readonly amended: Int32Array
  readonly fromBase: Int32Array
  readonly fromAnswer: Int32Array
}
/** Places in the base, the answer and the following version. */
type Step = { readonly v: number; readonly a: number; readonly w: number }

/** The characters on which the three comparisons agree, in an order that all three texts have. */
function stepsOf({ amended, fromBase, fromAnswer }: Maps): Step[] {
  const steps: Step[] = []
  amended.forEach((a, v) => {
    const w = fromBase[v]!
    if (a >= 0 && w >= 0 && fromAnswer[a] === w) steps.push({ v, a, w })
  })
  return longestIncreasing(steps.map(({ w }) => w)).map(index => steps[index]!)
}

type Gap = {
  readonly v0: number
  readonly v1: number
  readonly a0: number
  readonly a1: number
  readonly w0: number
  readonly w1: number
}

function gapsBetween(steps: readonly Step[], end: Step): Gap[] {
  let [v0, a0, w0] = [0, 0, 0]
  const gaps: Gap[] = []
  for (const { v, a, w } of [...steps, end]) {
    if (v > v0 || a > a0) gaps.push({ v0, v1: v, a0, a1: a, w0, w1: w })
    ;[v0, a0, w0] = [v + 1, a + 1, w + 1]
  }
  return gaps
}

/** Whether base and answer are alike there: only the following version differs. */
function isUntouched({ v0, v1, a0, a1 }: Gap, amended: Int32Array): boolean {
  if (v1 - v0 !== a1 - a0) return false
  for (let v = v0; v < v1; v++) if (amended[v] !== a0 + v - v0) return false
  return true
}

/** Null when base and answer say the same. Typography counts only where it is all that differs. */
function judged(base: string, answer: string, following: string, lexicon: Lexicon): Fate | null {
  if (base === answer) return null
  if (following === answer) return 'taken'
  if (following === base) return 'not-taken'
  const [v, a, w] = [base, answer, following].map(text => readingOf(tokenise([], text, lexicon), lexicon))
  if (v === a) return 'in-part'
  return w === a ? 'taken' : w === v ? 'not-taken' : 'in-part'
}
