import { describe, expect, it } from 'vitest'
import { parseTable, writeTable } from '../../../shared/import/csv.ts'

const cellsOf = (text: string) => parseTable(text).rows.map(({ cells }) => cells)

describe('[W1] a table in a file', () => {
  it.each([
    [',', 'a,b\n1,2'],
    [';', 'a;b\n1;2'],
    ['\t', 'a\tb\n1\t2'],
    [';', 'Nom;Choix\n"Lyon, ville";1\nTours, Chartres;2'],
    [',', '"a;b",c\n"d;e;f",g'],
  ])('is cut at %j', (separator, text) => {
    expect(parseTable(text).separator).toBe(separator)
  })

  it('keeps quotes, separators and line ends inside quotes, and knows the line of each row', () => {
    const { rows, openQuote } = parseTable('a,b\n"dit ""oui"", puis\nnon",2\n\n ,\nc, d ')
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['dit "oui", puis\nnon', '2'] },
      { line: 6, cells: ['c', 'd'] },
    ])
    expect(openQuote).toBe(null)
  })

  it('says where a quote is open, and loses nothing of what follows', () => {
    const { rows, openQuote } = parseTable('a,b\n1,2\n"Tours,3\nNancy,4')
    expect(openQuote).toBe(3)
    expect(rows.at(-1)!.cells).toEqual(['Tours,3\nNancy,4'])
  })

  it('written and read again says the same, and no cell is a formula', () => {
    const table = [
      ['=HYPERLINK("http://x")', '+33', '-1', '@a', 'a,b;c\td', '"q"', '二\n行', ''],
      ['1', '2', '3', '4', '5', '6', ' 7 ', '8'],
    ]
    for (const separator of [',', ';', '\t'] as const) {
      const written = writeTable(table, separator)
      expect(written.startsWith('\uFEFF')).toBe(true)
      for (const { cells } of parseTable(written).rows) expect(cells).toHaveLength(8)
      for (const cell of written.slice(1).split(/\r\n|[,;\t]/)) expect(cell).not.toMatch(/^"?[=+@-]/)
      expect(cellsOf(written.replaceAll('\r\n', '\n'))[0]).toEqual(table[0])
    }
  })
})
