import { expect, test } from 'vitest'
import { foundFacts } from '../../../client/editor/toolbar/found-facts.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import type { EditionId, FactId } from '../../../shared/model/ids.ts'

const fact = (id: string, change: Partial<Fact>): Fact => ({
  id: id as FactId,
  edition: 'e' as EditionId,
  key: id,
  type: 'text',
  label: { fr: id, ja: id },
  definition: { fr: '', ja: '' },
  source: '',
  owner: null,
  unit: null,
  value: null,
  status: 'open',
  withdrawnAt: null,
  ...change,
})
const FACTS = [
  fact('towns', {
    type: 'count',
    label: { fr: 'Collectivités japonaises', ja: '日本の参加自治体数' },
    unit: { fr: { one: 'collectivité', other: 'collectivités' }, ja: '自治体' },
    value: { n: 35 },
  }),
  fact('host', {
    type: 'name',
    label: { fr: 'Ville hôte', ja: '開催都市' },
    definition: { fr: 'Celle qui accueille.', ja: '会議を開催する都市。' },
    value: { fr: 'Cannes', ja: 'カンヌ市' },
  }),
  fact('old', { label: { fr: 'Ancienne', ja: '旧' }, withdrawnAt: '2031' }),
]
const found = (typed: string) => foundFacts(FACTS, typed).map(({ id }) => id)

test('[F1] facts are found by name, definition and value, in either language, whatever accents, case and width', () => {
  expect(found('')).toEqual(['towns', 'host'])
  expect(found('hote')).toEqual(['host'])
  expect(found('開催')).toEqual(['host'])
  expect(found('accueille')).toEqual(['host'])
  expect(found('３５')).toEqual(['towns'])
  expect(found('35 collectivites')).toEqual(['towns'])
  expect(found('cannes japonaises')).toEqual([])
})

test('[F1] one that was taken off the list is not offered', () => {
  expect(found('ancienne')).toEqual([])
})
