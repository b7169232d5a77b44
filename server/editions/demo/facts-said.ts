/** How a figure became known in the demonstration: an estimate, then the applications received. */
import type { FactStatement } from '../../../shared/model/edition.ts'

export type FactSaidAt = Pick<FactStatement, 'source' | 'value' | 'status'> & {
  readonly key: string
  readonly at: string
}

/** In order of time, and before the first version. */
export const factsSaid: readonly FactSaidAt[] = [
  {
    key: 'number-jap',
    at: '2026-01-13T09:10:00Z',
    source: 'Estimation du COPIL JAP, 13 janvier',
    value: { n: 30 },
    status: 'open',
  },
  {
    key: 'number-jap',
    at: '2026-01-16T08:40:00Z',
    source: 'Candidatures annoncées à CLAIR au 16 janvier',
    value: { n: 34 },
    status: 'open',
  },
]
