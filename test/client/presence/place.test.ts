import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { placeOfAddress } from '../../../client/features/presence/place-of-address.ts'
import {
  createPlaceTeller,
  type PlaceTeller,
  UNIT_EVERY,
  type Where,
} from '../../../client/features/presence/place-teller.ts'

describe('where an address is', () => {
  test('a draft, a version or a text with all its pages; of a comparison the newest; else nowhere', () => {
    expect(placeOfAddress('/drafts/draft-1', '')).toBe('draft:draft-1')
    expect(placeOfAddress('/drafts/draft-1/history', '')).toBe('draft:draft-1')
    expect(placeOfAddress('/versions/v%2D1/fates', '')).toBe('version:v-1')
    expect(placeOfAddress('/texts/text-1', '?x=1')).toBe('text:text-1')
    expect(placeOfAddress('/compare', '?from=version:a&to=draft:b&view=table')).toBe('draft:b')
    expect(placeOfAddress('/compare', '?from=version:a&to=state:b@2031-01-01T00:00:00.000Z')).toBe('draft:b')
    expect(placeOfAddress('/compare/columns', '?refs=version:a,version:b')).toBe('version:b')
    for (const path of ['/', '/plan', '/people', '/compare', '/drafts', '/drafts/', '/nowhere/x'])
      expect(placeOfAddress(path, ''), path).toBeNull()
  })
})

describe('telling where the page is', () => {
  let sent: Where[]
  let inFront: boolean
  let fails: boolean
  let teller: PlaceTeller
  beforeEach(() => {
    vi.useFakeTimers()
    sent = []
    inFront = true
    fails = false
    teller = createPlaceTeller(
      async where => {
        sent.push(where)
        if (fails) throw new Error('offline')
      },
      () => inFront,
    )
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a place at once, a running caret every two seconds, the same never twice', () => {
    teller.at('draft:a')
    teller.at('draft:a')
    for (let n = 0; n < 30; n++) teller.in(`u${n}`)
    expect(sent).toEqual([{ place: 'draft:a', unit: null }])
    vi.advanceTimersByTime(UNIT_EVERY)
    expect(sent.slice(1)).toEqual([{ place: 'draft:a', unit: 'u29' }])
    teller.in('u1')
    teller.in('u29')
    vi.advanceTimersByTime(10 * UNIT_EVERY)
    expect(sent).toHaveLength(2)
  })

  test('another place forgets the unit of the one before', () => {
    teller.at('draft:a')
    teller.in('u1')
    teller.at('version:b')
    vi.advanceTimersByTime(UNIT_EVERY)
    expect(sent.at(-1)).toEqual({ place: 'version:b', unit: null })
  })

  test('a page behind says nothing; coming to the front it says where it is, though another spoke meanwhile', () => {
    teller.at('draft:a')
    inFront = false
    teller.at('version:b')
    expect(sent).toHaveLength(1)
    inFront = true
    teller.again()
    teller.again()
    expect(sent.slice(1)).toEqual([
      { place: 'version:b', unit: null },
      { place: 'version:b', unit: null },
    ])
  })

  test('what was not heard is told with the next occasion', async () => {
    fails = true
    teller.at('draft:a')
    await vi.advanceTimersByTimeAsync(0)
    fails = false
    teller.at('draft:a')
    expect(sent).toHaveLength(2)
  })
})
