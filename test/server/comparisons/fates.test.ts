/** [C6] Fates are computed like comparisons: once for three texts, beside the loop when they are long. */
import { describe, expect, it } from 'vitest'
import { createComparisonCache } from '../../../server/comparisons/comparison-cache.ts'
import { createFateCache } from '../../../server/comparisons/fate-cache.ts'
import { fatesBeside } from '../../../server/comparisons/fates-beside.ts'
import { planAmendments } from '../../../shared/compare/amendments.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { fatesOf } from '../../../shared/compare/fate.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'

const paragraph = (id: string, words: string) =>
  ({
    id,
    unit: id,
    kind: 'paragraph',
    level: 1,
    content: [{ type: 'text', text: words }],
  }) as unknown as Block
const text = (word: string, repeated: number): BilingualText => ({
  fr: Array.from({ length: 50 }, (_, index) =>
    paragraph(`u${index}`, `${index % 7 ? 'maire' : word} de la ville. `.repeat(repeated)),
  ),
  ja: [paragraph('u0', '協力する。')],
})
const hashed = (word: string, repeated = 1) => ({ text: text(word, repeated), sha256: word })
const three = (repeated: number) => ({
  base: text('conseil', repeated),
  answer: text('comité', repeated),
  following: text('comité', repeated),
})

describe('the fates of long texts', () => {
  it('[C6] [fault 28] are computed beside the loop that serves the others, and are the same', async () => {
    const texts = three(40)
    const comparison = compareTexts(texts.base, texts.answer)
    const input = { ...texts, comparison, amendments: planAmendments(comparison).amendments }
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    const beside = await fatesBeside(input)
    clearInterval(turning)
    expect(turns).toBeGreaterThan(5)
    expect(beside).toEqual(fatesOf(input))
    expect(beside).toHaveLength(8)
  })

  it('[fault 28] are given up when they take too long', async () => {
    expect(await fatesBeside(three(40), 1)).toEqual({ refusal: 'too-large' })
  })
})

describe('the fates kept', () => {
  it('[C6] are computed once for three texts; those given up are computed again', async () => {
    let [computed, patient] = [0, false]
    const cache = createFateCache(createComparisonCache(), 2, async input => {
      computed++
      return patient ? fatesOf(input) : { refusal: 'too-large' }
    })
    const ask = (following: string) =>
      cache.fates({
        base: hashed('conseil'),
        answer: hashed('comité'),
        following: hashed(following),
      })
    expect(await ask('comité')).toEqual({ refusal: 'too-large' })
    patient = true
    const [first, again] = await Promise.all([ask('comité'), ask('comité')])
    expect(again).toBe(first)
    expect(computed).toBe(2)
    await ask('conseil')
    await ask('comité')
    expect(computed).toBe(3)
  })
})
