import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { seeded } from '../../support/seeded.ts'
import { generatedRevision, generatedText, withoutIds } from './generated-revision.ts'
import { textOf } from './redline.ts'

const OLD = textOf({
  fr: ['u1 | Nous réaffirmons notre amitié.', 'u2 | Les jeunes prennent part à nos échanges.'],
  ja: ['u1 | 我々は友好を再確認する。', 'u2 | 若者は我々の交流に参加する。'],
})

describe('blocks linked to another unit', () => {
  test('[C2] two French blocks that changed places in the alignment, not in the text, are linked, without alarm', () => {
    const comparison = compareTexts(OLD, linked(linked(OLD, 'fr', 0, 'u2'), 'fr', 1, 'u1'))
    expect(comparison.rows.map(({ key, fr, ja, alarm }) => [key, fr.kinds, ja.kinds, alarm])).toEqual([
      ['u2', ['linked'], [], null],
      ['u1', ['linked'], [], null],
    ])
    expect(comparison.counts).toMatchObject({ changed: 2, substantial: 0, alarms: 0 })
    expect(comparison.counts.fr.linked).toBe(2)
  })

  test('[C2] the row that a block left shows it too, though it has no block to show it on', () => {
    const { rows } = compareTexts(OLD, linked(OLD, 'ja', 1, 'u1'))
    expect(rows.map(({ key, kinds, ja }) => [key, kinds, ja.pairs.length])).toEqual([
      ['u1', ['linked'], 2],
      ['u2', ['linked'], 0],
    ])
  })

  test('[C2] a paragraph typed anew with the same words is linked when that parted it from its counterpart', () => {
    const { rows } = compareTexts(OLD, linked(OLD, 'fr', 1, 'u9'))
    expect(rows.find(({ key }) => key === 'u9')!.fr.kinds).toEqual(['linked'])
  })

  test('[C2] a unit with another id in both languages is not linked, even if its old id serves another unit', () => {
    expect(kindsOf(OLD, linked(linked(OLD, 'fr', 1, 'u9'), 'ja', 1, 'u9'))).toEqual([])
    const reused = linked(linked(OLD, 'fr', 1, 'u9'), 'ja', 1, 'u9')
    const fresh = textOf({ fr: ['u2 | Tout autre chose.'], ja: ['u2 | 全く別の文。'] })
    const id = (text: BilingualText, language: Language) =>
      text[language].map(block => ({ ...block, id: `n-${block.id}` as BlockId }))
    const now = { fr: [...reused.fr, ...id(fresh, 'fr')], ja: [...reused.ja, ...id(fresh, 'ja')] }
    expect(kindsOf(OLD, now)).toEqual(['inserted'])
  })

  test('[C2] where a split or merge says it, linked is not added', () => {
    const whole = textOf({
      fr: ['u1 | Les villes coopèrent en tout. Elles se rencontrent souvent.'],
      ja: ['u1 | 都市は協力する。', 'u1 | 都市は頻繁に会合を開く。'],
    })
    const parts = textOf({
      fr: ['u1 | Les villes coopèrent en tout.', 'u2 | Elles se rencontrent souvent.'],
      ja: ['u1 | 都市は協力する。', 'u2 | 都市は頻繁に会合を開く。'],
    })
    expect(kindsOf(whole, parts)).toEqual(['split'])
    expect(kindsOf(parts, whole)).toEqual(['merged'])
  })

  test('[C2] a missing counterpart found among the other paragraphs is linked', () => {
    const apart = linked(OLD, 'ja', 1, 'u9')
    expect(kindsOf(apart, OLD)).toEqual(['linked'])
  })

  test('[C2] an empty block is linked when its id says that it is the same one', () => {
    const empty = textOf({ fr: ['u1 | ', 'u2 | Deux.'], ja: ['u1 | 一。', 'u2 | 二。'] })
    const elsewhere = linked(empty, 'fr', 0, 'u2')
    expect(kindsOf(empty, elsewhere)).toEqual(['linked'])
    expect(kindsOf(empty, withoutIds(elsewhere))).toEqual([])
  })

  test('[C2] revisions that keep every alignment show none, with ids and without', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = seeded(seed)
      const { old, new: now } = generatedRevision(random, generatedText(random, 60), 0.3)
      expect(compareTexts(old, now).counts.kinds.linked, `seed ${seed}`).toBe(0)
      expect(compareTexts(old, withoutIds(now)).counts.kinds.linked, `seed ${seed}`).toBe(0)
    }
  })
})

function linked(text: BilingualText, language: Language, index: number, unit: string): BilingualText {
  const block = { ...text[language][index]!, unit: unit as UnitId }
  return { ...text, [language]: text[language].with(index, block) }
}

function kindsOf(a: BilingualText, b: BilingualText) {
  return [...new Set(compareTexts(a, b).rows.flatMap(({ kinds }) => kinds))]
}
