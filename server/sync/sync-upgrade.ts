/**
 * From an HTTP upgrade request to a socket in a room. Origin, session, mandate and audience are decided
 * before the 101, with a status; schema and epoch right after it with a close code, before anything is read,
 * because a browser shows a page the close code but not the status.
 */
import type { IncomingMessage, Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { DraftId } from '../../shared/model/ids.ts'
import { CLOSE, MAX_FRAME_BYTES, SCHEMA_VERSION, SYNC_PATH } from '../../shared/protocol/sync-protocol.ts'
import type { Admission, AdmissionRefusal } from './sync-access.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { Rooms } from './sync-server.ts'
import type { SyncDependencies } from './sync-service.ts'
import { socketOf } from './web-socket.ts'

export type SyncUpgradeOptions = Pick<SyncDependencies, 'access' | 'epoch' | 'allowedOrigins'> & {
  readonly limits: SyncLimits
  readonly report: (fault: string, cause?: unknown) => void
  readonly rooms: Rooms
}

/** A frame this much too large is still read, so that the sender can be told with a code of ours. */
const READ_BEYOND = 64 * 1024

const REFUSAL_STATUS: Readonly<Record<AdmissionRefusal, number>> = {
  'not-signed-in': 401,
  'not-found': 404,
  'draft-closed': 410,
}

export class SyncUpgrade {
  readonly #options: SyncUpgradeOptions
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES + READ_BEYOND,
    perMessageDeflate: false,
  })
  readonly #answered = new WeakSet<WebSocket>()
  readonly #pinging: NodeJS.Timeout

  constructor(options: SyncUpgradeOptions) {
    this.#options = options
    this.#pinging = setInterval(() => this.#ping(), options.limits.ping)
    this.#pinging.unref()
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // A request line is the sender's word: what is no address at all must not throw.
      const address = URL.parse(request.url ?? '/', 'http://localhost')
      if (!address?.pathname.startsWith(`${SYNC_PATH}/`)) {
        // Somebody else's, such as the hot reload of development; without anybody it would hang.
        if (server.listenerCount('upgrade') === 1) refuse(socket, 404)
        return
      }
      socket.on('error', () => {
        // A client that goes away during the upgrade; ws installs its own handler afterwards.
      })
      this.#admit(request, address).then(
        admitted => {
          if (typeof admitted === 'number') refuse(socket, admitted)
          else if (!socket.destroyed) this.#open(request, socket, head, address, admitted)
        },
        (cause: unknown) => {
          this.#options.report('an upgrade failed', cause)
          refuse(socket, 500)
        },
      )
    })
  }

  /** Ends what is still open after `grace` milliseconds. */
  async close(grace: number): Promise<void> {
    clearInterval(this.#pinging)
    const until = performance.now() + grace
    while (this.#sockets.clients.size > 0 && performance.now() < until)
      await new Promise(resolve => setTimeout(resolve, 10))
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
  }

  async #admit(request: IncomingMessage, address: URL): Promise<Admission | number> {
    const { access, allowedOrigins, limits, rooms } = this.#options
    const draft = draftOf(address)
    if (draft === null) return 404
    if (!allowedOrigins.includes(request.headers.origin ?? '')) return 403
    if (rooms.isClosing) return 503
    const admission = await access.admit(headersOf(request), draft)
    if (typeof admission === 'string') return REFUSAL_STATUS[admission]
    const { all, own } = rooms.count(admission.person)
    if (own >= limits.connectionsPerPerson) return 429
    return all >= limits.connections || rooms.isClosing ? 503 : admission
  }

  #open(request: IncomingMessage, stream: Duplex, head: Buffer, address: URL, admission: Admission): void {
    const { epoch, rooms } = this.#options
    this.#sockets.handleUpgrade(request, stream, head, socket => {
      socket.on('error', () => {
        // ws closes the socket after any error; `close` follows.
      })
      const query = address.searchParams
      if (query.get('schema') !== String(SCHEMA_VERSION)) return socket.close(CLOSE.schema)
      if (query.get('epoch') !== epoch) return socket.close(CLOSE.restored)
      this.#answered.add(socket)
      const connection = rooms.enter(
        socketOf(socket, stream),
        admission,
        headersOf(request),
        query.get('ack') === '1',
      )
      socket.on('message', (data, isBinary) => {
        this.#answered.add(socket)
        if (isBinary) connection.receive(data as Buffer)
        else connection.end(CLOSE.malformed)
      })
      socket.on('pong', () => this.#answered.add(socket))
      socket.on('close', () => connection.gone())
    })
  }

  /** Whoever has been silent since the last ping is gone, whatever the network says. */
  #ping(): void {
    for (const socket of this.#sockets.clients)
      if (this.#answered.delete(socket)) socket.ping()
      else socket.terminate()
  }
}

function draftOf(address: URL): DraftId | null {
  const id = address.pathname.slice(SYNC_PATH.length + 1)
  return /^[A-Za-z0-9_-]{1,64}$/.test(id) ? (id as DraftId) : null
}

/** The cookies are all that the policies read; the rest would only be kept in memory. */
function headersOf(request: IncomingMessage): Headers {
  return new Headers(request.headers.cookie ? { cookie: request.headers.cookie } : {})
}

function refuse(socket: Duplex, status: number): void {
  if (socket.destroyed) return
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
