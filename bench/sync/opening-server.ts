/** Opens a text cold, from its log and from its compacted state: `node opening-server.ts <file of updates>`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrations/migrator.ts'
import { openSqliteUpdateLog } from '../../server/sync/sqlite-update-log.ts'
import { createSyncServer } from '../../server/sync/sync-server.ts'
import type { DraftId, MandateId } from '../../shared/model/ids.ts'

export type Opening = {
  /** Null for a text whose log would have been compacted. */ readonly fromLog: number | null
  readonly fromState: number
  readonly stateBytes: number
}

const DRAFT = 'draft' as DraftId
const BATCH = 5000

const bytes = readFileSync(process.argv[2]!)
const count = bytes.readUInt32LE(0)
let offset = 4 + 4 * count
const updates = Array.from({ length: count }, (_, i) => {
  const length = bytes.readUInt32LE(4 + 4 * i)
  offset += length
  return Uint8Array.from(bytes.subarray(offset - length, offset))
})

const directory = mkdtempSync(join(tmpdir(), 'concordance-bench-'))
const file = join(directory, 'bench.db')
const db = openSqlite(file)
await migrate(db)
await db.destroy()
const row = { draft: DRAFT, mandate: 'mandate' as MandateId, at: new Date().toISOString(), purpose: null }
const filling = openSqliteUpdateLog(file)
for (let i = 0; i < updates.length; i += BATCH)
  await filling.append(updates.slice(i, i + BATCH).map(update => ({ ...row, bytes: update })))
await filling.close()

// Once without measuring: the code is loaded and warm in a server that has been running.
await open('nothing')
const fromLog = await open(DRAFT)
const fromState = await open(DRAFT)
const log = openSqliteUpdateLog(file)
const { state } = await log.load(DRAFT)
await log.close()
rmSync(directory, { recursive: true })
process.send?.({
  fromLog: count > 1 ? fromLog : null,
  fromState,
  stateBytes: state?.length ?? 0,
} satisfies Opening)

/** Milliseconds until the text was read; stopping afterwards compacts it. */
async function open(draft: string): Promise<number> {
  const sync = createSyncServer({
    log: openSqliteUpdateLog(file),
    access: { admit: async () => 'not-found' },
    clock: () => new Date(),
    epoch: 'bench',
    allowedOrigins: [],
  })
  await sync.readText('another' as DraftId)
  const started = performance.now()
  await sync.readText(draft as DraftId)
  const taken = performance.now() - started
  await sync.shutdown()
  return taken
}
