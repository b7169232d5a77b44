/**
 * The events of the last while, for readers who come back. Each audience has a bound of its own: were there one
 * for all, a reader would be told to ask everything anew because the other side was busy, and learn that it was.
 */

import type { ActAudience } from '../../shared/model/act-chain.ts'
import type { LiveEvent } from '../../shared/protocol/views.ts'

/** `seq` counts all events of the process from 1. */
export type RecentEvent = { readonly seq: number; readonly event: LiveEvent }

/** Of each audience. A busy hour of one side is some 200. */
export const KEPT_PER_AUDIENCE = 500

export class RecentEvents {
  readonly #kept = new Map<ActAudience, { events: RecentEvent[]; lostUpTo: number }>()

  keep(recent: RecentEvent, audience: ActAudience): void {
    const kept = this.#kept.get(audience) ?? { events: [], lostUpTo: 0 }
    this.#kept.set(audience, kept)
    // Only that the last of them was heard matters, and they would push everything else out.
    if (recent.event.topic === 'presence')
      kept.events = kept.events.filter(({ event }) => event.topic !== 'presence')
    kept.events.push(recent)
    if (kept.events.length > KEPT_PER_AUDIENCE) kept.lostUpTo = kept.events.shift()!.seq
  }

  /** What those audiences heard after `seq`, in order; undefined when some of it is not known any more. */
  since(seq: number, audiences: readonly ActAudience[]): RecentEvent[] | undefined {
    const kept = audiences.flatMap(audience => this.#kept.get(audience) ?? [])
    if (kept.some(({ lostUpTo }) => lostUpTo > seq)) return undefined
    return kept.flatMap(({ events }) => events.filter(event => event.seq > seq)).sort((a, b) => a.seq - b.seq)
  }
}
