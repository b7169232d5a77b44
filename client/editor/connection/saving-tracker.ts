/**
 * What of a document the server has. Two counts per connection (content frames sent, and of these received
 * and stored), and a state vector of what is known to be stored, which outlives connections.
 */
import * as Y from 'yjs'
import { ACK_STORED } from '../../../shared/protocol/sync-protocol.ts'
import type { RefusedWhy, SavingState } from './saving-state.ts'

type Vector = ReadonlyMap<number, number>
/** Once the first `frame` content frames are stored, so is the document up to `vector`. */
type Promised = { readonly frame: number; readonly vector: Vector }

export class SavingTracker {
  readonly #doc: Y.Doc
  #sent = 0
  #received = 0
  #stored = 0
  #promised: Promised[] = []
  /** The server asked what it lacks on this connection: from then on frames tell everything. */
  #answered = false
  /** Edits since the last time everything was stored; they say how many wait while there is no connection. */
  #outstanding = 0
  readonly #known = new Map<number, number>()
  #holding = false
  #refused: RefusedWhy | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** A new connection counts from nothing. */
  connected(): void {
    this.disconnected()
  }

  disconnected(): void {
    this.#sent = 0
    this.#received = 0
    this.#stored = 0
    this.#promised = []
    this.#answered = false
  }

  edited(): void {
    this.#outstanding++
  }

  /** An answer to the server's sync step 1 leaves, with everything that it lacks. */
  sentAnswer(): void {
    this.#answered = true
    this.#promised.push({ frame: ++this.#sent, vector: vectorOf(this.#doc) })
  }

  sentUpdate(): void {
    const { clientID, store } = this.#doc
    this.#promised.push({ frame: ++this.#sent, vector: new Map([[clientID, Y.getState(store, clientID)]]) })
  }

  /** The server, or this device's note of an earlier connection, says what is stored. */
  knows(stateVector: Uint8Array): void {
    this.#learn(Y.decodeStateVector(stateVector))
  }

  /** What the server sends is on its disk. */
  heard(update: Uint8Array): void {
    this.#learn(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)))
  }

  acknowledged(state: number, count: number): void {
    if (state !== ACK_STORED) {
      this.#received = Math.max(this.#received, count)
      return
    }
    this.#stored = Math.max(this.#stored, count)
    while (this.#promised[0] && this.#promised[0].frame <= count) this.#learn(this.#promised.shift()!.vector)
    if (this.#answered && !this.#holding && this.#stored >= this.#sent) this.#outstanding = 0
  }

  /** Whether edits wait here, unsent, for the end of a composition. */
  holding(holding: boolean): void {
    this.#holding = holding
  }

  refuse(why: RefusedWhy): void {
    this.#refused = why
  }

  /** What is known to be stored, as an encoded state vector. */
  storedVector(): Uint8Array {
    return Y.encodeStateVector(this.#known)
  }

  /** Whether the server is known to have this character: what it has not, nobody else can have seen. */
  isKnown(client: number, clock: number): boolean {
    return clock < (this.#known.get(client) ?? 0)
  }

  hasUnsaved(): boolean {
    if (this.#outstanding > 0) return true
    for (const [client, clock] of vectorOf(this.#doc)) if (clock > (this.#known.get(client) ?? 0)) return true
    return false
  }

  state(): SavingState {
    if (this.#refused) return { state: 'refused', why: this.#refused, unsaved: this.hasUnsaved() }
    if (!this.hasUnsaved()) return { state: 'stored' }
    const waiting = this.#sent - Math.max(this.#stored, this.#received)
    if (this.#holding) return { state: 'device', pending: Math.max(1, waiting) }
    if (this.#answered && waiting <= 0) return { state: this.#stored >= this.#sent ? 'stored' : 'received' }
    return { state: 'device', pending: this.#answered ? waiting : Math.max(1, this.#outstanding) }
  }

  #learn(vector: Vector): void {
    for (const [client, clock] of vector)
      if (clock > (this.#known.get(client) ?? 0)) this.#known.set(client, clock)
  }
}

function vectorOf(doc: Y.Doc): Vector {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}
