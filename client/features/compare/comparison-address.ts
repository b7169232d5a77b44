/** The address of a comparison says everything that is on the screen, so that it can be sent to someone. */
import type { ComparisonRef } from '../../../shared/protocol/views.ts'
import type { ComparisonFilters } from './comparison-items.ts'

/** `redline`: French and Japanese, each with its marks. `columns`: old and new of each beside one another. */
export type ComparisonLayout = 'redline' | 'columns'

export type ComparisonAddress = {
  readonly from: ComparisonRef
  readonly to: ComparisonRef
  readonly layout: ComparisonLayout
  readonly filters: ComparisonFilters
}

const REF = /^(?:(?:version|draft):[^:@]{1,64}|state:[^:@]{1,64}@[\dTZ:.-]{1,40})$/

/** What a query string asks for; undefined when it does not name two texts. */
export function readComparisonAddress(query: URLSearchParams): ComparisonAddress | undefined {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  if (!REF.test(from) || !REF.test(to)) return undefined
  const hidden = query.get('hide')?.split(',') ?? []
  return {
    from,
    to,
    layout: query.get('view') === 'columns' ? 'columns' : 'redline',
    filters: {
      hideTypographic: hidden.includes('typographic'),
      hideFormatting: hidden.includes('formatting'),
      alarmsOnly: query.get('only') === 'alarms',
    },
  }
}

/** Path and query; what stands at its default is left out. */
export function comparisonAddress({ from, to, layout, filters }: ComparisonAddress): string {
  const hidden = [filters.hideTypographic && 'typographic', filters.hideFormatting && 'formatting'].filter(
    Boolean,
  )
  const parts = [
    `from=${from}`,
    `to=${to}`,
    layout === 'columns' && 'view=columns',
    hidden.length && `hide=${hidden.join(',')}`,
    filters.alarmsOnly && 'only=alarms',
  ]
  return `/compare?${parts.filter(Boolean).join('&')}`
}

/** The plain comparison of two texts, as other pages link to it. */
export function compareLink(from: ComparisonRef, to: ComparisonRef): string {
  return `/compare?from=${from}&to=${to}`
}
