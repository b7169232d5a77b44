import { expect, test } from 'vitest'
import {
  answeringMandate,
  answeringSide,
  askingMandate,
  askingSides,
  mayReadChanges,
  mayWithdrawChange,
} from '../../../server/policies/change-policies.ts'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { Mandate, Role } from '../../../shared/model/mandate.ts'

const DECLARATION = { kind: 'declaration', workshop: null, adoptedAt: null } as const
const SUMMARY = { kind: 'workshop-summary', workshop: 'workshop-1' } as never
const JOINT = { audience: 'joint', closedAt: null } as const
const STAGE = { turn: 'joint', state: 'current', adopts: true } as const

const as = (role: Role, side: Side | null = null): Mandate[] => [
  {
    ...{ id: `${role} ${side}`, edition: 'e', person: 'p', role, side, organisation: null },
    ...{ workshop: role === 'lead' ? 'workshop-1' : null, title: { fr: '', ja: '' } },
    ...{ startsAt: '', endsAt: null },
  } as never,
]
const asks = (mandates: Mandate[]) => askingSides(mandates, DECLARATION, JOINT, STAGE)
const answers = (mandates: Mandate[]) => answeringSide(mandates, DECLARATION, JOINT, STAGE)

test('[M2] chairs and drafters ask in the name of their side; chairs alone answer', () => {
  expect([asks(as('chair', 'fra')), asks(as('drafter', 'jap'))]).toEqual([['fra'], ['jap']])
  expect([answers(as('chair', 'jap')), answers(as('drafter', 'jap'))]).toEqual(['jap', null])
  for (const other of [as('reviewer', 'fra'), as('lead', 'fra'), as('organiser'), as('organiser', 'fra')]) {
    expect(asks(other)).toEqual([])
    expect(answers(other)).toBeNull()
  }
})

test('[M3] where the draft is private, is no declaration’s, has ended, or its stage is not current, there is nothing to ask', () => {
  const chair = as('chair', 'fra')
  expect(mayReadChanges(chair, DECLARATION, { audience: 'fra' })).toBe(false)
  expect(mayReadChanges(as('lead', 'fra'), SUMMARY, JOINT)).toBe(false)
  expect(mayReadChanges(as('observer'), DECLARATION, JOINT)).toBe(false)
  expect(mayReadChanges(as('reviewer', 'jap'), DECLARATION, JOINT)).toBe(true)
  expect(askingSides(chair, DECLARATION, { ...JOINT, closedAt: 'then' }, STAGE)).toEqual([])
  expect(askingSides(chair, DECLARATION, JOINT, { ...STAGE, state: 'done' })).toEqual([])
  expect(askingSides(chair, DECLARATION, JOINT, null)).toEqual([])
  expect(askingSides(chair, { ...DECLARATION, adoptedAt: 'then' }, JOINT, STAGE)).toEqual([])
})

test('[M6] nobody speaks for a side that is not theirs', () => {
  const both = [...as('drafter', 'fra'), ...as('chair', 'fra')]
  expect(askingMandate(both, ['fra'], 'fra')).toMatchObject({ role: 'chair', side: 'fra' })
  expect(askingMandate(both, ['fra'], 'jap')).toBeUndefined()
  expect(askingMandate(both, ['fra'], null)).toMatchObject({ side: 'fra' })
  expect(askingMandate(both, [], null)).toBeUndefined()
  expect(answeringMandate(as('drafter', 'fra'), 'fra')).toBeUndefined()
  expect(answeringMandate(both, null)).toBeUndefined()
  expect(mayWithdrawChange(['fra'], 'fra')).toBe(true)
  expect(mayWithdrawChange(['fra'], 'jap')).toBe(false)
  expect(mayWithdrawChange(['fra'], null)).toBe(false)
})
