import type { InterfaceLanguage } from '../../shared/model/language.ts'

/** Each language names itself, whatever the interface speaks: to be shown with its own `lang`. */
export const LANGUAGE_NAMES: { readonly [L in InterfaceLanguage]: string } = {
  fr: 'Français',
  ja: '日本語',
  en: 'English',
}
