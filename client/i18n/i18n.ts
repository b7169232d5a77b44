/** The one i18next of the page: which language is spoken, and the areas that were loaded so far. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import { INTERFACE_LANGUAGES } from '../../shared/model/language.ts'
import { frenchSpaces } from '../../shared/words/french-spaces.ts'

const KEPT = 'concordance:language'

export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  supportedLngs: [...INTERFACE_LANGUAGES],
  resources: { fr: {}, ja: {}, en: {} },
  keySeparator: false,
  nsSeparator: false,
  // React escapes.
  interpolation: { escapeValue: false },
  initAsync: false,
  react: { useSuspense: false },
})
markDocument(interfaceLanguage())

/** Adds the messages of an area; plural forms become the suffixed keys i18next looks for. */
export function addArea(
  name: string,
  messages: {
    readonly [L in InterfaceLanguage]: Readonly<Record<string, string | { one?: string; other: string }>>
  },
): void {
  for (const language of INTERFACE_LANGUAGES) {
    const resources: Record<string, string> = {}
    const set = (text: string) => (language === 'fr' ? frenchSpaces(text) : text)
    for (const [key, message] of Object.entries(messages[language]))
      if (typeof message === 'string') resources[key] = set(message)
      // French also has `many`, from a million on: it reads as `other` here.
      else
        for (const form of ['one', 'many', 'other'] as const)
          resources[`${key}_${form}`] = set((form === 'one' ? message.one : undefined) ?? message.other)
    i18n.addResourceBundle(language, name, resources, true, true)
  }
}

export function interfaceLanguage(): InterfaceLanguage {
  return INTERFACE_LANGUAGES.find(language => language === i18n.language) ?? 'fr'
}

/** Speaks `language` from now on, and remembers it on this device for the pages before sign-in. */
export function speak(language: InterfaceLanguage): void {
  keep(language)
  markDocument(language)
  if (i18n.language !== language) void i18n.changeLanguage(language)
}

function markDocument(language: InterfaceLanguage): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

/** The language kept on this device, else the first of the browser's that we speak, else French. */
function firstLanguage(): InterfaceLanguage {
  const wanted = [kept(), ...(typeof navigator === 'undefined' ? [] : navigator.languages)]
  for (const tag of wanted) {
    const known = INTERFACE_LANGUAGES.find(language => tag?.toLowerCase().split('-')[0] === language)
    if (known) return known
  }
  return 'fr'
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    // A browser may forbid storage altogether; the choice then lasts as long as the page.
    return null
  }
}

function keep(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(KEPT, language)
  } catch {
    // As above.
  }
}
