/**
 * A sync server alone in a process, to be killed. Started early and told by a message when to open the
 * database, so that the time to start a process is not part of every kill.
 *
 * Everybody is admitted, under the name that their cookie says.
 */
import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import type { AddressInfo } from 'node:net'
import { openSqliteUpdateLog } from '../../../../server/sync/sqlite-update-log.ts'
import type { SyncLimits } from '../../../../server/sync/sync-limits.ts'
import { createSyncServer } from '../../../../server/sync/sync-server.ts'
import type { MandateId, PersonId } from '../../../../shared/model/ids.ts'

export const TEST_ORIGIN = 'http://room.test'
export const TEST_EPOCH = 'epoch-1'

export type StartMessage = { readonly file: string; readonly limits: Partial<SyncLimits> }
export type StartedMessage = { readonly port: number }

// A killed process does not write its compile cache: the first one does it here, for all that follow.
flushCompileCache()

process.once('message', ({ file, limits }: StartMessage) => {
  const sync = createSyncServer({
    log: openSqliteUpdateLog(file),
    access: {
      admit: async (headers, draft) => {
        const name = headers.get('cookie') ?? ''
        return {
          draft,
          person: `person-${name}` as PersonId,
          mandate: `mandate-${name}` as MandateId,
          name,
          access: name.startsWith('reader') ? 'read' : 'write',
          shows: true,
        }
      },
    },
    clock: () => new Date(),
    epoch: TEST_EPOCH,
    allowedOrigins: [TEST_ORIGIN],
    limits,
  })
  const server = createServer()
  sync.attach(server)
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port } satisfies StartedMessage)
  })
  process.once('SIGTERM', () => {
    server.close()
    void sync.shutdown().then(() => process.exit(0))
  })
})
