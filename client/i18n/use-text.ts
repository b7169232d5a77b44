import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import type { Area, Message, Say } from './define-messages.ts'
import { i18n, interfaceLanguage } from './i18n.ts'

export { labelIn } from '../../shared/words/label-in.ts'

/** The messages of `area` in the language of the interface: `const t = useText(people); t('title')`. */
export function useText<F extends Readonly<Record<string, Message>>>(area: Area<F>): Say<F> {
  const language = useLanguage()
  return useMemo(() => sayIn(area, language), [area, language])
}

/** The language of the interface; the component renders again when it changes. */
export function useLanguage(): InterfaceLanguage {
  useTranslation(undefined, { i18n })
  return interfaceLanguage()
}

/** Outside components: the messages of an area in a given language. */
export function sayIn<F extends Readonly<Record<string, Message>>>(
  area: Area<F>,
  language: InterfaceLanguage,
): Say<F> {
  // The types of i18next know nothing of our areas; ours say more.
  const fixed = i18n.getFixedT(language, area.name) as unknown as (
    key: string,
    values: Readonly<Record<string, string | number>>,
  ) => string
  return (key, ...[values]) => fixed(key, values ?? {})
}
