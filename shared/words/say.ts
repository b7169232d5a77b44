/** Says messages outside the pages, which have i18next: `{{name}}` stands for a value, `count` chooses the plural. */
import type { InterfaceLanguage } from '../model/language.ts'
import { frenchSpaces } from './french-spaces.ts'

/** Forms by CLDR category; `other` is what remains. Japanese has only `other`. */
export type Message = string | { readonly one?: string; readonly other: string }

export type Values = Readonly<Record<string, string | number>>

/** The message with its values put in, as typed; French with its no-break spaces. Throws when a value is missing. */
export function say(message: Message, language: InterfaceLanguage, values: Values = {}): string {
  const form = formOf(message, language, values.count)
  return (language === 'fr' ? frenchSpaces(form) : form).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${JSON.stringify(form)} needs ${name}`)
    return String(value)
  })
}

function formOf(message: Message, language: InterfaceLanguage, count: string | number | undefined): string {
  if (typeof message === 'string') return message
  if (typeof count !== 'number') throw new Error(`${JSON.stringify(message)} needs count`)
  const isOne = new Intl.PluralRules(language).select(count) === 'one'
  return (isOne ? message.one : undefined) ?? message.other
}
