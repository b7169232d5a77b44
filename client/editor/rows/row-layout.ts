/**
 * The rows of a bilingual text: which blocks stand side by side.
 *
 * Within each language, neighbouring blocks of one unit form a *run*. The two lists of runs are aligned so
 * that as many runs as possible meet their own unit (longest common subsequence); the others get a row of
 * their own. The order of blocks inside a language is never changed by the layout, so the caret moves as it
 * reads. A unit with several blocks spans several grid lines of its row.
 */
import type { BlockKind, BlockLevel } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { Ghost } from '../amendments/mark-store.ts'

/** What the layout needs to know of a block. */
export type BlockOutline = {
  readonly id: BlockId
  readonly unit: UnitId
  readonly kind: BlockKind
  readonly level: BlockLevel
}

export type TextOutline = { readonly [L in Language]: readonly BlockOutline[] }

/**
 * What stands in one language of a row: `here` its blocks; `missing` nothing anywhere; `elsewhere` the
 * unit's blocks of this language stand in another row, because the orders differ.
 */
export type Cell =
  | { readonly state: 'here'; readonly blocks: readonly BlockOutline[] }
  | { readonly state: 'missing' }
  | { readonly state: 'elsewhere'; readonly row: number }

export type Row = {
  readonly unit: UnitId
  /** Number of the unit, from 1; a unit met again in a second row keeps its first number. */
  readonly number: number
  /** True for every further row of a unit whose blocks are not together. */
  readonly again: boolean
  readonly fr: Cell
  readonly ja: Cell
  /** First grid line of the row, from 1, and how many grid rows it spans. */
  readonly line: number
  readonly span: number
}

/** Grid rows of a block, as CSS `grid-row: line / span span`. */
export type GridPlace = { readonly line: number; readonly span: number }

export type GhostRow = { readonly ghost: Ghost; readonly line: number; readonly span: number }

export type RowLayout = {
  readonly rows: readonly Row[]
  /** Between the rows; commands on rows know nothing of them. */
  readonly ghosts: readonly GhostRow[]
  /** Per language, in the order of its blocks: two blocks that share an id by accident still stand apart. */
  readonly places: { readonly [L in Language]: readonly GridPlace[] }
  /** Number of grid rows in all. */
  readonly lines: number
}

/** `ghosts` in the order in which those of one place are shown; one whose blocks have come meanwhile is left out. */
export function layOutRows(outline: TextOutline, ghosts: readonly Ghost[] = []): RowLayout {
  const [fr, ja] = [runsOf(outline.fr), runsOf(outline.ja)]
  const pairs = alignRuns(fr, ja)
  const firstRow = firstRowsOf(pairs)
  const numbers = new Map<UnitId, number>()
  const places: { readonly [L in Language]: GridPlace[] } = { fr: [], ja: [] }
  const waiting = ghostsByRow(outline, pairs, ghosts)
  const ghostRows: GhostRow[] = []
  let line = 1
  const placeGhosts = (row: number) => {
    for (const ghost of waiting.get(row) ?? []) {
      const span = Math.max(1, ...LANGUAGES.map(language => ghost.blocks[language].length))
      ghostRows.push({ ghost, line, span })
      line += span
    }
  }
  placeGhosts(-1)
  const rows = pairs.map((pair, index): Row => {
    const unit = (pair.fr ?? pair.ja)!.unit
    const span = Math.max(pair.fr?.blocks.length ?? 0, pair.ja?.blocks.length ?? 0)
    const again = numbers.has(unit)
    if (!again) numbers.set(unit, numbers.size + 1)
    for (const language of LANGUAGES) placeRun(pair[language], line, span, places[language])
    const row: Row = {
      unit,
      number: numbers.get(unit)!,
      again,
      fr: cellOf(pair.fr, firstRow.fr.get(unit), index),
      ja: cellOf(pair.ja, firstRow.ja.get(unit), index),
      line,
      span,
    }
    line += span
    placeGhosts(index)
    return row
  })
  return { rows, ghosts: ghostRows, places, lines: line - 1 }
}

/** True when both outlines lead to the same rows and numbers. */
export function sameOutline(a: readonly BlockOutline[], b: readonly BlockOutline[]): boolean {
  return (
    a.length === b.length &&
    a.every((block, index) => {
      const other = b[index]!
      return (
        block === other ||
        (block.id === other.id &&
          block.unit === other.unit &&
          block.kind === other.kind &&
          block.level === other.level)
      )
    })
  )
}

type Run = { readonly unit: UnitId; readonly blocks: readonly BlockOutline[] }
type Pair = { readonly fr?: Run | undefined; readonly ja?: Run | undefined }

function runsOf(blocks: readonly BlockOutline[]): Run[] {
  const runs: { unit: UnitId; blocks: BlockOutline[] }[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last?.unit === block.unit) last.blocks.push(block)
    else runs.push({ unit: block.unit, blocks: [block] })
  }
  return runs
}

/** Matched runs side by side; between two matches, the runs that only one language has, French first. */
function alignRuns(fr: readonly Run[], ja: readonly Run[]): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [frIndex, jaIndex] of [...commonRuns(fr, ja), [fr.length, ja.length] as const]) {
    while (i < frIndex) pairs.push({ fr: fr[i++] })
    while (j < jaIndex) pairs.push({ ja: ja[j++] })
    if (i < fr.length && j < ja.length) pairs.push({ fr: fr[i++], ja: ja[j++] })
  }
  return pairs
}

/**
 * Index pairs of a longest common subsequence. Equal heads and tails, which is nearly everything in a text
 * in good order, are taken off first; the table is built for what remains.
 */
function commonRuns(fr: readonly Run[], ja: readonly Run[]): (readonly [number, number])[] {
  const same = (i: number, j: number) => fr[i]?.unit === ja[j]?.unit
  const shorter = Math.min(fr.length, ja.length)
  let head = 0
  while (head < shorter && same(head, head)) head++
  let tail = 0
  while (tail < shorter - head && same(fr.length - 1 - tail, ja.length - 1 - tail)) tail++

  const [n, m] = [fr.length - head - tail, ja.length - head - tail]
  const width = m + 1
  const length = new Uint32Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      length[i * width + j] = same(head + i, head + j)
        ? length[(i + 1) * width + j + 1]! + 1
        : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!)

  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < head; i++) pairs.push([i, i])
  for (let i = 0, j = 0; i < n && j < m; )
    if (same(head + i, head + j)) pairs.push([head + i++, head + j++])
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++
    else j++
  for (let i = tail; i > 0; i--) pairs.push([fr.length - i, ja.length - i])
  return pairs
}

function firstRowsOf(pairs: readonly Pair[]): { readonly [L in Language]: ReadonlyMap<UnitId, number> } {
  const first = { fr: new Map<UnitId, number>(), ja: new Map<UnitId, number>() }
  pairs.forEach((pair, index) => {
    for (const language of LANGUAGES) {
      const run = pair[language]
      if (run && !first[language].has(run.unit)) first[language].set(run.unit, index)
    }
  })
  return first
}

function cellOf(run: Run | undefined, firstRow: number | undefined, index: number): Cell {
  if (run) return { state: 'here', blocks: run.blocks }
  if (firstRow !== undefined && firstRow !== index) return { state: 'elsewhere', row: firstRow }
  return { state: 'missing' }
}

/** Ghosts by the index of the row they follow, -1 before the first. */
function ghostsByRow(
  outline: TextOutline,
  pairs: readonly Pair[],
  ghosts: readonly Ghost[],
): ReadonlyMap<number, readonly Ghost[]> {
  const byRow = new Map<number, Ghost[]>()
  if (ghosts.length === 0) return byRow
  const rowOf = new Map<BlockId, number>()
  pairs.forEach((pair, index) => {
    for (const language of LANGUAGES) for (const { id } of pair[language]?.blocks ?? []) rowOf.set(id, index)
  })
  for (const ghost of ghosts) {
    if (hasCome(outline, ghost)) continue
    const rows = LANGUAGES.filter(language => ghost.blocks[language].length > 0).map(language => {
      const before = ghost.after[language]
      return before === null ? -1 : (rowOf.get(before) ?? -1)
    })
    const row = Math.max(-1, ...rows)
    byRow.set(row, [...(byRow.get(row) ?? []), ghost])
  }
  return byRow
}

/** A new block is in the text; a moved one stands where it would go. Of a known one the outline cannot tell. */
function hasCome(outline: TextOutline, { blocks, after, moved, known }: Ghost): boolean {
  if (known) return false
  return LANGUAGES.some(language => {
    const first = blocks[language][0]
    const at = first ? outline[language].findIndex(({ id }) => id === first.id) : -1
    if (at < 0) return false
    return !moved || (outline[language][at - 1]?.id ?? null) === after[language]
  })
}

/** One grid row per block; the last block of the shorter language takes what remains. */
function placeRun(run: Run | undefined, line: number, span: number, places: GridPlace[]): void {
  run?.blocks.forEach((_, index) => {
    const last = index === run.blocks.length - 1
    places.push({ line: line + index, span: last ? span - index : 1 })
  })
}
