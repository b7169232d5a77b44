import { expect, test } from 'vitest'
import { CaretColours } from '../../../server/sync/presence.ts'

test('[U8] twelve people in a room have twelve colours, and each keeps its own', () => {
  const colours = new CaretColours()
  const mandates = Array.from({ length: 12 }, (_, index) => `mandate-${index * 12}`)
  const given = mandates.map(mandate => colours.of(mandate))
  expect(new Set(given).size).toBe(12)
  expect(mandates.map(mandate => colours.of(mandate))).toEqual(given)
  expect(colours.of('one more')).toBeLessThan(12)
})
