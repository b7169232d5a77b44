/**
 * Live events: told to those who may hear them, and to nobody else. Whoever was away hears on their return what
 * was said in the meantime, once, as far as they may hear it by then.
 */

import type { ActAudience } from '../../shared/model/act-chain.ts'
import { activeMandates, type Mandate } from '../../shared/model/mandate.ts'
import type { LiveEvent } from '../../shared/protocol/views.ts'
import { heardBy, mayHear } from '../policies/act-audience.ts'
import { EventPlaces } from './event-places.ts'
import { RecentEvents } from './recent-events.ts'

export type Listener = {
  readonly session: string
  readonly person: string
  readonly mandates: readonly Mandate[]
  /** When the session ends by itself; nothing is heard from then on. */
  readonly expiresAt: string
  /** `id` names the event's place, for coming back after it. */
  hear(event: LiveEvent, id: string): void
  /** Ends the stream; the client comes back and hears what it missed. */
  close(): void
}

export type Heard = { readonly event: LiveEvent; readonly id: string }

export type Joined = {
  /** What was said after the place that was given, in order; `again` when that is not known any more. */
  readonly missed: readonly Heard[] | 'again'
  /** The place from which on the listener hears. */
  readonly place: string
  leave(): void
}

/** Most streams at a time, of one session and of the room: a flood ends its own oldest ones. */
const MOST_PER_SESSION = 8
const MOST = 2000

export class EventHub {
  readonly #listeners = new Set<Listener>()
  readonly #recent = new RecentEvents()
  readonly #places = new EventPlaces()
  readonly #clock: () => string
  #seq = 0
  constructor(clock: () => string) {
    this.#clock = clock
  }

  /** To everyone of the audience, by the mandates that hold at this moment. */
  publish(event: LiveEvent, audience: ActAudience): void {
    const now = this.#clock()
    const seq = ++this.#seq
    this.#recent.keep({ seq, event }, audience)
    for (const listener of [...this.#listeners]) {
      const mandates = activeMandates(listener.mandates, now)
      if (listener.expiresAt <= now) this.#end(listener)
      else if (mayHear(mandates, audience))
        listener.hear(event, this.#places.nameEvent(seq, rightsOf(listener.person, mandates)))
    }
  }

  /** `after` is the last place that the listener knows, null for one who comes for the first time. */
  join(listener: Listener, after: string | null = null): Joined {
    const ofSession = [...this.#listeners].filter(each => each.session === listener.session)
    if (ofSession.length >= MOST_PER_SESSION) this.#end(ofSession[0]!)
    if (this.#listeners.size >= MOST) this.#end([...this.#listeners][0]!)
    this.#listeners.add(listener)
    return {
      missed: after === null ? [] : this.#since(after, listener),
      place: this.placeAt(this.now(), listener),
      leave: () => void this.#listeners.delete(listener),
    }
  }

  /** How many events there have been: for use inside the server, never to be sent. */
  now(): number {
    return this.#seq
  }

  /** The name of the place after so many events, for somebody who will listen from there on. */
  placeAt(seq: number, { person, mandates }: Pick<Listener, 'person' | 'mandates'>): string {
    return this.#places.namePlace(seq, rightsOf(person, activeMandates(mandates, this.#clock())))
  }

  /** Ends the streams that match: their session ended, or their mandates changed. */
  closeWhere(matches: (listener: Listener) => boolean): void {
    for (const listener of [...this.#listeners]) if (matches(listener)) this.#end(listener)
  }

  /** Ends all streams; whoever comes back asks everything anew. For what changed without an event. */
  startAnew(): void {
    this.#places.forget()
    this.closeWhere(() => true)
  }

  get size(): number {
    return this.#listeners.size
  }

  #since(after: string, { person, mandates }: Listener): readonly Heard[] | 'again' {
    const held = activeMandates(mandates, this.#clock())
    const rights = rightsOf(person, held)
    // Whose rights have changed since then is not known by the old name: what they see may have changed with them.
    const seq = this.#places.find(after, rights)
    const missed = seq === undefined ? undefined : this.#recent.since(seq, heardBy(held))
    return missed?.map(({ seq, event }) => ({ event, id: this.#places.nameEvent(seq, rights) })) ?? 'again'
  }

  #end(listener: Listener): void {
    this.#listeners.delete(listener)
    listener.close()
  }
}

function rightsOf(person: string, mandates: readonly Mandate[]): string {
  return JSON.stringify([person, ...mandates.map(mandate => mandate.id).sort()])
}
