import { describe, expect, it } from 'vitest'
import { type BlockOutline, layOutRows, type TextOutline } from '../../../client/editor/rows/row-layout.ts'
import { seeded } from '../../support/seeded.ts'

/** Blocks by unit, as in `abbc`. */
function outline(fr: string, ja: string): TextOutline {
  const blocks = (language: string, units: string): BlockOutline[] =>
    [...units].map(
      (unit, index) =>
        ({ id: `${language}${index}`, unit, kind: 'paragraph', level: 1 }) as unknown as BlockOutline,
    )
  return { fr: blocks('fr', fr), ja: blocks('ja', ja) }
}

/** Rows as `unit:fr/ja`: number of blocks, `-` for missing, `~` for elsewhere. */
function shown(fr: string, ja: string): string {
  return layOutRows(outline(fr, ja))
    .rows.map(row => {
      const [left, right] = [row.fr, row.ja].map(cell =>
        cell.state === 'here' ? cell.blocks.length : cell.state === 'missing' ? '-' : '~',
      )
      return `${row.unit}${row.number}:${left}/${right}`
    })
    .join(' ')
}

describe('rows of a bilingual text', () => {
  it('[U1] blocks of both languages with the same unit stand on one row', () => {
    expect(shown('abc', 'abc')).toBe('a1:1/1 b2:1/1 c3:1/1')
  })

  it('[U1] a unit with several blocks in a language is one row', () => {
    expect(shown('abbc', 'abc')).toBe('a1:1/1 b2:2/1 c3:1/1')
  })

  it('[U1] a unit that one language lacks is shown as missing, where it stands in the other', () => {
    expect(shown('abc', 'ac')).toBe('a1:1/1 b2:1/- c3:1/1')
    expect(shown('ac', 'abc')).toBe('a1:1/1 b2:-/1 c3:1/1')
    expect(shown('', 'ab')).toBe('a1:-/1 b2:-/1')
  })

  it('[U1] units in another order stand apart, under the same number, and say so', () => {
    expect(shown('abc', 'bca')).toBe('a1:1/~ b2:1/1 c3:1/1 a1:~/1')
  })

  it('[U1] a unit whose blocks are not together goes on in a further row', () => {
    expect(shown('aba', 'ab')).toBe('a1:1/1 b2:1/1 a1:1/~')
  })

  it('[U1] blocks side by side have their own lines, and the last of the shorter language the rest', () => {
    const { places, lines } = layOutRows(outline('abbbc', 'abbc'))
    expect(places.fr).toEqual([1, 2, 3, 4, 5].map(line => ({ line, span: 1 })))
    expect(places.ja).toEqual([
      { line: 1, span: 1 },
      { line: 2, span: 1 },
      { line: 3, span: 2 },
      { line: 5, span: 1 },
    ])
    expect(lines).toBe(5)
  })

  it('[U1] in any two orders every block has a place of its own and each language is read from top to bottom', () => {
    const seed = 20261123
    const random = seeded(seed)
    for (let round = 0; round < 500; round++) {
      const word = () => Array.from({ length: random.below(12) }, () => 'abcdefgh'[random.below(8)]).join('')
      const [fr, ja] = [word(), word()]
      const { places, lines } = layOutRows(outline(fr, ja))
      for (const [language, units] of [
        ['fr', fr],
        ['ja', ja],
      ] as const) {
        const place = places[language]
        expect(place.length, `seed ${seed} round ${round}: ${fr} ${ja}`).toBe(units.length)
        place.forEach((each, index) => {
          const next = place[index + 1]?.line ?? lines + 1
          expect(each.line + each.span, `seed ${seed} round ${round}: ${fr} ${ja}`).toBeLessThanOrEqual(next)
        })
      }
    }
  })
})
