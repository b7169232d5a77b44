/** The languages of the texts. Neither is the source of the other. */
export type Language = 'fr' | 'ja'
export const LANGUAGES: readonly Language[] = ['fr', 'ja']

/** The languages of the interface (BCP 47). */
export type InterfaceLanguage = 'fr' | 'ja' | 'en'
export const INTERFACE_LANGUAGES: readonly InterfaceLanguage[] = ['fr', 'ja', 'en']

/** A name or note that exists in both languages of the texts, and in English where the interface needs it. */
export type BilingualLabel = { readonly fr: string; readonly ja: string; readonly en?: string | undefined }
