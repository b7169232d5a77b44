import type { BilingualLabel, InterfaceLanguage } from '../model/language.ts'

/**
 * A name as the interface should show it, with the language it is really in (for `lang`): the language
 * of the interface, else English readers get French, and an empty name falls back to the other language.
 */
export function labelIn(
  label: BilingualLabel,
  language: InterfaceLanguage,
): { readonly text: string; readonly lang: InterfaceLanguage } {
  const order: readonly InterfaceLanguage[] =
    language === 'ja' ? ['ja', 'en', 'fr'] : language === 'en' ? ['en', 'fr', 'ja'] : ['fr', 'en', 'ja']
  for (const lang of order) {
    const text = label[lang]
    if (text) return { text, lang }
  }
  return { text: '', lang: language }
}
