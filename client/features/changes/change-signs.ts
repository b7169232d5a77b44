import type { UnitChangeState } from '../../../shared/model/unit-change.ts'

/** The shape of each state of a change; its word always stands beside it. */
export const CHANGE_SIGNS: { readonly [S in UnitChangeState]: string } = {
  open: '◇',
  made: '◆',
  declined: '✕',
  withdrawn: '–',
  overtaken: '△',
  lapsed: '–',
}

/** The shape of what a side says: nothing so far, that it consents, that it declines. */
export const ANSWER_SIGNS = { none: '◇', consented: '✓', declined: '✕' } as const
