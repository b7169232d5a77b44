import type { InterfaceLanguage } from '../../shared/model/language.ts'

/** Messages one after the other, as a paragraph of the language is set: Japanese has no space between sentences. */
export function sentences(language: InterfaceLanguage, ...messages: readonly string[]): string {
  return messages.filter(message => message !== '').join(language === 'ja' ? '' : ' ')
}
