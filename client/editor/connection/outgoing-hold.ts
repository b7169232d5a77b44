/**
 * Keeps what one composes from the others until it is confirmed. Unconfirmed kana in their document would be
 * copied by whoever splits or moves the paragraph, and stand there twice once the conversion replaces them.
 */
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export class OutgoingHold {
  readonly #doc: Y.Doc
  readonly #provider: WebsocketProvider
  #held: Uint8Array[] | null = null

  constructor(doc: Y.Doc, provider: WebsocketProvider) {
    this.#doc = doc
    this.#provider = provider
  }

  /** True while what is written here waits to be sent. */
  get holding(): boolean {
    return this.#held !== null
  }

  hold(): void {
    if (this.#held) return
    this.#held = []
    this.#doc.off('update', this.#provider._updateHandler)
    this.#doc.on('update', this.#keep)
  }

  /** Sends what was held as one update. */
  release(): void {
    const held = this.#held
    if (!held) return
    this.#held = null
    this.#doc.off('update', this.#keep)
    this.#doc.on('update', this.#provider._updateHandler)
    if (held.length > 0) this.#provider._updateHandler(Y.mergeUpdates(held), this)
  }

  readonly #keep = (update: Uint8Array, origin: unknown) => {
    if (origin !== this.#provider) this.#held?.push(update)
  }
}
