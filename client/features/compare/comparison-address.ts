/** The address of a comparison says everything that is on the screen, so that it can be sent to someone. */
import { CHANGE_KINDS } from '../../../shared/compare/comparison.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { ComparisonRef } from '../../../shared/protocol/views.ts'
import { CHANGE_WEIGHTS, type ComparisonFilters } from './comparison-filters.ts'

/**
 * `redline`: French and Japanese, each with its marks. `table`: old and new of each beside one another. `clean`:
 * the new text alone. Successive versions in columns have a page of their own (columns/columns-address.ts).
 */
export const COMPARISON_LAYOUTS = ['redline', 'table', 'clean'] as const
export type ComparisonLayout = (typeof COMPARISON_LAYOUTS)[number]

export type ShownLanguages = 'both' | Language

/** How a comparison is shown, whatever it compares. */
export type ComparisonShape = {
  readonly layout: ComparisonLayout
  readonly languages: ShownLanguages
  /** Languages whose two columns of the table stand the other way round than their convention has them. */
  readonly swapped: readonly Language[]
  readonly filters: ComparisonFilters
}

export type ComparisonAddress = ComparisonShape & {
  readonly from: ComparisonRef
  readonly to: ComparisonRef
}

/** What a query string asks for; undefined when it does not name two texts. What it asks in vain is left out. */
export function readComparisonAddress(query: URLSearchParams): ComparisonAddress | undefined {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  if (!isRef(from) || !isRef(to)) return undefined
  const [kinds, only, swapped] = ['kinds', 'only', 'swap'].map(name => query.get(name)?.split(',') ?? [])
  return {
    from,
    to,
    // `columns` was the table's name.
    layout:
      query.get('view') === 'columns' ? 'table' : (oneOf(COMPARISON_LAYOUTS, query.get('view')) ?? 'redline'),
    languages: readLanguages(query),
    swapped: LANGUAGES.filter(language => swapped!.includes(language)),
    filters: {
      kinds: CHANGE_KINDS.filter(kind => kinds!.includes(kind)),
      weight: oneOf(CHANGE_WEIGHTS, query.get('show')),
      changedIn: oneOf(LANGUAGES, query.get('in')),
      alarmsOnly: only!.includes('alarms'),
      unseenOnly: only!.includes('unseen'),
      section: query.get('section') || null,
    },
  }
}

/** Path and query; what stands at its default is left out. */
export function comparisonAddress({
  from,
  to,
  layout,
  languages,
  swapped,
  filters,
}: ComparisonAddress): string {
  const only = [filters.alarmsOnly && 'alarms', filters.unseenOnly && 'unseen'].filter(each => each !== false)
  return addressWith('/compare', {
    from,
    to,
    view: layout === 'redline' ? null : layout,
    lang: languages === 'both' ? null : languages,
    swap: swapped.join(','),
    kinds: filters.kinds.join(','),
    show: filters.weight,
    in: filters.changedIn,
    only: only.join(','),
    section: filters.section,
  })
}

/** The plain comparison of two texts, as other pages link to it. */
export function compareLink(from: ComparisonRef, to: ComparisonRef): string {
  return addressWith('/compare', { from, to })
}

/** `version:<id>`, `draft:<id>`, a state of a draft's history or what was agreed: the server says whether it is one. */
export function isRef(ref: string): boolean {
  return /^(version|draft|state|agreed):[^&,]{1,160}$/.test(ref)
}

export function readLanguages(query: URLSearchParams): ShownLanguages {
  return oneOf(LANGUAGES, query.get('lang')) ?? 'both'
}

/** The languages shown, French first. */
export function languagesOf(shown: ShownLanguages): readonly Language[] {
  return shown === 'both' ? LANGUAGES : [shown]
}

/** Both, French, Japanese, and round again. */
export function nextLanguages(shown: ShownLanguages): ShownLanguages {
  return shown === 'both' ? 'fr' : shown === 'fr' ? 'ja' : 'both'
}

/** A path with those of its parameters that have a value; signs that an address may hold are left as they are. */
export function addressWith(path: string, parameters: Readonly<Record<string, string | null>>): string {
  const parts = Object.entries(parameters).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value).replaceAll(/%(3A|2C|40)/g, decodeURIComponent)}`] : [],
  )
  return parts.length ? `${path}?${parts.join('&')}` : path
}

function oneOf<Value extends string>(values: readonly Value[], asked: string | null): Value | null {
  return values.find(value => value === asked) ?? null
}
