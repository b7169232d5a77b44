import { describe, expect, it } from 'vitest'
import { bilingualText, missing, unit } from '../../../server/editions/demo/text-source.ts'
import { minuteMarks, paceAt, planSpeech, shareOf } from '../../../shared/model/speech-plan.ts'
import { spokenUnits } from '../../../shared/model/spoken-units.ts'

/** 140 words are a minute of French, 300 characters one of Japanese. */
const words = (count: number) => Array.from({ length: count }, () => 'mot').join(' ')
const characters = (count: number) => '字'.repeat(count)

const units = spokenUnits(
  bilingualText([
    unit('h', 'heading', words(14), characters(30)),
    unit('a', 'paragraph', words(126), characters(120)),
    unit('b', 'paragraph', words(70), characters(300)),
    unit('c', 'paragraph', missing, characters(150)),
  ]),
)
const plan = planSpeech(units, { language: 'fr', interpreted: false, allotted: null })

describe('the plan of a speech', () => {
  it('[W2] counts each unit with the headings it opens, in the language that is spoken', () => {
    expect(plan.units.map(({ startsAt, speaking }) => [startsAt, speaking])).toEqual([
      [0, 60],
      [60, 30],
      [90, 30],
    ])
    const japanese = planSpeech(units, { language: 'ja', interpreted: false, allotted: null })
    expect(japanese.units.map(({ speaking }) => speaking)).toEqual([30, 60, 30])
  })

  it('[W2] counts a unit that lacks the language by the other', () => {
    expect(plan.units[2]!.speaking).toBe(30)
  })

  it('[W2] doubles with consecutive interpretation, which follows each unit', () => {
    const interpreted = planSpeech(units, { language: 'fr', interpreted: true, allotted: null })
    expect(interpreted.seconds).toBe(240)
    expect(interpreted.units[1]).toEqual({ startsAt: 120, speaking: 30, interpreting: 30 })
  })

  it('[W5] is drawn together when the text is longer than its share, and never stretched', () => {
    const tight = planSpeech(units, { language: 'fr', interpreted: false, allotted: 60 })
    expect([tight.seconds, tight.natural]).toEqual([60, 120])
    expect(tight.units.map(({ speaking }) => speaking)).toEqual([30, 15, 15])
    expect(planSpeech(units, { language: 'fr', interpreted: false, allotted: 900 }).seconds).toBe(120)
  })

  it('[W5] gives each workshop an equal share of the plenary', () => {
    expect(shareOf(60, 4)).toBe(900)
    expect(shareOf(60, 0)).toBeNull()
  })
})

describe('the pace', () => {
  it('[W5] is behind once the planned end of what is being said has passed', () => {
    expect(paceAt(plan, 0, 'speaking', 140)).toBe(80)
    expect(paceAt(plan, 1, 'speaking', 60)).toBe(0)
    expect(paceAt(plan, 1, 'speaking', 99)).toBe(0)
    expect(paceAt(plan, 1, 'speaking', 101)).toBe(11)
  })

  it('[W5] is ahead while the planned beginning is still to come', () => {
    expect(paceAt(plan, 2, 'speaking', 10)).toBe(-80)
  })

  it('[W5] knows the interpretation from the words it follows', () => {
    const interpreted = planSpeech(units, { language: 'fr', interpreted: true, allotted: null })
    expect(paceAt(interpreted, 0, 'speaking', 100)).toBe(40)
    expect(paceAt(interpreted, 0, 'interpreting', 100)).toBe(0)
    expect(paceAt(interpreted, 0, 'interpreting', 20)).toBe(-40)
  })
})

it('[W5] every full minute falls into the words of a unit or into its interpretation', () => {
  expect(minuteMarks(plan)).toEqual([{ minute: 1, index: 1, phase: 'speaking', fraction: 0 }])
  const interpreted = planSpeech(units, { language: 'ja', interpreted: true, allotted: null })
  // 30 + 30, 60 + 60, 30 + 30.
  expect(minuteMarks(interpreted)).toEqual([
    { minute: 1, index: 1, phase: 'speaking', fraction: 0 },
    { minute: 2, index: 1, phase: 'speaking', fraction: 1 },
    { minute: 3, index: 2, phase: 'speaking', fraction: 0 },
  ])
  const tight = planSpeech(units, { language: 'fr', interpreted: true, allotted: 200 })
  expect(minuteMarks(tight)[0]).toMatchObject({ minute: 1, index: 0, phase: 'interpreting' })
})
