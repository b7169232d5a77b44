/** Settings of the whole room, made with the database. */
import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'

export type RoomSettings = {
  /** Changes when a backup is restored: a client with another one must not merge what it holds. */
  readonly epoch: string
  /** Tells this room's cookie from that of another room on the same host, whose port cookies ignore. */
  readonly room: string
}

export async function readSettings(db: Database): Promise<RoomSettings> {
  const rows = await db.selectFrom('settings').selectAll().execute()
  const get = (key: keyof RoomSettings) => {
    const row = rows.find(each => each.key === key)
    if (!row) throw new Error(`the database has no setting ${key}`)
    return row.value
  }
  return { epoch: get('epoch'), room: get('room') }
}

/** To be called when a backup takes the place of the database. */
export async function renewEpoch(db: Database): Promise<void> {
  await db.updateTable('settings').set({ value: randomUUID() }).where('key', '=', 'epoch').execute()
}
