import type { CoverageState } from '../../../shared/model/proposal.ts'

/** The shape of each state of a unit; its word always stands beside it. */
export const COVERAGE_SIGNS: { readonly [S in CoverageState]: string } = {
  integrated: '●',
  merged: '◐',
  'set-aside': '✕',
  untreated: '○',
}
