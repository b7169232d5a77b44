import { describe, expect, test } from 'vitest'
import { applyComparison, revertComparison } from '../../../shared/compare/apply-comparison.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { seeded } from '../../support/seeded.ts'
import { changedPairs, f1, foundEdits, LABELS, type Reading, read } from './comparison-quality.ts'
import { generatedRevision, generatedText, withoutIds } from './generated-revision.ts'

const SEEDS = 8
const UNITS = 80
/** Least F1 of each label with normal edits; with half of the units touched, two texts of one pool of sentences collide. */
const LEAST = {
  modified: 0.98,
  moved: 0.97,
  split: 0.94,
  merged: 0.94,
  inserted: 0.94,
  deleted: 0.94,
} as const

describe.each([
  { ids: true, touched: 0.15, links: 0.999, labels: LEAST },
  { ids: false, touched: 0.15, links: 0.995, labels: LEAST },
  { ids: false, touched: 0.5, links: 0.985, labels: null },
])('generated revisions, ids $ids, $touched of the units touched', ({ ids, touched, links, labels }) => {
  test('[C7] are applied and reverted exactly', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = seeded(seed)
      const { old, new: revised } = generatedRevision(random, generatedText(random, UNITS), touched)
      const now = ids ? revised : withoutIds(revised)
      const comparison = compareTexts(old, now)
      expect(applyComparison(old, comparison), `seed ${seed}`).toEqual(now)
      expect(revertComparison(now, comparison), `seed ${seed}`).toEqual(old)
    }
  })

  for (const language of LANGUAGES)
    test(`[C1] [C2] matches blocks and names changes as they were made in ${language}, readably`, () => {
      const found = { links: [] as string[], labels: [] as string[] }
      const truth = { links: [] as string[], labels: [] as string[], characters: 0 }
      const reading: Reading = { paragraphs: 0, changes: 0, islands: 0, cuts: 0, marked: 0 }
      for (let seed = 1; seed <= SEEDS; seed++) {
        const random = seeded(seed)
        const revision = generatedRevision(random, generatedText(random, UNITS), touched)
        const comparison = compareTexts(revision.old, ids ? revision.new : withoutIds(revision.new))
        const edits = foundEdits(comparison, language)
        const recorded = revision.edits[language]
        for (const what of ['links', 'labels'] as const) {
          found[what].push(...edits[what].map(item => `${item}@${seed}`))
          truth[what].push(...recorded[what].map(item => `${item}@${seed}`))
        }
        truth.characters += recorded.characters
        for (const pair of changedPairs(comparison, language))
          if (pair.kinds.length === 1 && recorded.labels.includes(`modified:${pair.newIndex}`))
            read(pair.segments, language, reading, plainText(pair.old!), plainText(pair.new!))
      }
      expect(f1(found.links, truth.links)).toBeGreaterThanOrEqual(links)
      for (const label of labels ? LABELS : []) {
        const only = (items: readonly string[]) => items.filter(item => item.startsWith(`${label}:`))
        expect(f1(only(found.labels), only(truth.labels)), label).toBeGreaterThanOrEqual(labels![label])
      }
      expect((100 * reading.islands) / reading.paragraphs, 'islands').toBeLessThanOrEqual(
        language === 'fr' ? 4 : 3,
      )
      expect((100 * reading.cuts) / reading.changes, 'cuts').toBeLessThanOrEqual(language === 'fr' ? 1 : 6)
      expect(reading.marked / truth.characters, 'marked').toBeLessThanOrEqual(1.05)
    })
})
