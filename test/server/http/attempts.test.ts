import { expect, test } from 'vitest'
import { Attempts } from '../../../server/http/attempts.ts'

test('attempts are counted per key until the window is over', () => {
  const attempts = new Attempts({ most: 2, window: 1000 })
  expect([0, 1, 2].map(at => attempts.allow('a', at))).toEqual([true, true, false])
  expect(attempts.allow('b', 3)).toBe(true)
  expect(attempts.allow('a', 999)).toBe(false)
  expect(attempts.allow('a', 1000)).toBe(true)
})

test('a clock that is set back does not lock anybody out for longer', () => {
  const attempts = new Attempts({ most: 1, window: 1000 })
  attempts.allow('a', 1_000_000)
  expect(attempts.allow('a', 1_000_001)).toBe(false)
  expect(attempts.allow('a', 5)).toBe(true)
})

test('memory is bounded whatever is tried', () => {
  const attempts = new Attempts({ most: 1, window: 1000 }, 100)
  for (let i = 0; i < 10_000; i++) attempts.allow(`login ${i}`, i)
  expect(attempts.size).toBe(100)
})

test('a success forgets the mistakes before it', () => {
  const attempts = new Attempts({ most: 1, window: 1000 })
  attempts.allow('a', 0)
  attempts.forgive('a')
  expect(attempts.allow('a', 1)).toBe(true)
})
