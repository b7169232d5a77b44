import { describe, expect, test } from 'vitest'
import {
  DECISION_ORDERS,
  decisionsTableAddress,
  ROUND_OUTCOMES,
  readDecisionsShape,
  readRound,
  roundBetween,
  WHOLE_TABLE,
} from '../../../client/features/decisions/decisions-address.ts'
import type { VersionView } from '../../../shared/protocol/views.ts'

const query = (address: string) => new URL(address, 'https://room.example').searchParams

describe('the address of the table', () => {
  test('[C4] says every choice, and brings it back', () => {
    for (const outcome of [null, ...ROUND_OUTCOMES])
      for (const order of DECISION_ORDERS)
        for (const languages of ['both', 'fr', 'ja'] as const)
          for (const flag of [true, false]) {
            const shape = { outcome, order, languages, discussed: flag, internal: !flag }
            const address = decisionsTableAddress('text', 'answer', shape)
            expect(readDecisionsShape(query(address))).toEqual(shape)
            expect(readRound(query(address))).toBe('answer')
          }
  })

  test('[T2] says nothing by default: no internal threads unless it asks for them', () => {
    expect(decisionsTableAddress('text', null)).toBe('/texts/text/decisions')
    expect(readDecisionsShape(query('/?outcome=x&order=y&lang=en&internal=1&only=z'))).toEqual(WHOLE_TABLE)
  })
})

test('[C4] the comparison of what was answered with the answer, and of that with what followed, are of one round', () => {
  const version = (id: string, side: string, base: string | null, answer?: string) =>
    ({
      id,
      origin: 'transmission',
      side,
      base,
      decisions: answer ? { answer } : null,
    }) as unknown as VersionView
  const versions = [
    version('V1', 'jap', null),
    version('V1-FRA', 'fra', 'V1'),
    version('V2', 'jap', 'V1', 'V1-FRA'),
    version('V2-FRA', 'fra', 'V2'),
  ]
  const between = (from: string, to: string) => roundBetween(versions, `version:${from}`, `version:${to}`)
  expect(between('V1', 'V1-FRA')).toBe('V1-FRA')
  expect(between('V1-FRA', 'V2')).toBe('V1-FRA')
  expect(between('V2', 'V2-FRA')).toBe('V2-FRA')
  expect(between('V1', 'V2')).toBeUndefined()
  expect(between('V1-FRA', 'V2-FRA')).toBeUndefined()
})
