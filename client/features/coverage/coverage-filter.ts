import type { CoverageRowView } from '../../../shared/protocol/integration-views.ts'

export const COVERAGE_FILTERS = ['all', 'open', 'set-aside', 'likeness'] as const
export type CoverageFilter = (typeof COVERAGE_FILTERS)[number]

export function isShown({ state, basis, sourceChanged }: CoverageRowView, filter: CoverageFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return state === 'untreated' || sourceChanged
    case 'set-aside':
      return state === 'set-aside'
    case 'likeness':
      return basis === 'likeness'
  }
}
