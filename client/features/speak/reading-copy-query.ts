import { interfaceLanguage } from '../../i18n/i18n.ts'
import type { ShownLanguages } from './speak-preferences.ts'

/** Of the letters on paper, in points. */
export const COPY_SIZES = [14, 16, 18, 20] as const
export type CopySize = (typeof COPY_SIZES)[number]

/** What the address asks for; where it asks for nothing that there is, the reader's language at 16 points. */
export function readCopyQuery(query: URLSearchParams): {
  readonly language: ShownLanguages
  readonly size: CopySize
} {
  const [language, size] = [query.get('language'), Number(query.get('size'))]
  return {
    language:
      language === 'fr' || language === 'ja' || language === 'both'
        ? language
        : interfaceLanguage() === 'ja'
          ? 'ja'
          : 'fr',
    size: COPY_SIZES.find(each => each === size) ?? 16,
  }
}
