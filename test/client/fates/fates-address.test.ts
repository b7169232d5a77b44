import { describe, expect, test } from 'vitest'
import {
  ALL_FATES,
  FATE_ORDERS,
  fatesAddress,
  readFateFilters,
  shownFates,
} from '../../../client/features/fates/fates-address.ts'
import { FATES, type Fate, OUTCOMES, type Outcome } from '../../../shared/model/amendment.ts'
import type { AmendmentFateView } from '../../../shared/protocol/views.ts'

const read = (address: string) => readFateFilters(new URL(address, 'https://room.example').searchParams)

const of = (amendment: string, fate: Fate, outcome: Outcome | null, differs = false): AmendmentFateView => ({
  amendment,
  kinds: ['modified'],
  alarm: null,
  rows: [],
  fate,
  fr: fate,
  ja: null,
  places: [],
  now: [],
  decision: outcome && { outcome, reason: null },
  differs,
})
const amendments = [
  of('a', 'taken', 'accepted'),
  of('b', 'not-taken', 'rejected'),
  of('c', 'not-taken', 'accepted', true),
  of('d', 'in-part', 'modified'),
  of('e', 'in-part', null),
]
const keys = (filters: Partial<typeof ALL_FATES>) =>
  shownFates(amendments, { ...ALL_FATES, ...filters }).map(({ amendment }) => amendment)

describe('the address of the fates', () => {
  test('[C4] says every filter and the order, and brings them back', () => {
    for (const fate of [null, ...FATES])
      for (const decision of [null, ...OUTCOMES])
        for (const differing of [false, true])
          for (const order of FATE_ORDERS) {
            const filters = { fate, decision, differing, order }
            expect(read(fatesAddress('v2', filters))).toEqual(filters)
          }
  })

  test('[C4] leaves out what stands at its default, and what it does not know', () => {
    expect(fatesAddress('v2')).toBe('/versions/v2/fates')
    expect(read('/versions/v2/fates?fate=lost&decision=none&only=all&order=size')).toEqual(ALL_FATES)
  })
})

describe('the amendments shown', () => {
  test('[C6] are all of them in the order of the text, or those of a fate, of a decision, or with a difference', () => {
    expect(keys({})).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(keys({ fate: 'not-taken' })).toEqual(['b', 'c'])
    expect(keys({ decision: 'accepted' })).toEqual(['a', 'c'])
    expect(keys({ fate: 'not-taken', decision: 'accepted' })).toEqual(['c'])
    expect(keys({ differing: true })).toEqual(['c'])
  })

  test('[C6] come not taken first, or by decision, what is undecided before everything', () => {
    expect(keys({ order: 'fate' })).toEqual(['b', 'c', 'd', 'e', 'a'])
    expect(keys({ order: 'decision' })).toEqual(['e', 'a', 'c', 'd', 'b'])
  })
})
