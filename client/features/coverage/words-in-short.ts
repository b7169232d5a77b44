import { firstWords } from '../../../shared/model/first-words.ts'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'

/** The first words of a unit in the language of the interface, else in the other one. */
export function wordsInShort({ fr, ja }: UnitWords, language: InterfaceLanguage, length: number): string {
  return firstWords((language === 'ja' ? (ja[0] ?? fr[0]) : (fr[0] ?? ja[0])) ?? null, length)
}
