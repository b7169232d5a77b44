import { describe, expect, test } from 'vitest'
import { type Block, plainText, unitOrder, unitsOf } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'

const block = (unit: string, id: string): Block => ({
  id: id as BlockId,
  unit: unit as UnitId,
  kind: 'paragraph',
  level: 1,
  content: [],
})

describe('units', () => {
  test('[U1] a unit holds all the blocks of both languages that say the same: 1:1, N:M, one language only', () => {
    const text = {
      fr: [block('a', 'f1'), block('b', 'f2'), block('b', 'f3'), block('c', 'f4')],
      ja: [block('a', 'j1'), block('b', 'j2'), block('d', 'j3')],
    }
    expect(
      unitsOf(text).map(unit => [unit.id, unit.fr.map(each => each.id), unit.ja.map(each => each.id)]),
    ).toEqual([
      ['a', ['f1'], ['j1']],
      ['b', ['f2', 'f3'], ['j2']],
      ['d', [], ['j3']],
      ['c', ['f4'], []],
    ])
  })

  test('[U1] a unit that only Japanese has stands after the unit before it, or first', () => {
    expect(
      unitOrder({ fr: [block('a', '1')], ja: [block('x', '2'), block('a', '3'), block('y', '4')] }),
    ).toEqual(['x', 'a', 'y'])
  })

  test('offsets in plain text count an inline object as one character', () => {
    expect(
      plainText({
        content: [{ type: 'text', text: '𠮷野' }, { type: 'fact', fact: 'f' as FactId }, { type: 'break' }],
      }),
    ).toBe('𠮷野\uFFFC\uFFFC')
  })
})

test('[U1] several units that only Japanese has keep the order of Japanese', () => {
  const text = {
    fr: [block('a', '1'), block('b', '2')],
    ja: [
      block('x', '3'),
      block('y', '4'),
      block('a', '5'),
      block('v', '6'),
      block('w', '7'),
      block('b', '8'),
    ],
  }
  expect(unitOrder(text)).toEqual(['x', 'y', 'a', 'v', 'w', 'b'])
})
