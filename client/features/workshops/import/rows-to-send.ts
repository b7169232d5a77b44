/** The review of a file's rows: what it does to them, and what is sent in the end. */
import type { ParticipationRow, ReadTable } from '../../../../shared/import/participation-rows.ts'
import type { ParticipationBody } from '../../../../shared/protocol/bodies.ts'
import { bodyOf, type ParticipationForm } from '../participation-form.ts'

/** A row said anew. */
export function mendRow(row: ParticipationRow, part: Partial<ParticipationForm>): ParticipationRow {
  return { ...row, ...part }
}

export type NamedCell = { readonly place: number; readonly heading: string; readonly cell: string }

/** The cells of a row as they stand in the file, each under its heading; « ? » where there is none. */
export function namedCells(headings: readonly string[], cells: readonly string[]): NamedCell[] {
  return cells.map((cell, place) => ({ place, heading: headings[place] ?? '?', cell }))
}

/** Columns that were taken for nothing, with those of their cells that say something. */
export function unknownColumns({ headings, columns, rows }: ReadTable): readonly string[] {
  return headings.filter((_, index) => columns[index] === undefined && rows.some(({ cells }) => cells[index]))
}

/** What of a row goes into the note besides: « Heading : cell », one a line. */
export function unknownCells({ headings, columns }: ReadTable, { cells }: ParticipationRow): string {
  return headings
    .flatMap((heading, index) => {
      const cell = columns[index] === undefined ? cells[index] : ''
      return cell ? [`${heading} : ${cell}`] : []
    })
    .join('\n')
}

/** The rows that are taken over, as the server takes them, each with its line. */
export function rowsToSend(
  table: ReadTable,
  keepUnknown: boolean,
): { readonly line: number; readonly body: ParticipationBody }[] {
  return table.rows
    .filter(({ leftOut }) => !leftOut)
    .map(row => {
      const besides = keepUnknown ? unknownCells(table, row) : ''
      const note = [row.note, besides].filter(words => words !== '').join('\n')
      return { line: row.line, body: bodyOf({ ...row, note: note.slice(0, MOST_NOTE) }) }
    })
}

/** The server's bound on a note. */
const MOST_NOTE = 2_000
