/** A sync server behind a real HTTP server, on a port of its own. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket as WsSocket } from 'ws'
import type { Admission, AdmissionRefusal } from '../../../../server/sync/sync-access.ts'
import type { SyncLimits } from '../../../../server/sync/sync-limits.ts'
import { createSyncServer } from '../../../../server/sync/sync-server.ts'
import type { SyncServer } from '../../../../server/sync/sync-service.ts'
import { MemoryUpdateLog } from './memory-update-log.ts'
import { TEST_EPOCH, TEST_ORIGIN } from './sync-process.ts'
import { admissionOf } from './sync-world.ts'

export class HttpWorld {
  readonly log = new MemoryUpdateLog()
  readonly faults: string[] = []
  /** What the policies answer, by the name in the cookie; everybody else may write. */
  readonly rights = new Map<string, Admission | AdmissionRefusal>()
  sync: SyncServer
  #server: Server | null = null
  port = 0
  readonly #limits: Partial<SyncLimits>

  constructor(limits: Partial<SyncLimits> = {}) {
    this.#limits = limits
    this.sync = this.#create()
  }

  async listen(): Promise<this> {
    const server = createServer((_request, response) => response.writeHead(200).end())
    this.sync.attach(server)
    await new Promise<void>(resolve => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.address() as AddressInfo).port
    this.#server = server
    return this
  }

  /** Stops as on SIGTERM and starts again at the same port. */
  async restart(): Promise<void> {
    await this.end()
    this.sync = this.#create()
    await this.listen()
  }

  async end(): Promise<void> {
    await this.sync.shutdown()
    this.#server?.closeAllConnections()
    await new Promise(resolve => (this.#server ? this.#server.close(resolve) : resolve(null)))
  }

  get address(): string {
    return `ws://127.0.0.1:${this.port}`
  }

  #create(): SyncServer {
    return createSyncServer({
      log: this.log,
      access: {
        admit: async (headers, draft) => {
          const name = headers.get('cookie') ?? ''
          return this.rights.get(name) ?? admissionOf(name, { draft })
        },
      },
      clock: () => new Date(),
      epoch: TEST_EPOCH,
      allowedOrigins: [TEST_ORIGIN],
      report: fault => this.faults.push(fault),
      limits: this.#limits,
    })
  }
}

/** The WebSocket class of somebody's browser: with the page's origin and the session's cookie. */
export function browserSocket(name: string, origin = TEST_ORIGIN): typeof WebSocket {
  return class extends WsSocket {
    constructor(url: string | URL) {
      super(url, { origin, headers: { cookie: name } })
    }
  } as unknown as typeof WebSocket
}

export async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; !condition(); i++) {
    if (i > 3000) throw new Error('it did not come to that')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
