/**
 * Holds back what others write while somebody composes: an input method loses its text when the document
 * changes under it. Frames are kept as they came and applied in one transaction afterwards.
 */

/** However long a composition stays open, others' words are not withheld longer than this, in milliseconds. */
const LONGEST_HOLD = 15_000
/** How long after `compositionend` the browser may still be writing the composed text, in milliseconds. */
const SETTLING = 60

export class RemoteGate {
  readonly #apply: (frames: readonly Uint8Array[]) => void
  #held: Uint8Array[] = []
  /** Compositions going on: an editor per language may have one. */
  #holders = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  readonly #opened: () => void

  /** `opened` is called each time the gate opens, before what was held is applied. */
  constructor(apply: (frames: readonly Uint8Array[]) => void, opened: () => void = () => {}) {
    this.#apply = apply
    this.#opened = opened
  }

  hold(): void {
    this.#holders++
    if (this.#holders === 1) this.#openAfter(LONGEST_HOLD)
  }

  release(): void {
    if (this.#holders === 0) return
    this.#holders--
    if (this.#holders === 0) this.#openAfter(SETTLING)
  }

  /** True if the frame was kept for later. */
  keeps(frame: Uint8Array): boolean {
    if (this.#timer === null) return false
    this.#held.push(frame.slice())
    return true
  }

  /** Applies what is held, now. */
  open(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const held = this.#held
    this.#held = []
    this.#opened()
    if (held.length > 0) this.#apply(held)
  }

  /** Forgets what is held; it is on the server. */
  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#held = []
  }

  #openAfter(wait: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.open(), wait)
  }
}
