import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFile, lockDataDirectory } from '../../../server/store/data-directory.ts'
import { openSqlite, PRAGMAS } from '../../../server/store/database.ts'
import { assertUpToDate, migrate } from '../../../server/store/migrations/migrator.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'concordance-store-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('a second server on the same directory is refused with a reason, until the first lets go', () => {
  const first = lockDataDirectory(directory)
  expect(() => lockDataDirectory(directory)).toThrow(/Another process is using/)
  first.release()
  lockDataDirectory(directory).release()
})

test('a process killed without warning leaves no lock behind', async () => {
  const script = `
    import { setFlagsFromString } from 'node:v8'
    import { runInNewContext } from 'node:vm'
    import { lockDataDirectory } from './server/store/data-directory.ts'
    lockDataDirectory(${JSON.stringify(directory)})
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
    await new Promise(setImmediate)
    runInNewContext('gc')()
    console.log('locked')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise(resolve => child.stdout.once('data', resolve))
  const gone = new Promise(resolve => child.once('exit', resolve))
  try {
    expect(() => lockDataDirectory(directory)).toThrow(/Another process is using/)
  } finally {
    child.kill('SIGKILL')
    await gone
  }
  lockDataDirectory(directory).release()
})

test('the pragmas hold: write-ahead log, full synchronisation, foreign keys', async () => {
  const db = openSqlite(databaseFile(directory))
  for (const [pragma] of PRAGMAS) {
    const [name, wanted] = pragma.split(' = ') as [string, string]
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
    const value = String(Object.values(rows[0]!)[0]).toUpperCase()
    expect([wanted, { FULL: '2', ON: '1' }[wanted]], pragma).toContain(value)
  }
  await db.destroy()
})

test('a transaction that reads first waits for a writer of another connection instead of failing', async () => {
  const [db, other] = [openSqlite(databaseFile(directory)), openSqlite(databaseFile(directory))]
  await migrate(db)
  await db.transaction().execute(async trx => {
    await trx.selectFrom('settings').selectAll().execute()
    // The other connection cannot get in between the reading and the writing.
    await sql`pragma busy_timeout = 0`.execute(other)
    await expect(sql`update settings set value = value`.execute(other)).rejects.toThrow(/locked/)
    await trx.updateTable('settings').set({ value: 'x' }).where('key', '=', 'room').execute()
  })
  await db.destroy()
  await other.destroy()
})

test('a migration that fails leaves the database as it was', async () => {
  const db = openSqlite(databaseFile(directory))
  await migrate(db)
  const failing = {
    name: '9999-failing',
    up: async (trx: typeof db) => {
      await trx.schema.createTable('half').addColumn('id', 'text').execute()
      throw new Error('killed here')
    },
  }
  const known = (await sql<{ name: string }>`select name from migrations`.execute(db)).rows
  const migrations = [...known.map(({ name }) => ({ name, up: async () => {} })), failing]
  await expect(migrate(db, migrations)).rejects.toThrow('killed here')
  await expect(sql`select * from half`.execute(db)).rejects.toThrow(/no such table/)
  expect((await sql`select name from migrations`.execute(db)).rows).toEqual(known)
  await db.destroy()
})

test('a database of a newer version is refused, and nothing of it is changed', async () => {
  const db = openSqlite(databaseFile(directory))
  await migrate(db)
  await sql`insert into migrations (name, at) values ('9999-from-the-future', 'x')`.execute(db)
  await expect(migrate(db)).rejects.toThrow(/newer version.*9999-from-the-future/)
  await expect(assertUpToDate(db)).rejects.toThrow(/newer version/)
  await db.destroy()
})

test('the command line does not touch a database of an older version', async () => {
  const db = openSqlite(databaseFile(directory))
  await expect(assertUpToDate(db)).rejects.toThrow(/older version/)
  expect((await sql`select name from sqlite_master where type = 'table'`.execute(db)).rows).toEqual([])
  await db.destroy()
})
