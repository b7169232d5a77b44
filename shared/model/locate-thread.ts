/**
 * Where a thread hangs in a text, from what is known of where it hung: by its blocks and offsets, else by its words,
 * else by what stood around them, else by its unit. The same for everyone who has the same anchor and text.
 */
import type { BilingualText, Block } from './bilingual-text.ts'
import { plainText } from './bilingual-text.ts'
import type { UnitId } from './ids.ts'
import { LANGUAGES } from './language.ts'
import type { Anchor, BlockPosition, Passage } from './thread.ts'

export type ThreadLocation =
  | {
      readonly state: 'passage'
      readonly unit: UnitId
      readonly start: BlockPosition
      readonly end: BlockPosition
    }
  /** `gone`: it hung on a passage that is no longer there. */
  | { readonly state: 'unit'; readonly unit: UnitId; readonly gone: boolean }
  /** The unit is no longer in the text. */
  | { readonly state: 'detached' }

/** Words of this many characters tell their place in a unit by themselves: shorter ones stand anywhere. */
const TELLING = { fr: 12, ja: 6 } as const
/** In the whole text, where a sentence may stand twice, this many. */
const TELLING_ANYWHERE = { fr: 40, ja: 20 } as const

export function locateThread(anchor: Anchor, text: BilingualText): ThreadLocation {
  const found = anchor.passage && locatePassage(anchor, anchor.passage, text)
  if (found) return found
  const unit = unitNow(anchor, text)
  return unit ? { state: 'unit', unit, gone: anchor.passage !== null } : { state: 'detached' }
}

/** The unit that the anchor's unit is in the text: itself, or the one that its blocks have gone to. */
export function unitNow(anchor: Anchor, text: BilingualText): UnitId | undefined {
  const blocks = LANGUAGES.flatMap(language => text[language])
  if (blocks.some(({ unit }) => unit === anchor.unit)) return anchor.unit
  const known = new Set(anchor.blocks)
  return blocks.find(({ id }) => known.has(id))?.unit
}

function locatePassage(anchor: Anchor, passage: Passage, text: BilingualText): ThreadLocation | undefined {
  const blocks = text[passage.language]
  const place = (run: Run, from: number, to: number): ThreadLocation => ({
    state: 'passage',
    unit: blockAt(run, from).unit,
    start: positionAt(run, from, 'start'),
    end: positionAt(run, to, 'end'),
  })

  // Few words may stand there by chance: then their neighbours decide, below.
  const asKept = tells(passage, TELLING) ? keptRun(passage, blocks) : undefined
  if (asKept && asKept.words === flat(passage.words)) return place(asKept.run, asKept.from, asKept.to)

  const own = blocks.filter(({ id }) => id === passage.start.block || id === passage.end.block)
  const unit = unitNow(anchor, text)
  const near = [own, blocks.filter(block => block.unit === unit)].filter(some => some.length > 0).map(runOf)
  const offset = (run: Run) => flatOffset(run, passage.start)
  for (const run of near) {
    const best = bestOccurrence(run.text, passage, offset(run))
    const telling = tells(passage, TELLING) || (best && best.likeness >= likenessAsked(passage))
    if (best && telling) return place(run, best.at, best.at + flat(passage.words).length)
  }
  if (tells(passage, TELLING)) {
    const run = runOf(blocks)
    const best = bestOccurrence(run.text, passage, offset(run))
    const alone = occurrences(run.text, flat(passage.words)).length === 1
    const telling = best && (best.likeness >= RECOGNISED || (alone && tells(passage, TELLING_ANYWHERE)))
    if (best && telling) return place(run, best.at, best.at + flat(passage.words).length)
  }
  for (const run of near) {
    const between = betweenNeighbours(run.text, passage)
    if (between) return place(run, between.from, between.to)
  }
  return undefined
}

/** Blocks as one string, with where each begins in it. */
type Run = { readonly blocks: readonly Block[]; readonly starts: readonly number[]; readonly text: string }

function runOf(blocks: readonly Block[]): Run {
  const starts: number[] = []
  let text = ''
  for (const block of blocks) {
    starts.push(text.length)
    text += plainText(block)
  }
  return { blocks, starts, text }
}

/** Between the blocks of a passage nothing is counted: a split or a join does not change its words. */
function flat(words: string): string {
  return words.replaceAll('\n', '')
}

/** What stands from the kept start to the kept end, if both are still there and in order. */
function keptRun({ start, end }: Passage, blocks: readonly Block[]) {
  const [first, last] = [start, end].map(({ block }) => blocks.findIndex(({ id }) => id === block))
  if (first === undefined || last === undefined || first < 0 || last < first) return undefined
  const run = runOf(blocks.slice(first, last + 1))
  const [from, to] = [start.offset, run.starts.at(-1)! + end.offset]
  if (from > plainText(run.blocks[0]!).length || to > run.text.length || from >= to) return undefined
  return { run, from, to, words: run.text.slice(from, to) }
}

function flatOffset(run: Run, { block, offset }: BlockPosition): number {
  const index = run.blocks.findIndex(({ id }) => id === block)
  return index < 0 ? 0 : run.starts[index]! + offset
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0 && words; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** Of several, the one whose neighbours are most alike (in characters); of those, the nearest to where it was. */
function bestOccurrence(text: string, passage: Passage, was: number) {
  const words = flat(passage.words)
  const likeness = (at: number) =>
    sharedEnd(text.slice(0, at), passage.before) + sharedStart(text.slice(at + words.length), passage.after)
  return occurrences(text, words)
    .map(at => ({ at, likeness: likeness(at) }))
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.at - was) - Math.abs(b.at - was))[0]
}

/** Enough of a neighbour to recognise a place by. */
const RECOGNISED = 6

/** Short words that were deleted must not be taken for the same words elsewhere in their paragraph. */
function likenessAsked({ before, after }: Passage): number {
  return Math.min(RECOGNISED, before.length + after.length)
}

function tells(
  { words, language }: Passage,
  enough: { readonly [L in Passage['language']]: number },
): boolean {
  return [...flat(words)].length >= enough[language]
}

/** The words were changed from within: what now stands between the neighbours, unless that is much more or nothing. */
function betweenNeighbours(text: string, { before, after, words }: Passage) {
  const [left, right] = [before.slice(-RECOGNISED * 2), after.slice(0, RECOGNISED * 2)]
  if (left.length < RECOGNISED || right.length < RECOGNISED) return undefined
  const start = occurrences(text, left)
  if (start.length !== 1) return undefined
  const from = start[0]! + left.length
  const to = text.indexOf(right, from)
  const longest = flat(words).length * 3 + RECOGNISED * 4
  return to > from && to - from <= longest ? { from, to } : undefined
}

function blockAt(run: Run, at: number): Block {
  return run.blocks[indexAt(run, at, 'start')]!
}

/** At the seam of two blocks a start belongs to the second, an end to the first. */
function positionAt(run: Run, at: number, edge: 'start' | 'end'): BlockPosition {
  const index = indexAt(run, at, edge)
  return { block: run.blocks[index]!.id, offset: at - run.starts[index]! }
}

function indexAt({ starts }: Run, at: number, edge: 'start' | 'end'): number {
  const index = starts.findLastIndex(start => (edge === 'start' ? start <= at : start < at))
  return Math.max(index, 0)
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function sharedEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
