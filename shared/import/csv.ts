/** Tables as files: RFC 4180 with the separators that spreadsheets of each country write. */

export const SEPARATORS = [',', ';', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

export type Table = {
  readonly separator: Separator
  /** Without the rows in which every cell is empty. `line` is where the row begins in the file, from 1. */
  readonly rows: readonly TableRow[]
  /** Line of a quote that nothing closes; the rest of the file stands in its cell. Null when all are closed. */
  readonly openQuote: number | null
}
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

/** `text` has line ends as `\n`. Cells are trimmed; a line end inside quotes stays. */
export function parseTable(text: string): Table {
  const separator = recogniseSeparator(text)
  const { rows, openQuote } = parseWith(text, separator)
  return { separator, rows: rows.filter(({ cells }) => cells.some(cell => cell !== '')), openQuote }
}

/**
 * A file that spreadsheets open rightly whatever their country: UTF-8 with a byte order mark, CRLF, every cell quoted
 * that needs it. A cell that a spreadsheet would take for a formula begins with an apostrophe, which `parseTable`
 * takes away again.
 */
export function writeTable(rows: readonly (readonly string[])[], separator: Separator): string {
  return `\uFEFF${rows.map(cells => cells.map(cell => writeCell(cell, separator)).join(separator)).join('\r\n')}\r\n`
}

/** The separator that cuts the lines into the same number of cells, as many as possible; a comma when none does. */
function recogniseSeparator(text: string): Separator {
  let best: { readonly separator: Separator; readonly score: number } = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const widths = parseWith(text, separator, LINES_LOOKED_AT)
      .rows.filter(({ cells }) => cells.some(cell => cell !== ''))
      .map(({ cells }) => cells.length)
    const [head = 0] = widths
    const agreeing = widths.filter(width => width === head).length
    const score = head > 1 ? head + agreeing / widths.length : 0
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

const LINES_LOOKED_AT = 20

function parseWith(text: string, separator: Separator, mostRows = Number.POSITIVE_INFINITY) {
  const rows: TableRow[] = []
  let openQuote: number | null = null
  let [line, start, at] = [1, 1, text.startsWith('\uFEFF') ? 1 : 0]
  let cells: string[] = []
  let cell = ''
  const endCell = () => {
    cells.push(readCell(cell))
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push({ line: start, cells })
    cells = []
  }
  while (at < text.length && rows.length < mostRows) {
    const character = text[at]!
    if (character === '"' && cell.trim() === '') {
      const quoted = readQuoted(text, at + 1)
      if (quoted.end === null) openQuote = line
      cell = quoted.words
      line += quoted.words.split('\n').length - 1
      at = quoted.end ?? text.length
    } else {
      at++
      if (character === separator) endCell()
      else if (character === '\n') {
        endRow()
        start = ++line
      } else cell += character
    }
  }
  if (cell !== '' || cells.length) endRow()
  return { rows, openQuote }
}

/** From after the opening quote: the words, and where the file goes on after the closing one; null where none closes. */
function readQuoted(text: string, from: number): { readonly words: string; readonly end: number | null } {
  let words = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { words: words + text.slice(at), end: null }
    words += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { words, end: quote + 1 }
    words += '"'
    at = quote + 2
  }
}

function readCell(cell: string): string {
  const trimmed = cell.trim()
  return /^'[=+\-@\t\r]/.test(trimmed) ? trimmed.slice(1) : trimmed
}

function writeCell(cell: string, separator: Separator): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /["\r\n]/.test(safe) || safe.includes(separator) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe
}
