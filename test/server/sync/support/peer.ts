/** A client of the protocol without a network: its document, what it sent, what was acknowledged. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Connection } from '../../../../server/sync/connection.ts'
import {
  ACK_STORED,
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
} from '../../../../shared/protocol/sync-protocol.ts'
import { keepFormattingAsWritten } from '../../../../shared/schema/y-formatting.ts'
import type { TestSocket } from './sync-world.ts'

export class Peer {
  readonly doc = keepFormattingAsWritten(new Y.Doc())
  readonly awareness = new awarenessProtocol.Awareness(this.doc)
  socket: TestSocket | null = null
  connection: Connection | null = null
  /** Frames not yet delivered to the server. */
  outgoing: Uint8Array[] = []
  /** Content frames sent on this connection, and how many were acknowledged. */
  sent = 0
  /** The own Yjs clock once so many content frames were sent: what an acknowledgement of them promises. */
  clockAt = [0]
  received = 0
  stored = 0
  /** Answers to sync step 1 on this connection. */
  steps = 0
  acknowledgements: { readonly state: number; readonly count: number }[] = []
  /** Awareness states as last heard, by client id. */
  readonly heard = new Map<number, unknown>()
  /** The client ids of each awareness frame. */
  readonly relayedAwareness: number[][] = []
  /** The updates that the server relayed, as bytes. */
  readonly relayed: Uint8Array[] = []

  /** A client id of the test's choosing makes a run repeatable: Yjs orders by it. */
  constructor(clientId?: number) {
    if (clientId !== undefined) this.doc.clientID = clientId
    this.awareness.setLocalState(null)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.isOpen) this.sendContent(update)
    })
  }

  get isOpen(): boolean {
    return this.socket !== null && this.socket.closedWith === null
  }

  attach(socket: TestSocket, connection: Connection): void {
    this.socket = socket
    this.connection = connection
    this.outgoing = []
    this.begin()
  }

  /** A connection is open: counts from nothing and asks for what is there. */
  begin(): void {
    this.sent = 0
    this.clockAt = [0]
    this.received = 0
    this.stored = 0
    this.steps = 0
    this.send(MESSAGE_SYNC, encoder => syncProtocol.writeSyncStep1(encoder, this.doc))
    this.deliver()
  }

  /** For subclasses that send at once. */
  deliver(): void {
    // Flushed by hand.
  }

  /** The line breaks: what was under way in either direction is lost. */
  drop(): void {
    this.outgoing = []
    this.socket?.cut()
    this.connection?.gone()
    this.socket = null
    this.connection = null
  }

  /** Text of the first block of French, made if there is none. */
  text(language: 'fr' | 'ja' = 'fr'): Y.XmlText {
    const fragment = this.doc.getXmlFragment(language)
    if (fragment.length === 0)
      this.doc.transact(() => {
        const block = new Y.XmlElement('block')
        block.insert(0, [new Y.XmlText()])
        fragment.insert(0, [block])
        block.setAttribute('kind', 'paragraph')
        block.setAttribute('id', `id-${language}`)
        block.setAttribute('unit', 'unit-1')
        // Numbers are attributes too; Yjs types them as strings.
        block.setAttribute('level', 1 as unknown as string)
      })
    return (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  }

  type(words: string): void {
    const text = this.text()
    text.insert(text.length, words)
  }

  read(): string {
    const block = this.doc.getXmlFragment('fr').get(0)
    return block instanceof Y.XmlElement ? block.toArray().join('') : ''
  }

  setCursor(state: Record<string, unknown> | null): void {
    this.awareness.setLocalState(state)
    this.sendAwareness(this.spokenAwareness())
  }

  /** The own state as the protocol writes it. */
  spokenAwareness(): Uint8Array {
    return awarenessProtocol.encodeAwarenessUpdate(this.awareness, [this.doc.clientID])
  }

  sendAwareness(update: Uint8Array): void {
    this.send(MESSAGE_AWARENESS, encoder => encoding.writeVarUint8Array(encoder, update))
  }

  sendContent(update: Uint8Array): void {
    this.#countContent()
    this.send(MESSAGE_SYNC, encoder => syncProtocol.writeUpdate(encoder, update))
  }

  send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.outgoing.push(encoding.toUint8Array(encoder))
    this.deliver()
  }

  /** Delivers what waits on both ways; true if there was anything. */
  flush(): boolean {
    const { socket, connection } = this
    if (!socket || !connection) return false
    const moved = this.outgoing.length + socket.outbox.length > 0
    for (const frame of this.outgoing.splice(0)) connection.receive(frame)
    for (const frame of socket.outbox.splice(0)) this.receive(frame)
    return moved
  }

  receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE_SYNC) this.#sync(decoder)
    else if (type === MESSAGE_AWARENESS) this.#hear(decoding.readVarUint8Array(decoder))
    else if (type === MESSAGE_ACK) {
      const state = decoding.readVarUint(decoder)
      const count = decoding.readVarUint(decoder)
      this.acknowledgements.push({ state, count })
      if (state === ACK_STORED) this.stored = count
      else this.received = count
    } else throw new Error(`the server sent a message of type ${type}`)
  }

  #countContent(): void {
    this.clockAt[++this.sent] = Y.getState(this.doc.store, this.doc.clientID)
  }

  #sync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === syncProtocol.messageYjsSyncStep1) {
      this.#countContent()
      this.send(MESSAGE_SYNC, encoder => {
        encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2)
        encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.doc, bytes))
      })
      return
    }
    if (step === syncProtocol.messageYjsUpdate) this.relayed.push(bytes)
    else this.steps++
    Y.applyUpdate(this.doc, bytes, this)
  }

  #hear(update: Uint8Array): void {
    awarenessProtocol.applyAwarenessUpdate(this.awareness, update, this)
    const decoder = decoding.createDecoder(update)
    const ids: number[] = []
    this.relayedAwareness.push(ids)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      ids.push(client)
      decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (state === null) this.heard.delete(client)
      else this.heard.set(client, state)
    }
  }
}
