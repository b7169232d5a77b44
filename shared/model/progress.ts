/** [W2] How far the texts of workshops have come, as the secretariat asks: what is missing, and how long it all takes. */
import type { Language } from './language.ts'
import { LANGUAGES } from './language.ts'
import { speakingSeconds } from './speech.ts'
import { type Budget, budgetIn, type SubmissionState } from './workshop.ts'

/** The languages in which a submitted version says nothing. `length` null: nothing was submitted. */
export function missingLanguages(length: { readonly [L in Language]: number } | null): readonly Language[] {
  return length === null ? [] : LANGUAGES.filter(language => length[language] === 0)
}

/** The languages in which it is longer than it should be. */
export function beyondBudget(
  length: { readonly [L in Language]: number } | null,
  budget: Budget | null,
): readonly Language[] {
  if (!length || !budget) return []
  return LANGUAGES.filter(language => length[language] > budgetIn(budget, language))
}

/** Its leads have something to submit: nothing was, or it came back. */
export function isAwaited(state: SubmissionState): boolean {
  return state === 'none' || state === 'draft' || state === 'returned'
}

/** The secretariat has something to read. */
export function awaitsReview(state: SubmissionState): boolean {
  return state === 'submitted' || state === 'resubmitted'
}

/** Texts said one after the other, each in one language: seconds with and without consecutive interpretation. */
export function sayingAll(
  lengths: readonly ({ readonly [L in Language]: number } | null)[],
  language: Language,
): { readonly plain: number; readonly interpreted: number } {
  const plain = lengths.reduce(
    (sum, length) => sum + (length ? speakingSeconds(length[language], language, false) : 0),
    0,
  )
  return { plain, interpreted: plain * 2 }
}
