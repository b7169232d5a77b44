/** No room on the disk, with the real log and the real client: nothing lost, nothing half-written, no restart. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openSqliteUpdateLog } from '../../../server/sync/sqlite-update-log.ts'
import { CLOSE } from '../../../shared/protocol/sync-protocol.ts'
import { DRAFT, SyncWorld } from './support/sync-world.ts'
import { testDatabase } from './support/test-database.ts'

describe('a full disk', () => {
  it('[R9] disconnects the writer without acknowledging, and stores all of it once there is room', async () => {
    const { file, remove } = await testDatabase()
    const log = openSqliteUpdateLog(file)
    const world = new SyncWorld({}, log)
    const [a, reader] = [world.enter('a'), world.enter('reader', { access: 'read' })]
    await world.until(() => a.stored === 1)
    a.type('stocké. ')
    await world.until(() => a.stored === a.sent)

    await log.limitPages(1)
    let words = 0
    while (a.isOpen) {
      a.type(`mot${words++} `.repeat(200))
      await world.settle()
    }
    expect(a.socket?.closedWith).toBe(CLOSE.tryLater)
    const [acknowledged, typed] = [a.clockAt[a.stored]!, a.read()]
    expect(reader.isOpen).toBe(true)

    // A server that starts now serves exactly what was acknowledged.
    const witness = new SyncWorld({}, openSqliteUpdateLog(file))
    const after = witness.enter('after', { access: 'read' })
    await witness.until(() => after.steps === 1)
    expect(Y.getState(after.doc.store, a.doc.clientID)).toBe(acknowledged)
    expect(typed.startsWith(after.read()) && typed !== after.read()).toBe(true)
    await witness.rooms.shutdown()

    await log.limitPages(null)
    world.enter('a', {}, a)
    await world.until(() => a.stored === a.sent && a.sent > 0)
    await world.until(() => reader.read() === typed)
    await world.rooms.shutdown()
    remove()
  })

  it('[R9] a draft that cannot be loaded sends people to come again, and is served when it can', async () => {
    const { file, remove } = await testDatabase()
    const log = openSqliteUpdateLog(file)
    const world = new SyncWorld({}, log)
    const other = new Database(file)
    other.exec('ALTER TABLE draft_updates RENAME TO elsewhere')
    const a = world.enter('a')
    await world.until(() => a.socket?.closedWith === CLOSE.tryLater)
    other.exec('ALTER TABLE elsewhere RENAME TO draft_updates')
    other.close()
    world.enter('a', {}, a)
    a.type('mot')
    await world.until(() => a.stored === a.sent && a.sent > 1)
    expect((await world.rooms.readText(DRAFT)).fr).toHaveLength(1)
    await world.rooms.shutdown()
    remove()
  })
})
