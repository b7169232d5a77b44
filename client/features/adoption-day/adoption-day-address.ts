/** [S2] The view of a text for the room. */
export function adoptionDayAddress(text: string): string {
  return `/texts/${text}/adoption-day`
}
