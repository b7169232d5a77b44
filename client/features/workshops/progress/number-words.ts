import type { InterfaceLanguage } from '../../../../shared/model/language.ts'

/** A count as the language writes it: 1 050, 1,050. */
export function numberIn(value: number, language: InterfaceLanguage): string {
  return new Intl.NumberFormat({ fr: 'fr-FR', ja: 'ja-JP', en: 'en-GB' }[language]).format(value)
}
