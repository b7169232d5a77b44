import { describe, expect, test } from 'vitest'
import { excerpt, newText, oldText } from '../../../client/features/compare/compared-texts.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'
import { declaration } from './texts.ts'

describe('the two texts of a comparison', () => {
  test('[C7] come out of it whole and in order, splits, merges and moves included', () => {
    const seed = Number(process.env.SEED ?? 7)
    const random = seeded(seed)
    for (let round = 0; round < 200; round++) {
      const a = randomText(random)
      const b = revisedText(random, a)
      const comparison = compareTexts(a, b)
      const said = `seed ${seed} round ${round}`
      expect(oldText(comparison), said).toEqual(a)
      expect(newText(comparison), said).toEqual(b)
    }
  })

  test('[C2] a pointer ends at a word in French, at a character in Japanese', () => {
    const text = declaration({
      a: ['Nous félicitant du soutien constant', '両国政府の変わらぬ支援を歓迎し、'],
    })
    const [row] = compareTexts(text, text).rows
    expect(excerpt(row!, 'fr', 20)).toBe('Nous félicitant du…')
    expect(excerpt(row!, 'ja', 6)).toBe('両国政府の変…')
    expect(excerpt(row!, 'fr', 99)).toBe('Nous félicitant du soutien constant')
  })
})
