import { describe, expect, test } from 'vitest'
import type { AmendmentDesk } from '../../../client/features/amendments/amendment-desk.ts'
import { previewBulk } from '../../../client/features/amendments/bulk-preview.ts'
import { outcomeOf, wordingsOf } from '../../../client/features/amendments/edited-choice.ts'
import { textWith } from '../../../shared/compare/amendments.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { randomPair } from '../../support/random-revision.ts'
import { seeded } from '../../support/seeded.ts'
import { declaration } from '../compare/texts.ts'
import { liveText, openStore, viewOf } from './situation.ts'

const BASE = declaration({
  a: ['Dix jeunes agents partent chaque année.', '毎年10名の若手職員を派遣する。'],
  b: ['Nous adoptons ce texte.', 'この文書を採択する。'],
})
const ANSWER = declaration({
  a: ['Vingt jeunes agents partent chaque année.', '毎年20名の若手職員を派遣する。'],
  b: ['Nous adoptons ce texte commun.', 'この文書を採択する。'],
  n: ['Un bilan suit.', '報告する。'],
})

function deskOf(base: BilingualText, answer: BilingualText, draft: BilingualText): AmendmentDesk {
  return openStore(viewOf(base, answer), liveText(draft)).get()!
}
function withFrench(text: BilingualText, unit: string, words: string): BilingualText {
  return {
    ...text,
    fr: text.fr.map(block =>
      block.unit === unit ? { ...block, content: [{ type: 'text', text: words }] } : block,
    ),
  }
}

describe('several amendments decided at once', () => {
  test('[A1] [A2] the preview of accepting all is the answer, of rejecting all the base, for any two texts', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const [base, answer] = randomPair(seeded(seed))
      const desk = deskOf(base, answer, base)
      const accepted = previewBulk(desk, desk.items, 'accepted', base)
      expect(accepted.edited, `seed ${seed}`).toEqual([])
      expect(accepted.decided.length, `seed ${seed}`).toBe(desk.items.length)
      const all = textWith(desk.plan, new Set(desk.items.map(({ amendment }) => amendment.key)))
      const again = previewBulk(deskOf(base, answer, all), desk.items, 'accepted', all)
      expect(again.rows, `seed ${seed}: nothing is left to change`).toEqual([])
      expect(previewBulk(desk, desk.items, 'rejected', base).rows, `seed ${seed}`).toEqual([])
    }
  })

  test('[A1] units are counted per language, and what was edited at the same place waits for a choice', () => {
    const draft = withFrench(BASE, 'a', 'Dix jeunes agents partent tous les ans.')
    const desk = deskOf(BASE, ANSWER, draft)
    const preview = previewBulk(desk, desk.items, 'accepted', draft)
    expect(preview.edited.map(({ amendment }) => amendment.key)).toEqual(['a'])
    expect(preview.decided.map(({ amendment }) => amendment.key)).toEqual(['b', 'n'])
    expect(preview.units).toEqual({ fr: 2, ja: 1 })
    expect(previewBulk(desk, desk.items, 'rejected', draft).units).toEqual({ fr: 0, ja: 0 })
  })

  test('[A1] [A5] reserving puts brackets where the words differ', () => {
    const desk = deskOf(BASE, ANSWER, BASE)
    const { rows, units } = previewBulk(desk, desk.items.slice(0, 1), 'reserved', BASE)
    expect(units).toEqual({ fr: 1, ja: 1 })
    expect(JSON.stringify(rows)).toContain('"bracket"')
  })
})

describe('an amendment that meets an edit of ours', () => {
  const draft = withFrench(BASE, 'a', 'Dix jeunes agents partent tous les ans.')
  const desk = deskOf(BASE, ANSWER, draft)
  const item = desk.items[0]!
  const words = (rows: ReturnType<typeof wordingsOf>['both']) =>
    rows?.flatMap(row => row.fr.pairs.map(pair => plainText(pair.new!)))

  test('[A1] base, ours, theirs, and both brought together are shown', () => {
    const { base, ours, theirs, both } = wordingsOf(desk, item, draft)
    expect(words(base)).toEqual(['Dix jeunes agents partent chaque année.'])
    expect(words(ours)).toEqual(['Dix jeunes agents partent tous les ans.'])
    expect(words(theirs)).toEqual(['Vingt jeunes agents partent chaque année.'])
    expect(words(both)).toEqual(['Vingt jeunes agents partent tous les ans.'])
  })

  test('[A1] only their words, whole, are an acceptance as it stands', () => {
    expect(outcomeOf('theirs', desk, item, draft)).toBe('accepted')
    expect(outcomeOf('both', desk, item, draft)).toBe('modified')
    expect(outcomeOf('ours', desk, item, draft)).toBe('modified')
    // Half of their amendment typed by hand: brought together, it is theirs.
    const half = withFrench(BASE, 'a', 'Vingt jeunes agents partent chaque année.')
    expect(outcomeOf('both', deskOf(BASE, ANSWER, half), item, half)).toBe('accepted')
  })

  test('[A1] edits that touch cannot be brought together', () => {
    const close = withFrench(BASE, 'a', 'Douze jeunes agents partent chaque année.')
    expect(wordingsOf(deskOf(BASE, ANSWER, close), item, close).both).toBeNull()
  })
})
