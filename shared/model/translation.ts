/**
 * [W1] What a lead asks the other side's lead to say in its language: a unit, with what that language said of it when
 * it was asked. It waits for as long as that language says the same.
 */
import { type BilingualText, plainText, type Side } from './bilingual-text.ts'
import type { MandateId, UnitId } from './ids.ts'
import type { Language } from './language.ts'

export type TranslationRequest = {
  readonly unit: UnitId
  /** The language it is to be said in. */
  readonly language: Language
  /** The words of the unit in that language when it was asked; see `wordsOfUnit`. */
  readonly before: string
  readonly by: MandateId
  readonly at: string
}

/** The language that the leads of a side write for the others. */
export const LANGUAGE_OF_SIDE: { readonly [S in Side]: Language } = { fra: 'fr', jap: 'ja' }

export function otherThan(language: Language): Language {
  return language === 'fr' ? 'ja' : 'fr'
}

/** The words of a unit in a language, a block a line; empty where it says nothing. */
export function wordsOfUnit(text: BilingualText, unit: string, language: Language): string {
  return text[language]
    .filter(block => block.unit === unit)
    .map(block => plainText(block).trim())
    .filter(Boolean)
    .join('\n')
}

/** Neither written since, nor gone from the language that it is to be said after. */
export function isWaiting(
  text: BilingualText,
  { unit, language, before }: Pick<TranslationRequest, 'unit' | 'language' | 'before'>,
): boolean {
  return wordsOfUnit(text, unit, language) === before && wordsOfUnit(text, unit, otherThan(language)) !== ''
}

/** Units that say something in the other language and nothing in this one, in reading order. */
export function unitsUnsaid(text: BilingualText, language: Language): UnitId[] {
  const units = new Set(text[otherThan(language)].map(({ unit }) => unit))
  return [...units].filter(
    unit => wordsOfUnit(text, unit, otherThan(language)) !== '' && wordsOfUnit(text, unit, language) === '',
  )
}
