import type { BilingualLabel } from '../../shared/model/language.ts'
import { labelIn, useLanguage } from '../i18n/use-text.ts'

/** A name in the language of the interface; when it falls back to another one, it says which. */
export function Label({ of }: { readonly of: BilingualLabel }) {
  const language = useLanguage()
  const { text, lang } = labelIn(of, language)
  return lang === language ? text : <span lang={lang}>{text}</span>
}
