/** How fast one connection may send: a token per frame, refilled steadily. */
export type Verdict =
  | 'go'
  /** Over the rate: read nothing more for so many milliseconds. */
  | { readonly wait: number }
  /** Over the rate for longer than patience lasts. */
  | 'flood'

export class RateLimit {
  readonly #perMillisecond: number
  readonly #burst: number
  readonly #patience: number
  #tokens: number
  #at: number
  #overSince: number | null = null

  /** `now` is a monotonic time in milliseconds, as everywhere in this class. */
  constructor(perSecond: number, burst: number, patience: number, now: number) {
    this.#perMillisecond = perSecond / 1000
    this.#burst = burst
    this.#patience = patience
    this.#tokens = burst
    this.#at = now
  }

  take(now: number, cost = 1): Verdict {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMillisecond) - cost
    this.#at = now
    if (this.#tokens >= 0) {
      if (this.#tokens > this.#burst / 2) this.#overSince = null
      return 'go'
    }
    this.#overSince ??= now
    if (now - this.#overSince > this.#patience) return 'flood'
    return { wait: Math.ceil(-this.#tokens / this.#perMillisecond) }
  }
}
