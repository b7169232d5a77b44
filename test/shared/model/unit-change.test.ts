import { expect, test } from 'vitest'
import { isConsented, unitChangeState } from '../../../shared/model/unit-change.ts'

const change = { beforePair: 'before', madeAt: null, withdrawnAt: null }
const fra = { side: 'fra', outcome: 'consented' } as const
const jap = { side: 'jap', outcome: 'consented' } as const
const declined = { side: 'jap', outcome: 'declined' } as const

test('[S2] a change is open on the words it was asked on, overtaken on others, and open again where they are back', () => {
  expect(unitChangeState(change, [fra], 'before')).toBe('open')
  expect(unitChangeState(change, [fra], 'other')).toBe('overtaken')
  expect(unitChangeState(change, [fra], undefined)).toBe('overtaken')
})

test('[S2] what is over stays so, whatever the unit says', () => {
  expect(unitChangeState({ ...change, madeAt: 'then' }, [fra, jap], 'other', true)).toBe('made')
  expect(unitChangeState({ ...change, withdrawnAt: 'then' }, [fra], 'before')).toBe('withdrawn')
  expect(unitChangeState(change, [fra, declined], 'before')).toBe('declined')
  expect(unitChangeState(change, [fra], 'before', true)).toBe('lapsed')
})

test('[S2] it takes the consent of both sides', () => {
  expect([[], [fra], [fra, declined], [fra, fra], [fra, jap]].map(isConsented)).toEqual([
    ...[false, false, false, false],
    true,
  ])
})
