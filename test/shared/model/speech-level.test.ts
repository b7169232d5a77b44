import { expect, it } from 'vitest'
import { lengthLevel } from '../../../shared/model/speech.ts'

it('[W2] a text is near its limit from nine tenths on, and beyond it only above', () => {
  expect([0, 179, 180, 200, 201].map(length => lengthLevel(length, 200))).toEqual([
    'within',
    'within',
    'near',
    'near',
    'beyond',
  ])
})
