import { expect, test } from 'vitest'
import { beyondBudget, isAwaited, missingLanguages, sayingAll } from '../../../shared/model/progress.ts'
import { SUBMISSION_STATES } from '../../../shared/model/workshop.ts'

test('[W2] a language that says nothing is missing, one beyond its limit too long; nothing submitted is neither', () => {
  expect(missingLanguages({ fr: 0, ja: 12 })).toEqual(['fr'])
  expect(missingLanguages(null)).toEqual([])
  expect(beyondBudget({ fr: 201, ja: 520 }, { words: 200, characters: 520 })).toEqual(['fr'])
  expect(beyondBudget({ fr: 201, ja: 1 }, null)).toEqual([])
  expect(beyondBudget(null, { words: 1, characters: 1 })).toEqual([])
})

test('[W2] the leads are awaited while nothing was submitted or it came back', () => {
  expect(SUBMISSION_STATES.filter(isAwaited)).toEqual(['none', 'draft', 'returned'])
})

test('[W2] four restitutions of 1,050 words fill the hour with consecutive interpretation', () => {
  const each = { fr: 1_050, ja: 2_250 }
  expect(sayingAll([each, each, each, each], 'fr')).toEqual({ plain: 1_800, interpreted: 3_600 })
  expect(sayingAll([each, null, each, each], 'ja')).toEqual({ plain: 1_350, interpreted: 2_700 })
})
