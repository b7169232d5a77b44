/** The contract of the update log, and what only the log on disk must bear. */
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openSqliteUpdateLog, type SqliteUpdateLog } from '../../../server/sync/sqlite-update-log.ts'
import type { LoadedDraft, LoggedUpdate, UpdateLog } from '../../../server/sync/update-log.ts'
import type { DraftId, MandateId } from '../../../shared/model/ids.ts'
import { MemoryUpdateLog } from './support/memory-update-log.ts'
import { testDatabase } from './support/test-database.ts'

const A = 'draft-a' as DraftId
const B = 'draft-b' as DraftId

const cleanups: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function onDisk(): Promise<{ log: SqliteUpdateLog; file: string }> {
  const { file, remove } = await testDatabase()
  const log = openSqliteUpdateLog(file)
  cleanups.push(remove, () => log.close())
  return { log, file }
}

const LOGS: readonly [string, () => Promise<UpdateLog>][] = [
  ['SQLite', async () => (await onDisk()).log],
  ['memory', async () => new MemoryUpdateLog()],
]

describe.each(LOGS)('the update log in %s', (_name, open) => {
  it('knows nothing of a draft that nobody wrote in', async () => {
    const log = await open()
    expect(await log.load(A)).toEqual({
      state: null,
      seq: 0,
      updates: [],
      logRows: 0,
      logBytes: 0,
      damage: null,
    })
  })

  it('counts each draft from 1 and gives back the bytes in order', async () => {
    const log = await open()
    const first = typed('a', 2)
    const second = typed('b', 1)
    expect(await log.append([row(A, first[0]!), row(B, second[0]!), row(A, first[1]!)])).toEqual([1, 1, 2])
    expect(await log.append([row(A, second[0]!)])).toEqual([3])
    expect(plain(await log.load(A)).updates).toEqual([...first, ...second].map(plainBytes))
  })

  it('[R8] folds rows into a state without changing what is read', async () => {
    const log = await open()
    const updates = typed('mot ', 40)
    for (const bytes of updates) await log.append([row(A, bytes)])
    const before = documentOf(await log.load(A))
    await log.compact({ draft: A, seq: 30, state: stateOf(updates.slice(0, 30)), at: instant(9) })
    const loaded = await log.load(A)
    expect([loaded.logRows, loaded.seq, loaded.state !== null]).toEqual([10, 40, true])
    expect(documentOf(loaded)).toBe(before)
    expect(await log.append([row(A, updates[0]!)])).toEqual([41])
  })

  it('[R8] keeps who wrote when: one stretch for each mandate and sitting', async () => {
    const log = await open()
    const [x, y] = [typed('x', 6), typed('y', 2)]
    await log.append([
      row(A, x[0]!, 'one', instant(0)),
      row(A, y[0]!, 'two', instant(1)),
      row(A, x[1]!, 'one', instant(2)),
      row(A, x[2]!, 'one', instant(30)),
    ])
    await log.compact({ draft: A, seq: 4, state: stateOf([x[0]!, y[0]!, x[1]!, x[2]!]), at: instant(31) })
    await log.append([row(A, x[3]!, 'one', instant(35)), row(A, y[1]!, 'two', instant(36))])
    await log.compact({
      draft: A,
      seq: 6,
      state: stateOf([...x.slice(0, 4), ...y]),
      at: instant(37),
    })
    await log.append([row(A, x[4]!, 'one', instant(38))])
    const history = await log.history(A)
    expect(
      history.map(({ mandate, firstSeq, lastSeq, from, to }) => [mandate, firstSeq, lastSeq, from, to]),
    ).toEqual([
      ['one', 1, 3, instant(0), instant(2)],
      ['two', 2, 2, instant(1), instant(1)],
      ['one', 4, 5, instant(30), instant(35)],
      ['two', 6, 6, instant(36), instant(36)],
      ['one', 7, 7, instant(38), instant(38)],
    ])
    expect(textOf(history.map(({ bytes }) => bytes))).toBe(textOf([...x.slice(0, 5), ...y]))
  })

  it('holds a large update whole', async () => {
    const log = await open()
    const bytes = typed('長い文章'.repeat(60_000), 1)[0]!
    await log.append([row(A, bytes)])
    expect((await log.load(A)).updates[0]?.length).toBe(bytes.length)
  })
})

describe('the update log on disk', () => {
  it('[R9] survives a restart', async () => {
    const { log, file } = await onDisk()
    const updates = typed('a', 3)
    await log.append(updates.map(bytes => row(A, bytes)))
    await log.close()
    const again = openSqliteUpdateLog(file)
    cleanups.push(() => again.close())
    expect(plain(await again.load(A)).updates).toEqual(updates.map(plainBytes))
    expect(await again.append([row(A, updates[0]!)])).toEqual([4])
  })

  it('refuses to work once closed', async () => {
    const { log } = await onDisk()
    await log.load(A)
    await log.close()
    await expect(log.append([row(A, typed('a', 1)[0]!)])).rejects.toMatchObject({ failure: 'closed' })
  })

  it('[R9] a full disk refuses the whole batch, keeps all before it, and recovers without a restart', async () => {
    const { log } = await onDisk()
    const small = typed('a', 2)
    await log.append([row(A, small[0]!)])
    await log.limitPages(1)
    const large = typed('x'.repeat(100_000), 1)[0]!
    await expect(log.append([row(A, small[1]!), row(B, large)])).rejects.toMatchObject({ failure: 'full' })
    expect([(await log.load(A)).logRows, (await log.load(B)).logRows]).toEqual([1, 0])
    await log.limitPages(null)
    expect(await log.append([row(A, small[1]!), row(B, large)])).toEqual([2, 1])
  })

  it('a database that fails is said to fail, and is tried again', async () => {
    const { log, file } = await onDisk()
    await log.append([row(A, typed('a', 1)[0]!)])
    const other = new Database(file)
    other.exec('ALTER TABLE draft_updates RENAME TO elsewhere')
    await expect(log.append([row(A, typed('b', 1)[0]!)])).rejects.toMatchObject({ failure: 'failing' })
    other.exec('ALTER TABLE elsewhere RENAME TO draft_updates')
    other.close()
    expect(await log.append([row(A, typed('b', 1)[0]!)])).toEqual([2])
  })

  it('[R9] serves a draft whose stored state is corrupt from its history and log, and says so', async () => {
    const { log, file } = await onDisk()
    const updates = typed('mot ', 20)
    await log.append(updates.slice(0, 15).map(bytes => row(A, bytes)))
    await log.compact({ draft: A, seq: 15, state: stateOf(updates.slice(0, 15)), at: instant(1) })
    await log.append(updates.slice(15).map(bytes => row(A, bytes)))
    const before = documentOf(await log.load(A))
    const other = new Database(file)
    other.prepare('UPDATE draft_states SET bytes = ?').run(Buffer.from('spoilt'))
    other.close()
    const loaded = await log.load(A)
    expect(loaded.damage).toContain('check sum')
    expect(documentOf(loaded)).toBe(before)
  })

  it('marks a state with its SHA-256', async () => {
    const { log, file } = await onDisk()
    const updates = typed('a', 2)
    await log.append(updates.map(bytes => row(A, bytes)))
    const state = stateOf(updates)
    await log.compact({ draft: A, seq: 2, state, at: instant(1) })
    const other = new Database(file)
    const stored = other.prepare('SELECT "check", seq FROM draft_states').get()
    other.close()
    expect(stored).toEqual({ check: createHash('sha256').update(state).digest('hex'), seq: 2 })
  })
})

/** One client's updates: `words`, typed `times` times. */
function typed(words: string, times: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('t')
  for (let i = 0; i < times; i++) text.insert(text.length, words)
  return updates
}

function row(draft: DraftId, bytes: Uint8Array, mandate = 'm', at = instant(0)): LoggedUpdate {
  return { draft, mandate: mandate as MandateId, at, purpose: null, bytes }
}

function instant(minute: number): string {
  return new Date(Date.UTC(2000, 0, 1, 0, minute)).toISOString()
}

function stateOf(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates])
}

function documentOf({ state, updates }: LoadedDraft): string {
  return textOf(state === null ? updates : [state, ...updates])
}

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

function plain(loaded: LoadedDraft): { updates: number[][] } {
  return { updates: loaded.updates.map(plainBytes) }
}

function plainBytes(bytes: Uint8Array): number[] {
  return [...bytes]
}
