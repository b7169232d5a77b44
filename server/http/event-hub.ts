/** Live events: told to those who may hear them, and to nobody else. */
import type { Mandate } from '../../shared/model/mandate.ts'
import { activeMandates } from '../../shared/model/mandate.ts'
import type { LiveEvent } from '../../shared/protocol/views.ts'
import { type ActAudience, mayHear } from '../policies/act-audience.ts'

export type Listener = {
  readonly session: string
  readonly person: string
  readonly mandates: readonly Mandate[]
  /** When the session ends by itself; nothing is heard from then on. */
  readonly expiresAt: string
  hear(event: LiveEvent): void
  /** Ends the stream; the client asks again and gets what it may have by then. */
  close(): void
}

/** Most streams at a time, of one session and of the room: a flood ends its own oldest ones. */
const MOST_PER_SESSION = 8
const MOST = 2000

export class EventHub {
  readonly #listeners = new Set<Listener>()
  readonly #clock: () => string
  constructor(clock: () => string) {
    this.#clock = clock
  }

  /** To everyone of the audience, by the mandates that hold at this moment. */
  publish(event: LiveEvent, audience: ActAudience): void {
    const now = this.#clock()
    for (const listener of [...this.#listeners])
      if (listener.expiresAt <= now) this.#end(listener)
      else if (mayHear(activeMandates(listener.mandates, now), audience)) listener.hear(event)
  }

  /** Returns the way to leave again. */
  join(listener: Listener): () => void {
    const ofSession = [...this.#listeners].filter(each => each.session === listener.session)
    if (ofSession.length >= MOST_PER_SESSION) this.#end(ofSession[0]!)
    if (this.#listeners.size >= MOST) this.#end([...this.#listeners][0]!)
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Ends the streams that match: their session ended, or their mandates changed. */
  closeWhere(matches: (listener: Listener) => boolean): void {
    for (const listener of [...this.#listeners]) if (matches(listener)) this.#end(listener)
  }

  get size(): number {
    return this.#listeners.size
  }

  #end(listener: Listener): void {
    this.#listeners.delete(listener)
    listener.close()
  }
}
