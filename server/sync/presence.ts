/**
 * Who is in a draft and where, in the awareness protocol of y-protocols. The server keeps the states itself:
 * a connection speaks for one Yjs client id, the first that it named and that nobody else holds, and the
 * `user` of every state is written here.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PersonId } from '../../shared/model/ids.ts'
import type { PresenceUser } from '../../shared/protocol/sync-protocol.ts'
import { MalformedFrame } from './frames.ts'

/** Whoever speaks: a connection, as far as presence is concerned. */
export type Speaker = {
  readonly person: PersonId
  readonly user: PresenceUser
  /** False: their state is kept, and nobody hears of it. */
  readonly shows: boolean
}

const MAX_STATE_LENGTH = 4096
const MAX_ENTRIES = 4096
const MAX_CLOCK = 2 ** 40
const MAX_FIELDS = 8
const COLOURS = 12

type Held = { speaker: Speaker; clock: number; json: string }

export class RoomPresence {
  readonly #held = new Map<number, Held>()
  readonly #idOf = new Map<Speaker, number>()
  readonly #changed = new Map<number, { clock: number; json: string }>()

  /**
   * Takes an awareness update. Entries for ids that are not the speaker's are passed over: the usual client
   * sends back what it hears. True if there is something to relay, were it only the speaker's own echo.
   * Throws MalformedFrame.
   */
  receive(speaker: Speaker, update: Uint8Array): boolean {
    let relay = false
    for (const { client, clock, json } of readEntries(update)) {
      if (!this.#speaksFor(speaker, client)) continue
      const before = this.#held.get(client)
      if (before && before.speaker === speaker && clock < before.clock) continue
      const state = json === 'null' ? 'null' : stamped(json, speaker.user)
      if (state === 'null') this.#held.delete(client)
      else this.#held.set(client, { speaker, clock, json: state })
      if (!speaker.shows) continue
      this.#changed.set(client, { clock, json: state })
      relay = true
    }
    return relay
  }

  /** Removes the speaker's state. True if there is something to relay. */
  leave(speaker: Speaker): boolean {
    const client = this.#idOf.get(speaker)
    this.#idOf.delete(speaker)
    const held = client === undefined ? undefined : this.#held.get(client)
    if (client === undefined || held?.speaker !== speaker) return false
    this.#held.delete(client)
    if (!speaker.shows) return false
    // The same clock with null: what y-protocols takes as a removal, and what lets the client come back.
    this.#changed.set(client, { clock: held.clock, json: 'null' })
    return true
  }

  /** The speaker has decided to be seen or not. True if there is something to relay. */
  showChanged(speaker: Speaker): boolean {
    const client = this.#idOf.get(speaker)
    const held = client === undefined ? undefined : this.#held.get(client)
    if (client === undefined || held?.speaker !== speaker) return false
    // Later than the removal, which the others have heard at the clock of then; the speaker goes on from it too.
    if (speaker.shows) held.clock++
    this.#changed.set(client, { clock: held.clock, json: speaker.shows ? held.json : 'null' })
    return true
  }

  /** What the speaker itself said last, for its own ears; null if it is not there. */
  own(speaker: Speaker): Uint8Array | null {
    const client = this.#idOf.get(speaker)
    const held = client === undefined ? undefined : this.#held.get(client)
    return client === undefined || held?.speaker !== speaker ? null : writeEntries(new Map([[client, held]]))
  }

  /** What changed since the last call, as one awareness update; null if nothing did. */
  takeChanges(): Uint8Array | null {
    if (this.#changed.size === 0) return null
    const update = writeEntries(this.#changed)
    this.#changed.clear()
    return update
  }

  /** Everybody who shows themselves, for someone who comes in; null if nobody is there. */
  everyone(): Uint8Array | null {
    const shown = new Map([...this.#held].filter(([, { speaker }]) => speaker.shows))
    return shown.size === 0 ? null : writeEntries(shown)
  }

  #speaksFor(speaker: Speaker, client: number): boolean {
    const own = this.#idOf.get(speaker)
    if (own !== undefined) return own === client
    // The same person may take an id over: a reconnection while the old socket is not yet known to be dead.
    const holder = this.#held.get(client)?.speaker
    if (holder && holder.person !== speaker.person) return false
    this.#idOf.set(speaker, client)
    return true
  }
}

/**
 * The colours of a room's carets: one mandate has the same on every screen, and no two have one colour until
 * there are more people than colours. Who comes keeps a colour while the room is open.
 */
export class CaretColours {
  readonly #given = new Map<string, number>()

  of(mandate: string): number {
    const given = this.#given.get(mandate)
    if (given !== undefined) return given
    const taken = new Set(this.#given.values())
    let colour = preferredColour(mandate)
    for (let tries = 1; tries < COLOURS && taken.has(colour); tries++) colour = (colour + 1) % COLOURS
    this.#given.set(mandate, colour)
    return colour
  }
}

/** From the mandate alone, so that a person tends to have the same colour in every draft. */
function preferredColour(mandate: string): number {
  let hash = 0
  for (const character of mandate) hash = (hash * 31 + character.codePointAt(0)!) >>> 0
  return hash % COLOURS
}

function stamped(json: string, user: PresenceUser): string {
  const state: unknown = JSON.parse(json)
  if (typeof state !== 'object' || state === null || Array.isArray(state))
    throw new MalformedFrame('an awareness state that is not an object')
  const fields = Object.entries(state).filter(([key]) => key !== 'user' && /^[a-z][A-Za-z]{0,31}$/.test(key))
  if (fields.length > MAX_FIELDS) throw new MalformedFrame('an awareness state with too many fields')
  return JSON.stringify({ ...Object.fromEntries(fields), user })
}

function readEntries(update: Uint8Array): { client: number; clock: number; json: string }[] {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_ENTRIES) throw new MalformedFrame('too many awareness states')
    const entries = []
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (clock > MAX_CLOCK || json.length > MAX_STATE_LENGTH) throw new MalformedFrame('an awareness state')
      JSON.parse(json)
      entries.push({ client, clock, json })
    }
    if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes after the awareness states')
    return entries
  } catch (error) {
    if (error instanceof MalformedFrame) throw error
    throw new MalformedFrame(String(error))
  }
}

function writeEntries(
  entries: ReadonlyMap<number, { readonly clock: number; readonly json: string }>,
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.size)
  for (const [client, { clock, json }] of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  return encoding.toUint8Array(encoder)
}
