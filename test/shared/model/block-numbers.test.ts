import { describe, expect, test } from 'vitest'
import type { BilingualText, Block, BlockKind, BlockLevel } from '../../../shared/model/bilingual-text.ts'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'

/** `block('fr1', 'u1', 'number', 2)` */
function block(id: string, unit: string, kind: BlockKind, level: BlockLevel = 1): Block {
  return { id: id as BlockId, unit: unit as UnitId, kind, level, content: [{ type: 'text', text: id }] }
}
function numbers(text: BilingualText): Record<string, string> {
  return Object.fromEntries(blockNumbers(text))
}

describe('generated numbers', () => {
  test('[U3] the two languages of a commitment carry the same number even when one language lacks an earlier one', () => {
    const text = {
      fr: [block('f1', 'u1', 'commitment'), block('f2', 'u2', 'commitment'), block('f3', 'u3', 'commitment')],
      ja: [block('j1', 'u1', 'commitment'), block('j3', 'u3', 'commitment')],
    }
    expect(numbers(text)).toEqual({ f1: '1.', f2: '2.', f3: '3.', j1: '1．', j3: '3．' })
  })

  test('[U3] items count per level and begin again after a paragraph', () => {
    const fr = [
      block('a', 'u1', 'number'),
      block('b', 'u2', 'number', 2),
      block('c', 'u3', 'number', 2),
      block('d', 'u4', 'number'),
      block('e', 'u5', 'number', 2),
      block('p', 'u6', 'paragraph'),
      block('f', 'u7', 'number'),
    ]
    expect(numbers({ fr, ja: [] })).toEqual({ a: '1)', b: 'a)', c: 'b)', d: '2)', e: 'a)', f: '1)' })
  })

  test('[U1] a second block of the same unit does not take a number of its own', () => {
    const text = {
      fr: [block('a', 'u1', 'number'), block('b', 'u1', 'number')],
      ja: [block('j', 'u1', 'number')],
    }
    expect(numbers(text)).toEqual({ a: '1)', j: '（1）' })
  })
})
