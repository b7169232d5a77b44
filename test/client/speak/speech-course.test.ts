import { describe, expect, it } from 'vitest'
import {
  BEGINNING,
  back,
  jump,
  onward,
  type Place,
  pageAt,
} from '../../../client/features/speak/speech-course.ts'

const place = (index: number, phase: Place['phase'] = 'speaking', step = 0): Place => ({ index, phase, step })

describe('the course of a speech', () => {
  it('[W5] goes through the screens of a long unit before the next one', () => {
    const course = { count: 3, steps: 2, interpreted: false }
    expect(onward(BEGINNING, course)).toEqual(place(0, 'speaking', 1))
    expect(onward(place(0, 'speaking', 1), course)).toEqual(place(1))
  })

  it('[W5] waits for the interpreter after each unit, the last one too', () => {
    const course = { count: 2, steps: 1, interpreted: true }
    expect(onward(place(0), course)).toEqual(place(0, 'interpreting'))
    expect(onward(place(0, 'interpreting'), course)).toEqual(place(1))
    expect(onward(place(1), course)).toEqual(place(1, 'interpreting'))
    expect(onward(place(1, 'interpreting'), course)).toEqual(place(1, 'interpreting'))
  })

  it('[W5] goes back the way it came: from the interpretation to the words, then to the unit before', () => {
    expect(back(place(1, 'interpreting', 1))).toEqual(place(1, 'speaking', 1))
    expect(back(place(1, 'speaking', 1))).toEqual(place(1))
    expect(back(place(1))).toEqual(place(0))
    expect(back(place(0))).toEqual(place(0))
  })

  it('[W5] turns the screens of the shorter language at the pace of the longer', () => {
    expect([0, 1, 2].map(step => pageAt(step, 3, 2))).toEqual([0, 0, 1])
  })

  it('[W5] jumps nowhere outside the text', () => {
    expect([jump(-1, { count: 3 }), jump(9, { count: 3 })]).toEqual([place(0), place(2)])
  })

  it('[W5] shows every screen of every window once, whichever of them needs the most', () => {
    for (const pages of [1, 2, 3, 5])
      for (const steps of [pages, pages + 1, pages + 4]) {
        const shown = Array.from({ length: steps }, (_, step) => pageAt(step, steps, pages))
        expect([...new Set(shown)]).toEqual(Array.from({ length: pages }, (_, page) => page))
        expect(shown).toEqual(shown.toSorted((a, b) => a - b))
      }
  })
})
