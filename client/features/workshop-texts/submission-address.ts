/** Where a draft of a workshop's text is submitted. */
export function submissionAddress(draft: string): string {
  return `/drafts/${draft}/submit`
}

/** The page of a workshop, for its leads and whoever may read. */
export function workshopAddress(workshop: string): string {
  return `/workshops/${workshop}`
}
