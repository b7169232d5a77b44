import { expect, test } from 'vitest'
import { findRound } from '../../../server/rounds/find-round.ts'
import type { VersionRecord } from '../../../server/store/versions.ts'
import type { TextSituation } from '../../../server/texts/text-situation.ts'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { Mandate } from '../../../shared/model/mandate.ts'

const MEMBER = [{ role: 'reviewer', side: 'fra' }] as unknown as Mandate[]

function situationOf(
  ...lines: readonly (readonly [id: string, side: Side | null, base: string | null])[]
): TextSituation {
  const versions = lines.map(([id, side, base], index) => ({
    id,
    side,
    base,
    number: index + 1,
    origin: 'transmission',
    madeAt: `2031-0${index + 1}-01T00:00:00Z`,
  }))
  return {
    versions,
    receipts: [],
    openings: new Map(),
    openDrafts: [],
    text: { kind: 'declaration' },
  } as never
}
function roundIn(situation: TextSituation, answer: string) {
  const found = situation.versions.find(({ id }) => (id as string) === answer) as VersionRecord
  const round = findRound(situation, MEMBER, found)
  if (!round) return undefined
  const { base, end, until } = round
  return [base.id, end.state, 'version' in end ? end.version.id : null, until?.slice(0, 7) ?? null]
}

test('[C6] a round goes on until the version that follows its answer', () => {
  const two = [
    ['V1', 'jap', null],
    ['V1-FRA', 'fra', 'V1'],
  ] as const
  expect(roundIn(situationOf(...two), 'V1-FRA')).toEqual(['V1', 'waiting', null, null])
  expect(roundIn(situationOf(...two, ['V2', 'jap', 'V1']), 'V1-FRA')).toEqual([
    'V1',
    'transmitted',
    'V2',
    '2031-03',
  ])
  expect(roundIn(situationOf(...two), 'V1')).toBeUndefined()
})

test('[C6] a joint version ends it too; another answer of the same side passes over it', () => {
  const situation = situationOf(
    ['V1', 'jap', null],
    ['first', 'fra', 'V1'],
    ['second', 'fra', 'V1'],
    ['joint', null, 'second'],
  )
  expect(roundIn(situation, 'first')).toEqual(['V1', 'passed', null, '2031-03'])
  expect(roundIn(situation, 'second')).toEqual(['V1', 'transmitted', 'joint', '2031-04'])
})

test('[C6] the answer that was decided on is the last one before the version that followed', () => {
  const situation = situationOf(
    ['V1', 'jap', null],
    ['first', 'fra', 'V1'],
    ['second', 'fra', 'V1'],
    ['V2', 'jap', 'V1'],
  )
  expect(roundIn(situation, 'first')?.[1]).toBe('passed')
  expect(roundIn(situation, 'second')).toEqual(['V1', 'transmitted', 'V2', '2031-04'])
})
