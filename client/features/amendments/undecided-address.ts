/** The address of a draft with the list of its amendments open; filtered to those that wait for a decision, or whole. */
export function undecidedAddress(draft: string, undecidedOnly = true): string {
  return `/drafts/${draft}?amendments=${undecidedOnly ? 'undecided' : 'all'}`
}
