import { describe, expect, test } from 'vitest'
import {
  type CountUnit,
  type DateValue,
  fitsType,
  plainSpaces,
  readsAlike,
  renderValue,
} from '../../../shared/model/fact-value.ts'

const TOWNS: CountUnit = { fr: { one: 'collectivité', other: 'collectivités' }, ja: '自治体' }
const count = (n: number, unit: CountUnit | null = TOWNS) => renderValue({ n }, unit)
const days = (from: string, to: string | null = null, weekday = false): DateValue => ({ from, to, weekday })
/** With ordinary spaces: where they are no-break is a test of its own. */
const read = (value: DateValue) => {
  const { fr, ja } = renderValue(value)
  return [plainSpaces(fr), ja]
}

describe('[F1] a count', () => {
  test('agrees in French, has its counter in Japanese, and one figure in both', () => {
    expect(count(35)).toEqual({ fr: '35\u00A0collectivités', ja: '35自治体' })
    expect(count(1)).toEqual({ fr: '1\u00A0collectivité', ja: '1自治体' })
    expect(count(0)).toEqual({ fr: '0\u00A0collectivité', ja: '0自治体' })
    expect(count(2)).toEqual({ fr: '2\u00A0collectivités', ja: '2自治体' })
  })

  test('is a bare figure where nothing is said of what is counted', () => {
    expect(count(35, null)).toEqual({ fr: '35', ja: '35' })
  })

  test('has its thousands apart: a narrow no-break space in French, a comma in Japanese', () => {
    expect(count(999, null)).toEqual({ fr: '999', ja: '999' })
    expect(count(1200)).toEqual({ fr: '1\u202F200\u00A0collectivités', ja: '1,200自治体' })
    expect(count(1234567, null)).toEqual({ fr: '1\u202F234\u202F567', ja: '1,234,567' })
  })
})

describe('[F1] a date', () => {
  test('of one day has no article in French: the text says « le » before it', () => {
    expect(read(days('2026-10-24'))).toEqual(['24 octobre 2026', '2026年10月24日'])
    expect(read(days('2026-10-24', null, true))).toEqual(['24 octobre 2026', '2026年10月24日（土）'])
    expect(read(days('2026-05-01'))).toEqual(['1er mai 2026', '2026年5月1日'])
  })

  test('from a day to a day says no month and no year twice', () => {
    expect(read(days('2026-10-21', '2026-10-24', true))).toEqual([
      'du 21 au 24 octobre 2026',
      '2026年10月21日（水）～24日（土）',
    ])
    expect(read(days('2026-09-30', '2026-10-02', true))).toEqual([
      'du 30 septembre au 2 octobre 2026',
      '2026年9月30日（水）～10月2日（金）',
    ])
    expect(read(days('2026-12-30', '2027-01-01', true))).toEqual([
      'du 30 décembre 2026 au 1er janvier 2027',
      '2026年12月30日（水）～2027年1月1日（金）',
    ])
    expect(read(days('2026-10-01', '2026-10-02', true))[0]).toBe('du 1er au 2 octobre 2026')
  })

  test('in Japanese reads as in a sentence where the weekday is not asked for', () => {
    expect(read(days('2026-10-21', '2026-10-24'))[1]).toBe('2026年10月21日から24日まで')
    expect(read(days('2026-09-30', '2026-10-02'))[1]).toBe('2026年9月30日から10月2日まで')
    expect(read(days('2026-12-30', '2027-01-02'))[1]).toBe('2026年12月30日から2027年1月2日まで')
  })

  test('may be as precise as a month or a year', () => {
    expect(read(days('2028'))).toEqual(['2028', '2028年'])
    expect(read(days('2026', '2028'))).toEqual(['de 2026 à 2028', '2026年から2028年まで'])
    expect(read(days('2026-10'))).toEqual(['octobre 2026', '2026年10月'])
    expect(read(days('2026-10', '2026-11'))).toEqual(['d’octobre à novembre 2026', '2026年10月から11月まで'])
    expect(read(days('2026-12', '2027-01'))).toEqual([
      'de décembre 2026 à janvier 2027',
      '2026年12月から2027年1月まで',
    ])
    expect(read(days('2026-12', '2027-12'))[1]).toBe('2026年12月から2027年12月まで')
    expect(read(days('2026-08', '2026-09'))[0]).toBe('d’août à septembre 2026')
  })

  test('never leaves its day alone at the end of a French line', () => {
    expect(renderValue(days('2026-10-24')).fr).toBe('24\u00A0octobre 2026')
    expect(renderValue(days('2026-09-30', '2026-10-02')).fr).toBe(
      'du 30\u00A0septembre au 2\u00A0octobre 2026',
    )
  })
})

describe('[F1] names and free text', () => {
  test('are as written', () => {
    expect(renderValue({ fr: 'Kyōto', ja: '京都市' }, TOWNS)).toEqual({ fr: 'Kyōto', ja: '京都市' })
  })
})

describe('[F1] a value fits its type', () => {
  test('a count a whole number from 0, a date real days in order, a name or free text words', () => {
    expect(fitsType('count', { n: 35 })).toBe(true)
    for (const n of [-1, 1.5, Number.NaN, 2 ** 60]) expect(fitsType('count', { n }), String(n)).toBe(false)
    expect(fitsType('count', { fr: '35', ja: '35' })).toBe(false)
    expect(fitsType('count', days('2026'))).toBe(false)
    expect(fitsType('name', { fr: 'Kyōto', ja: '京都市' })).toBe(true)
    expect(fitsType('text', { n: 3 })).toBe(false)
  })

  test.each([
    ['2026-02-28', null],
    ['2028-02-29', null],
    ['2026-10-21', '2026-10-24'],
    ['2026-10', '2026-11'],
    ['2026', '2028'],
  ])('%s to %s', (from, to) => {
    expect(fitsType('date', days(from, to))).toBe(true)
  })

  test.each([
    ['2026-02-29', null],
    ['2026-13', null],
    ['2026-00-10', null],
    ['26', null],
    ['', null],
    ['2026-10-24T00:00', null],
    ['2026-10-24', '2026-10-24'],
    ['2026-10-24', '2026-10-21'],
    ['2026-10-24', '2026-11'],
    ['2026', '2027-02-30'],
  ])('not %s to %s', (from, to) => {
    expect(fitsType('date', days(from, to))).toBe(false)
  })
})

test('[F1] two readings that differ in kinds of spaces only read alike', () => {
  expect(readsAlike('1\u202F200\u00A0villes', '1 200 villes')).toBe(true)
  expect(readsAlike('35', '36')).toBe(false)
  expect(readsAlike(undefined, '')).toBe(false)
  expect(readsAlike(undefined, undefined)).toBe(true)
})
