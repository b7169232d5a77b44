/** A client of the protocol on a real socket. */
import { once } from 'node:events'
import WebSocket from 'ws'
import type { DraftId } from '../../../../shared/model/ids.ts'
import { roomAddress } from '../../../../shared/protocol/sync-protocol.ts'
import { Peer } from './peer.ts'
import { TEST_EPOCH, TEST_ORIGIN } from './sync-process.ts'

export class WireClient extends Peer {
  readonly ws: WebSocket
  readonly closed: Promise<number>
  #changed: (() => void)[] = []

  constructor(port: number, draft: DraftId, name: string) {
    super()
    this.ws = new WebSocket(`ws://127.0.0.1:${port}${roomAddress(draft, TEST_EPOCH)}`, {
      origin: TEST_ORIGIN,
      headers: { cookie: name },
      perMessageDeflate: false,
    })
    this.ws.on('error', () => {
      // `close` follows; a killed server is the point of these tests.
    })
    this.closed = new Promise(resolve => this.ws.on('close', code => this.#resolveClosed(resolve, code)))
    this.ws.on('open', () => this.begin())
    this.ws.on('message', (data: Buffer) => {
      this.receive(new Uint8Array(data))
      this.deliver()
    })
  }

  override get isOpen(): boolean {
    return this.ws?.readyState === WebSocket.OPEN
  }

  /** Sends what the peer has written. */
  override deliver(): void {
    for (const frame of this.outgoing.splice(0)) if (this.isOpen) this.ws.send(frame)
    for (const changed of this.#changed.splice(0)) changed()
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.ws.readyState >= WebSocket.CLOSING) throw new Error('the connection is closed')
      await new Promise<void>(resolve => this.#changed.push(resolve))
    }
  }

  /** Resolves once the server's text has come. */
  async synced(): Promise<this> {
    if (this.ws.readyState === WebSocket.CONNECTING) await once(this.ws, 'open')
    await this.until(() => this.steps > 0)
    return this
  }

  /** Resolves in the very turn in which the next acknowledgement arrives. */
  acknowledged(): Promise<void> {
    const before = this.acknowledgements.length
    return this.until(() => this.acknowledgements.length > before)
  }

  #resolveClosed(resolve: (code: number) => void, code: number): void {
    resolve(code)
    for (const changed of this.#changed.splice(0)) changed()
  }
}
