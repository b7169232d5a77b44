/** The page that says what stands between a text and its adoption, and how it was adopted. */
export function adoptionAddress(text: string): string {
  return `/texts/${text}/adoption`
}
