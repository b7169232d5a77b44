/** A file that somebody chose, read as a table of participations: nothing of it leaves this device. */
import { parseTable, type Separator } from '../../../../shared/import/csv.ts'
import { decodeBytes, type Encoding } from '../../../../shared/import/decode-bytes.ts'
import {
  type ReadTable,
  type RowContext,
  readParticipationTable,
} from '../../../../shared/import/participation-rows.ts'

export type FileTable = ReadTable & {
  readonly file: string
  readonly encoding: Encoding
  readonly separator: Separator
  readonly openQuote: number | null
}

export type TableReading =
  | { readonly read: true; readonly table: FileTable }
  | {
      readonly read: false
      readonly why: 'unreadable' | 'too-large' | 'empty' | 'no-columns'
      readonly file: string
      /** The first row, as it stands. */
      readonly head: string
    }

/** The server's bound on the rows of one import. */
const MOST_ROWS = 1_000
const MOST_BYTES = 4_000_000

export async function readTableFile(file: File, context: RowContext): Promise<TableReading> {
  const failed = (why: Extract<TableReading, { read: false }>['why'], head = ''): TableReading => ({
    read: false,
    why,
    file: file.name,
    head,
  })
  if (file.size > MOST_BYTES) return failed('too-large')
  const decoded = decodeBytes(new Uint8Array(await file.arrayBuffer()))
  if (!decoded) return failed('unreadable')
  const parsed = parseTable(decoded.text)
  const table = readParticipationTable(parsed, context)
  const head = parsed.rows[0]?.cells.join(' | ') ?? ''
  if (!table) return failed(head ? 'no-columns' : 'empty', head)
  if (table.rows.length === 0) return failed('empty')
  if (table.rows.length > MOST_ROWS) return failed('too-large')
  const { separator, openQuote } = parsed
  return {
    read: true,
    table: { ...table, file: file.name, encoding: decoded.encoding, separator, openQuote },
  }
}
