import { compareLink } from '../compare/comparison-address.ts'

/** The page of a draft's history, or of the draft as it was at an instant that names a state. */
export function historyAddress(draft: string, at?: string): string {
  return `/drafts/${draft}/history${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`
}

/** The comparison of a state with the draft as it stands. */
export function sinceState(draft: string, at: string): string {
  return compareLink(`state:${draft}@${at}`, `draft:${draft}`)
}
