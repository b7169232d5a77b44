/** [fault 2] Killed in the middle of a backup, of putting one back, or of a migration. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp, restore } from '../../../server/maintenance/backup.ts'
import { databaseFile } from '../../../server/store/data-directory.ts'
import { openSqlite } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'

const PROCESS = fileURLToPath(new URL('../../support/killed-at.ts', import.meta.url))

let directory: string
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'concordance-killed-'))
  await mark('before')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** Makes the database tell which one it is. */
async function mark(word: string): Promise<void> {
  const db = openSqlite(databaseFile(directory))
  await migrate(db)
  await db
    .insertInto('settings')
    .values({ key: 'mark', value: word })
    .onConflict(on => on.column('key').doUpdateSet({ value: word }))
    .execute()
  await db.destroy()
}

/** What a sound database says of itself; throws for one that is not. */
async function markOf(file: string): Promise<string> {
  if (!existsSync(file)) throw new Error(`there is no ${file}`)
  const db = openSqlite(file)
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'mark')
    .executeTakeFirstOrThrow()
  await db.destroy()
  expect(rows).toEqual([{ integrity_check: 'ok' }])
  return row.value
}

/** Runs it once for every point at which it can be killed, and looks at what is left each time. */
async function atEveryPoint(
  act: 'backup' | 'restore',
  file: string,
  prepare: () => void,
  look: (point: number) => Promise<void>,
): Promise<number> {
  for (let point = 1; ; point++) {
    prepare()
    const { signal, status, stderr } = spawnSync('node', [PROCESS, act, directory, file, String(point)], {
      encoding: 'utf8',
    })
    if (signal !== 'SIGKILL') {
      expect([status, stderr]).toEqual([0, ''])
      return point - 1
    }
    await look(point)
  }
}

test('a backup that is killed is not there, and can be made again', async () => {
  const file = join(directory, 'copy.db')
  const points = await atEveryPoint(
    'backup',
    file,
    () => rmSync(file, { force: true }),
    async point => {
      if (existsSync(file)) expect(await markOf(file), `point ${point}`).toBe('before')
      else backUp(directory, file)
      expect(await markOf(file), `point ${point}`).toBe('before')
      expect(await markOf(databaseFile(directory)), `point ${point}`).toBe('before')
    },
  )
  expect(points).toBeGreaterThanOrEqual(3)
}, 60_000)

test('putting back a backup that is killed leaves the one database or the other, whole, under its name', async () => {
  const backup = join(directory, 'copy.db')
  backUp(directory, backup)
  await mark('after')
  const kept = join(directory, 'kept.db')
  backUp(directory, kept)
  const file = databaseFile(directory)
  const seen = new Set<string>()
  const points = await atEveryPoint(
    'restore',
    backup,
    () => {
      for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
      copyFileSync(kept, file)
      rmSync(`${file}.before-2031-01-10T09-00-00-000Z`, { force: true })
    },
    async point => {
      const found = await markOf(file)
      expect(['before', 'after'], `point ${point}`).toContain(found)
      seen.add(found)
      // And it can be done again.
      await restore(directory, backup, '2031-01-10T10:00:00.000Z')
      expect(await markOf(file), `point ${point}`).toBe('before')
      rmSync(`${file}.before-2031-01-10T10-00-00-000Z`, { force: true })
    },
  )
  expect(points).toBeGreaterThanOrEqual(4)
  expect([...seen].sort()).toEqual(['after', 'before'])
}, 60_000)

test('a migration that is killed half-way is done whole at the next start', async () => {
  const script = `
    import { openSqlite } from './server/store/database.ts'
    import { migrate } from './server/store/migrations/migrator.ts'
    const db = openSqlite(${JSON.stringify(databaseFile(directory))})
    const known = (await db.selectFrom('migrations').select('name').execute()).map(({ name }) => ({ name, up: async () => {} }))
    await migrate(db, [...known, {
      name: '9999-half',
      up: async trx => {
        await trx.schema.createTable('half').addColumn('id', 'text').execute()
        process.kill(process.pid, 'SIGKILL')
      },
    }])`
  const killed = spawnSync('node', ['--input-type=module-typescript', '-e', script], { encoding: 'utf8' })
  expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', ''])
  expect(await markOf(databaseFile(directory))).toBe('before')
  const db = openSqlite(databaseFile(directory))
  await expect(sql`select * from half`.execute(db)).rejects.toThrow(/no such table/)
  expect(await migrate(db)).toEqual([])
  await db.destroy()
})
