import { expect, test } from 'vitest'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { newText, oldText } from '../../../shared/compare/texts-of-comparison.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'

test('[C7] the two texts of a comparison come out of it whole and in order, splits, merges and moves included', () => {
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
