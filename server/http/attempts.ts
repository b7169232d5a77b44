/** Counts attempts per key in a window of time. Bounded: the longest-known keys are forgotten first. */

export type AttemptLimit = {
  /** How many attempts in a window. */
  readonly most: number
  /** Length of the window in milliseconds; it begins with the first attempt. */
  readonly window: number
}

/** More keys than this are not remembered: about 2 MB. */
const MOST_KEYS = 20_000

export class Attempts {
  readonly #limit: AttemptLimit
  readonly #mostKeys: number
  readonly #counts = new Map<string, { count: number; readonly since: number }>()

  constructor(limit: AttemptLimit, mostKeys = MOST_KEYS) {
    this.#limit = limit
    this.#mostKeys = mostKeys
  }

  /** Counts one attempt and says whether it may go on. `now` in milliseconds. */
  allow(key: string, now: number): boolean {
    const known = this.#counts.get(key)
    // A clock that was set back starts a new window rather than never ending one.
    if (!known || now - known.since >= this.#limit.window || now < known.since) {
      this.#counts.delete(key)
      this.#counts.set(key, { count: 1, since: now })
      if (this.#counts.size > this.#mostKeys) this.#forgetOldest()
      return true
    }
    known.count += 1
    return known.count <= this.#limit.most
  }

  /** The attempt was a good one: it does not count. */
  forgive(key: string): void {
    this.#counts.delete(key)
  }

  get size(): number {
    return this.#counts.size
  }

  #forgetOldest(): void {
    const oldest = this.#counts.keys().next()
    if (!oldest.done) this.#counts.delete(oldest.value)
  }
}
