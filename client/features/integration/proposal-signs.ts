import type { ProposalState } from '../../../shared/model/proposal.ts'

/** The shape of each state of a proposal; its word always stands beside it. */
export const PROPOSAL_SIGNS: { readonly [S in ProposalState]: string } = {
  open: '◇',
  accepted: '◆',
  rejected: '✕',
  withdrawn: '–',
}
