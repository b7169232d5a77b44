import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import { openSqliteUpdateLog } from '../../../server/sync/sqlite-update-log.ts'
import { createSyncServer } from '../../../server/sync/sync-server.ts'
import { pairHashes } from '../../../shared/model/agreement.ts'
import type { DraftId, MandateId, PersonId } from '../../../shared/model/ids.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { agreedText } from '../agreed-text.ts'
import { ORIGIN } from '../wire.ts'
import { listen } from './serve.ts'

const directory = mkdtempSync(join(tmpdir(), 'concordance-bench-'))
process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
process.on('SIGTERM', () => process.exit(0))
const file = join(directory, 'bench.db')
const db = openSqlite(file)
await migrate(db)
await db.destroy()

/** One unit of so many has words in both languages; the first of them are locked. */
const units = Number(process.env.BENCH_UNITS ?? 0)
const locked = Number(process.env.BENCH_LOCKED ?? 0)
const text = agreedText(units)
const pairs = new Map([...(await pairHashes(text))].slice(0, locked))

let people = 0
const sync = createSyncServer({
  log: openSqliteUpdateLog(file),
  access: {
    admit: async (_headers, draft) => {
      const n = ++people
      return {
        draft,
        person: `0190f3a2-person-${n}` as PersonId,
        // The length of the ids that the application makes: they are written with every row.
        mandate: `mandate-${String(n).padStart(14, '0')}` as MandateId,
        name: `Person ${n}`,
        access: 'write',
        shows: true,
      }
    },
  },
  locks: async () => pairs,
  clock: () => new Date(),
  epoch: 'bench',
  allowedOrigins: [ORIGIN],
  // Nobody here is to be slowed down; every other bound stays.
  limits: { framesPerSecond: 1e9, frameBurst: 1e9, connections: 5000, idle: 600_000, recheck: 600_000 },
})
if (units > 0)
  await sync.begin('room-0' as DraftId, newDocumentState(text), 'mandate-00000000000000' as MandateId)
const server = createServer()
sync.attach(server)
listen(server, async rooms => {
  for (let i = 0; i < rooms; i++) await sync.readText(`empty-${i}` as DraftId)
})
