/** The address of a joint draft with the changes asked for in it, brought to one of them. */
export function changeAddress(draft: string, change: string): string {
  return `/drafts/${draft}?change=${encodeURIComponent(change)}`
}
