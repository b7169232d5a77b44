import { expect, test } from 'vitest'
import { csvOf } from '../../../client/features/decisions/csv.ts'

test('[X1] a file begins with its byte order mark, and every record ends with CR LF', () => {
  expect(
    csvOf([
      ['段落', 'Motif'],
      ['§ 1', ''],
    ]),
  ).toBe('\uFEFF段落,Motif\r\n§ 1,\r\n')
})

test('[X1] commas, quotation marks and line ends stand in quotation marks, doubled where they are one', () => {
  expect(csvOf([['un, deux', 'dit "non"', 'a\nb', '«\u00A0mot\u00A0»']])).toBe(
    '\uFEFF"un, deux","dit ""non""","a\nb",«\u00A0mot\u00A0»\r\n',
  )
})

test('[X1] what a spreadsheet would take for a formula is words, full-width signs and white space before it too', () => {
  for (const words of [
    '=1+1',
    '+33 1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '＝HYPERLINK("x")',
    '＋1',
    '－1',
    '＠x',
    '  =1',
    '　＝1',
    '|cmd',
  ])
    expect(
      csvOf([[words]])
        .slice(1)
        .replace(/^"/, ''),
      words,
    ).toMatch(/^'/)
  for (const words of ['– tiret', '・項目', 'Nous = vous', '1 − 1', '承知しました。'])
    expect(csvOf([[words]]), words).toBe(`\uFEFF${words}\r\n`)
})
