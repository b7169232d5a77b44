/** What the form of a corrigendum holds of one unit. */
import { plainText, type Unit } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { shownWords, typedWords } from './typed-words.ts'

export type Correction = {
  readonly unit: Unit
  /** Place in the text, from 1. */
  readonly number: number
  /** As typed, a paragraph each; see `shownWords`. */
  readonly shown: { readonly [L in Language]: readonly string[] }
}

export function correctionOf(unit: Unit, number: number, facts: FactValues): Correction {
  const words = (language: Language) => unit[language].map(block => shownWords(block, language, facts))
  return { unit, number, shown: { fr: words('fr'), ja: words('ja') } }
}

/** As the server takes it; null where no word is changed. */
export function askedOf({ unit, shown }: Correction, facts: FactValues) {
  const plain = (language: Language) => unit[language].map(plainText)
  const typed = (language: Language) =>
    unit[language].map((block, index) => typedWords(shown[language][index] ?? '', block, language, facts))
  const before = { fr: plain('fr'), ja: plain('ja') }
  const after = { fr: typed('fr'), ja: typed('ja') }
  const same = LANGUAGES.every(language =>
    after[language].every((words, index) => words === before[language][index]),
  )
  return same ? null : { unit: unit.id as string, before, after }
}
