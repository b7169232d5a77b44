/**
 * Tells the server where this page is: at once when it is at another place, every two seconds at most while the
 * caret goes from unit to unit, and only while the page is in front. Whatever the server did not hear is told again
 * with the next occasion.
 */
export type Where = { readonly place: string | null; readonly unit: string | null }

export type PlaceTeller = {
  at(place: string | null): void
  /** The unit of the caret; null when it is in none. */
  in(unit: string | null): void
  /** The server may have forgotten, or another page have spoken in between. */
  again(): void
}

/** In milliseconds. */
export const UNIT_EVERY = 2_000

export function createPlaceTeller(
  send: (where: Where) => Promise<unknown>,
  isInFront: () => boolean,
): PlaceTeller {
  let where: Where = { place: null, unit: null }
  let told: Where | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    if (!isInFront() || (told && told.place === where.place && told.unit === where.unit)) return
    const telling = where
    told = telling
    void send(telling).catch(() => {
      if (told === telling) told = undefined
    })
  }
  return {
    at: place => {
      if (place === where.place && told) return
      where = { place, unit: null }
      tell()
    },
    in: unit => {
      if (unit === where.unit) return
      where = { ...where, unit }
      timer ??= setTimeout(tell, UNIT_EVERY)
    },
    again: () => {
      told = undefined
      tell()
    },
  }
}
