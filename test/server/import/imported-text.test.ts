import { describe, expect, it } from 'vitest'
import { importedText } from '../../../server/import/imported-text.ts'
import type { NewId } from '../../../server/new-id.ts'
import { unitsOf } from '../../../shared/model/bilingual-text.ts'
import type { ImportBlock } from '../../../shared/protocol/bodies.ts'

const p = (text: string, more: Partial<ImportBlock> = {}): ImportBlock => ({
  kind: 'paragraph',
  level: 1,
  text,
  ...more,
})
function counter(): NewId {
  let count = 0
  return (kind => `${kind}-${++count}`) as NewId
}

describe('a reviewed alignment', () => {
  it('[U1] becomes one unit a row, with several blocks or none in a language', () => {
    const text = importedText(
      [
        { fr: [p('Un.'), p('Deux.')], ja: [p('一と二。')] },
        { fr: [], ja: [p('三。', { kind: 'bullet', level: 2 })] },
      ],
      counter(),
    )
    expect(unitsOf(text).map(unit => [unit.fr.length, unit.ja.length])).toEqual([
      [2, 1],
      [0, 1],
    ])
    expect(text.ja[1]).toMatchObject({
      kind: 'bullet',
      level: 2,
      content: [{ type: 'text', text: '三。' }],
    })
    const ids = [...text.fr, ...text.ja].map(block => block.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('turns line breaks into breaks, and gives levels only to kinds that have them', () => {
    const text = importedText(
      [{ fr: [p(' Fait à\u00a0:\nla ville ', { kind: 'signature', level: 3 })], ja: [] }],
      counter(),
    )
    expect(text.fr[0]).toMatchObject({
      level: 1,
      content: [
        { type: 'text', text: 'Fait à\u00a0:' },
        { type: 'break' },
        { type: 'text', text: 'la ville' },
      ],
    })
  })

  it('leaves out blocks and rows without words', () => {
    expect(importedText([{ fr: [p(' ')], ja: [p('\u3000')] }], counter())).toEqual({ fr: [], ja: [] })
  })
})
