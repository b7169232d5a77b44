/** Where the cards of a margin stand: each as near to its place as its neighbours let it, none over another. Pure. */

export type LaidCard = {
  readonly key: string
  /** Where it wants to stand, and how high it is; in pixels from the top of the column. */
  readonly top: number
  readonly height: number
}

/** Between two cards, in pixels. */
export const CARD_GAP = 10

/**
 * The top of each card, by key. `cards` are in reading order. The chosen one stands exactly at its place; those
 * above it are pushed up, those below it down. When those above do not fit below the top of the column, all
 * move down by what is missing: nothing lies over the head of the page.
 */
export function layCards(cards: readonly LaidCard[], chosen: string | null): Map<string, number> {
  const at = Math.max(
    cards.findIndex(({ key }) => key === chosen),
    0,
  )
  const tops: number[] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (let index = at; index < cards.length; index++) {
    const { top, height } = cards[index]!
    tops[index] = Math.max(top, bottom + CARD_GAP)
    bottom = tops[index]! + height
  }
  // Above the chosen one the order of wishes may be kept where there is room: from the bottom upwards.
  let ceiling = tops[at] ?? 0
  for (let index = at - 1; index >= 0; index--) {
    const { top, height } = cards[index]!
    tops[index] = Math.min(top, ceiling - CARD_GAP - height)
    ceiling = tops[index]!
  }
  const missing = Math.max(0, -(tops[0] ?? 0))
  const shifted = missing ? pushedBelowTop(cards, tops) : tops
  return new Map(cards.map(({ key }, index) => [key, shifted[index]!]))
}

/** As they are, but none above the top of the column. */
function pushedBelowTop(cards: readonly LaidCard[], tops: readonly number[]): number[] {
  let bottom = -CARD_GAP
  return tops.map((top, index) => {
    const shifted = Math.max(top, bottom + CARD_GAP)
    bottom = shifted + cards[index]!.height
    return shifted
  })
}

/** How far down the lowest card reaches. */
export function heightOfCards(cards: readonly LaidCard[], tops: ReadonlyMap<string, number>): number {
  return Math.max(0, ...cards.map(({ key, height }) => (tops.get(key) ?? 0) + height))
}
