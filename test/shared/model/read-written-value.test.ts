import { expect, test } from 'vitest'
import { readWrittenValue } from '../../../shared/model/read-written-value.ts'

test.each([
  ['count', '35', '35', { n: 35 }],
  ['count', '35', '３５', { n: 35 }],
  ['count', '1\u00A0200', '1,200', { n: 1200 }],
  ['date', '24 octobre 2026', '2026年10月24日', { from: '2026-10-24', to: null, weekday: false }],
  ['date', '1er mai 2026', '２０２６年５月１日', { from: '2026-05-01', to: null, weekday: false }],
  ['date', '2028', '2028年', { from: '2028', to: null, weekday: false }],
  [
    'date',
    'du 21 au 24 octobre 2026',
    '2026年10月21日から24日まで',
    { from: '2026-10-21', to: '2026-10-24', weekday: false },
  ],
  [
    'date',
    'du 21 au 24 octobre 2026',
    '2026年10月21日（水）〜24日（土）',
    { from: '2026-10-21', to: '2026-10-24', weekday: true },
  ],
  [
    'date',
    'du 30 décembre 2026 au 2 janvier 2027',
    '2026年12月30日から2027年1月2日まで',
    { from: '2026-12-30', to: '2027-01-02', weekday: false },
  ],
] as const)('[F1] %s « %s » / %s is read as one value', (type, fr, ja, value) => {
  expect(readWrittenValue(type, { fr, ja })).toEqual(value)
})

test.each([
  // The languages say different figures: nobody can tell which is meant.
  ['count', '35', '36'],
  ['count', '35 collectivités', '35自治体'],
  ['count', 'une trentaine', '約30'],
  ['date', '24 octobre 2026', '2026年10月25日'],
  ['date', 'le 24 octobre 2026', '2026年10月24日'],
  // That day was a Saturday.
  ['date', '24 octobre 2026', '2026年10月24日（日）'],
  ['date', '29 février 2026', '2026年2月29日'],
  ['date', 'fin octobre 2026', '2026年10月末'],
  ['name', '35', '35'],
  ['text', '2028', '2028年'],
] as const)('[F1] %s « %s » / %s stays as written', (type, fr, ja) => {
  expect(readWrittenValue(type, { fr, ja })).toEqual({ fr, ja })
})
