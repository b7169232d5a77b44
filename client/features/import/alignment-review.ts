/**
 * The alignment under review before a text is brought in. Rows become units; within each language the
 * order of the blocks is the order of the document, and no operation here changes it or loses a block
 * (only `removeBlock`, which says so). All functions are pure; rows that end up with no block vanish.
 */
import type { Language } from '../../../shared/model/language.ts'
import type { ImportBlock } from '../../../shared/protocol/bodies.ts'
import type { AlignmentView } from '../../../shared/protocol/views.ts'

export type ReviewRow = {
  /** Stable while the row lives, for React and for focus; never sent. */
  readonly key: string
  readonly fr: readonly ImportBlock[]
  readonly ja: readonly ImportBlock[]
  /** 0 to 1 as the program judged it; null once a person has changed the row. */
  readonly confidence: number | null
}

export type Confidence = 'sure' | 'to-check' | 'doubtful' | 'by-hand' | 'one-language'

/** Where a block stands: row index, language, index among the row's blocks of that language. */
export type BlockPlace = { readonly row: number; readonly language: Language; readonly block: number }

/** The rows to review, from what the server proposed. */
export function reviewRows(alignment: Pick<AlignmentView, 'rows'>): ReviewRow[] {
  return alignment.rows.map((row, index) => ({ key: `r${index}`, ...row }))
}

/** How sure the pairing is, in the five words that the screen uses. */
export function confidenceOf(row: ReviewRow): Confidence {
  if (row.fr.length === 0 || row.ja.length === 0) return 'one-language'
  if (row.confidence === null) return 'by-hand'
  return row.confidence >= 0.8 ? 'sure' : row.confidence >= 0.5 ? 'to-check' : 'doubtful'
}

/** The row takes in the blocks of the next one. */
export function joinWithNext(rows: readonly ReviewRow[], index: number): ReviewRow[] {
  const [row, next] = [rows[index], rows[index + 1]]
  if (!row || !next) return [...rows]
  const joined = { key: row.key, fr: [...row.fr, ...next.fr], ja: [...row.ja, ...next.ja], confidence: null }
  return rows.toSpliced(index, 2, joined)
}

/**
 * Two rows of one: the first block of each language stays, the others make the next row. A row with one
 * block on each side becomes two one-language rows, French first.
 */
export function splitRow(rows: readonly ReviewRow[], index: number): ReviewRow[] {
  const row = rows[index]
  if (!row || !canSplit(row)) return [...rows]
  const alone = row.fr.length <= 1 && row.ja.length <= 1
  const head = alone ? { fr: row.fr, ja: [] } : { fr: row.fr.slice(0, 1), ja: row.ja.slice(0, 1) }
  const tail = alone ? { fr: [], ja: row.ja } : { fr: row.fr.slice(1), ja: row.ja.slice(1) }
  return rows.toSpliced(
    index,
    1,
    { key: row.key, ...head, confidence: null },
    { key: freshKey(rows), ...tail, confidence: null },
  )
}

export function canSplit(row: ReviewRow): boolean {
  return row.fr.length + row.ja.length > 1
}

/**
 * The block goes to the row above, with the blocks of its language that stand before it in its row, so
 * that the order is kept. From the first row it makes a new row above.
 */
export function moveUp(rows: readonly ReviewRow[], { row: index, language, block }: BlockPlace): ReviewRow[] {
  const row = rows[index]
  if (!row?.[language][block]) return [...rows]
  const leaving = row[language].slice(0, block + 1)
  const above = rows[index - 1] ?? emptyRow(rows)
  const changed = [
    { ...above, [language]: [...above[language], ...leaving], confidence: null },
    { ...row, [language]: row[language].slice(block + 1), confidence: null },
  ]
  return withoutEmpty(index === 0 ? [...changed, ...rows.slice(1)] : rows.toSpliced(index - 1, 2, ...changed))
}

/** The mirror of `moveUp`: the block and those of its language after it go to the row below. */
export function moveDown(
  rows: readonly ReviewRow[],
  { row: index, language, block }: BlockPlace,
): ReviewRow[] {
  const row = rows[index]
  if (!row?.[language][block]) return [...rows]
  const leaving = row[language].slice(block)
  const below = rows[index + 1] ?? emptyRow(rows)
  return withoutEmpty(
    rows.toSpliced(
      index,
      2,
      { ...row, [language]: row[language].slice(0, block), confidence: null },
      { ...below, [language]: [...leaving, ...below[language]], confidence: null },
    ),
  )
}

/** Gives the block another kind. The pairing keeps its confidence: only the form changed. */
export function changeKind(
  rows: readonly ReviewRow[],
  place: BlockPlace,
  shape: Pick<ImportBlock, 'kind' | 'level'>,
): ReviewRow[] {
  return withBlocks(rows, place, blocks =>
    blocks.map((block, index) => (index === place.block ? { ...block, ...shape } : block)),
  )
}

/** Leaves the block out of the import: a page header, a folio. */
export function removeBlock(rows: readonly ReviewRow[], place: BlockPlace): ReviewRow[] {
  return withoutEmpty(withBlocks(rows, place, blocks => blocks.toSpliced(place.block, 1)))
}

/** Row indices, in order, that a reader should look at: one language only, doubtful or to check. */
export function rowsToLookAt(rows: readonly ReviewRow[]): number[] {
  return rows.flatMap((row, index) =>
    ['one-language', 'doubtful', 'to-check'].includes(confidenceOf(row)) ? [index] : [],
  )
}

function withBlocks(
  rows: readonly ReviewRow[],
  { row, language }: BlockPlace,
  change: (blocks: readonly ImportBlock[]) => readonly ImportBlock[],
): ReviewRow[] {
  return rows.map((entry, index) =>
    index === row ? { ...entry, [language]: change(entry[language]) } : entry,
  )
}

function withoutEmpty(rows: readonly ReviewRow[]): ReviewRow[] {
  return rows.filter(row => row.fr.length > 0 || row.ja.length > 0)
}

function emptyRow(rows: readonly ReviewRow[]): ReviewRow {
  return { key: freshKey(rows), fr: [], ja: [], confidence: null }
}

/** Keys only grow, so that undo and redo never give two rows one key. */
function freshKey(rows: readonly ReviewRow[]): string {
  return `r${1 + rows.reduce((most, row) => Math.max(most, Number(row.key.slice(1))), 0)}`
}
