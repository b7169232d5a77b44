import { describe, expect, test } from 'vitest'
import { bodyOf, dueOf, formOf } from '../../../client/features/plan/stage-form.ts'
import type { Stage } from '../../../shared/model/edition.ts'
import { stageBody } from '../../../shared/protocol/bodies.ts'

const stage = {
  name: { fr: 'Réponse', ja: '回答' },
  turn: 'fra',
  versionLabel: 'V1-FRA',
  confirmsEssential: false,
  adopts: false,
  startsFrom: 'last-received',
  due: { at: '2030-05-31T21:59:00.000Z', zone: 'Europe/Paris' },
  dueStatus: 'to-confirm',
  evidence: '« 31 mai »',
} as Stage

describe('[R1] the form of a stage', () => {
  test('says the deadline on the clocks of its own zone', () => {
    expect(formOf(stage, 'Asia/Tokyo')).toMatchObject({
      day: '2030-05-31',
      time: '23:59',
      zone: 'Europe/Paris',
    })
  })

  test('changed in nothing, gives the stage back', () => {
    const { name, turn, versionLabel, confirmsEssential, adopts, startsFrom, due, dueStatus, evidence } =
      stage
    expect(bodyOf(formOf(stage, 'Asia/Tokyo'))).toEqual({
      name,
      turn,
      versionLabel,
      confirmsEssential,
      adopts,
      startsFrom,
      due,
      dueStatus,
      evidence,
    })
  })

  test('[S1] only a joint stage adopts', () => {
    const adopting = formOf({ ...stage, turn: 'joint', adopts: true }, 'Asia/Tokyo')
    expect(bodyOf(adopting).adopts).toBe(true)
    expect(bodyOf({ ...adopting, turn: 'jap' }).adopts).toBe(false)
    expect(stageBody.safeParse({ ...bodyOf(adopting), turn: 'jap' }).success).toBe(false)
  })

  test('moving the zone moves the instant, not the clock', () => {
    expect(dueOf({ ...formOf(stage, 'Europe/Paris'), zone: 'Asia/Tokyo' })).toEqual({
      at: '2030-05-31T14:59:00.000Z',
      zone: 'Asia/Tokyo',
    })
  })

  test('a day still incomplete is no deadline', () => {
    expect(dueOf({ ...formOf(null, 'Europe/Paris'), hasDue: true })).toBeNull()
  })

  test('what it sends is what the server takes', () => {
    expect(stageBody.safeParse(bodyOf(formOf(stage, 'Europe/Paris'))).success).toBe(true)
    expect(
      stageBody.parse(bodyOf({ ...formOf(null, 'Europe/Paris'), fr: 'Étape', versionLabel: '  ' }))
        .versionLabel,
    ).toBeNull()
  })
})
