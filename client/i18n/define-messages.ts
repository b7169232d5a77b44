/**
 * One area of the interface in its three languages.
 *
 * French is where the keys are listed; Japanese and English must have exactly the same keys, of the same
 * kind, or the type check fails. A placeholder is written `{{name}}`. A message that depends on a number
 * is an object of the plural forms of its language, chosen by the parameter `count`.
 */
import type { InterfaceLanguage } from '../../shared/model/language.ts'
import { addArea } from './i18n.ts'

/** Forms by CLDR category; `other` is what remains. Japanese has only `other`. */
export type Plural = { readonly one?: string; readonly other: string }
export type Message = string | Plural

type Catalogue = Readonly<Record<string, Message>>

/** The same keys as French, each a plain message where French has one and a plural where it has a plural. */
type SameKeys<F extends Catalogue> = { readonly [K in keyof F]: F[K] extends string ? string : Plural }

export type Area<F extends Catalogue> = {
  readonly name: string
  readonly messages: { readonly [L in InterfaceLanguage]: L extends 'fr' ? F : SameKeys<F> }
}

/** Makes the area known to i18next; a file that is loaded late brings its messages with it. */
export function defineMessages<const F extends Catalogue>(
  name: string,
  messages: { readonly fr: F; readonly ja: NoInfer<SameKeys<F>>; readonly en: NoInfer<SameKeys<F>> },
): Area<F> {
  addArea(name, messages)
  return { name, messages }
}

type Names<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never
type NamesOf<M extends Message> = M extends string
  ? Names<M>
  : M extends Plural
    ? Names<M['other']> | 'count'
    : never

/** What a message needs to be said: nothing, or a value for every placeholder. */
export type Parameters<M extends Message> = [NamesOf<M>] extends [never]
  ? []
  : [values: { readonly [N in NamesOf<M>]: N extends 'count' ? number : string | number }]

/** Says a message of an area in the language of the interface. */
export type Say<F extends Catalogue> = <K extends keyof F & string>(
  key: K,
  ...values: Parameters<F[K]>
) => string
