import type { Outcome } from '../../../shared/model/amendment.ts'

/** The shape of each state of an amendment; its word always stands beside it. */
export const STATE_SIGNS: { readonly [S in 'undecided' | Outcome]: string } = {
  undecided: '◇',
  accepted: '◆',
  modified: '◈',
  rejected: '✕',
  reserved: '❲❳',
}
