import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backUp, restore } from '../../../server/maintenance/backup.ts'
import { verify } from '../../../server/maintenance/verify.ts'
import { newId } from '../../../server/new-id.ts'
import { readRecord } from '../../../server/presenters/record-file.ts'
import { provideDemonstration } from '../../../server/seed/provide-demonstration.ts'
import { databaseFile, lockDataDirectory } from '../../../server/store/data-directory.ts'
import { type Database, openSqlite } from '../../../server/store/database.ts'
import { getCurrentEdition } from '../../../server/store/editions.ts'
import { insertLink } from '../../../server/store/links.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import { findPersonByLogin, listMandates } from '../../../server/store/people.ts'
import { findSession, openSession } from '../../../server/store/sessions.ts'
import { readSettings } from '../../../server/store/settings.ts'

let directory: string
let data: string
let db: Database
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'concordance-cli-'))
  data = join(directory, 'data')
  lockDataDirectory(data).release()
  db = openSqlite(databaseFile(data))
  await migrate(db)
  await provideDemonstration(db, data, newId)
})
afterEach(async () => {
  await db.destroy()
  rmSync(directory, { recursive: true, force: true })
})

/** Runs a command as a person would, beside the room. */
function cli(...args: string[]): { status: number | null; out: string; error: string } {
  const env = { ...process.env, CONCORDANCE_DATA: data, CONCORDANCE_ORIGIN: 'https://room.example' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli.ts', ...args], {
    env,
    encoding: 'utf8',
  })
  return { status, out: stdout, error: stderr }
}

describe('the command line', () => {
  test('[M5] invites: the link it prints is that of an invitation to this mandate', async () => {
    const { status, out } = cli('invite', '--role', 'drafter', '--side', 'jap', '--organisation', 'COPIL jap')
    expect(status).toBe(0)
    const token = /^https:\/\/room\.example\/join#([\w-]{43})$/m.exec(out)?.[1]
    expect(token).toBeDefined()
    const link = await db.selectFrom('links').selectAll().executeTakeFirstOrThrow()
    expect(JSON.parse(link.payload)).toMatchObject({
      role: 'drafter',
      side: 'jap',
      title: { fr: 'COPIL JAP – rédaction' },
    })
    expect(JSON.stringify(link)).not.toContain(token)
    const act = await db.selectFrom('acts').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(act).toMatchObject({ kind: 'invited', mandate_id: null })
  })

  test('lists people, and ends a mandate named by its id', async () => {
    const people = cli('people')
    const id = /^ {2}(mandate-\w+) {2}reviewer fra/m.exec(people.out)![1]!
    expect(cli('end-mandate', id)).toMatchObject({ status: 0 })
    expect(cli('people').out).toMatch(new RegExp(`${id}.*ended`))
    expect(cli('end-mandate', id)).toMatchObject({ status: 1 })
  })

  test('makes a sign-in link for a login', () => {
    expect(cli('sign-in-link', 'DEMO-FRA-CHAIR').out).toMatch(/\/join#[\w-]{43}/)
    expect(cli('sign-in-link', 'nobody')).toMatchObject({ status: 1, error: 'Nobody signs in as nobody.\n' })
  })

  test('says what it did not understand, and how it would', () => {
    for (const [args, words] of [
      [['frobnicate'], 'There is no command frobnicate'],
      [['invite', '--role', 'king'], '--role is one of'],
      [['invite', '--role', 'chair'], 'A chair has a --side'],
      [['invite', '--rule', 'chair'], "Unknown option '--rule'"],
      [['backup'], 'It needs: a file to write'],
      [['people', 'all'], 'It takes no operands'],
    ] as const) {
      const { status, error } = cli(...args)
      expect([status, error]).toEqual([2, expect.stringContaining(words)])
    }
    expect(cli('people', '--data', join(directory, 'nowhere')).error).toContain('There is no room in')
  })

  test('[O1] verify takes a record that somebody exported, and check says of it what it is, without the room', async () => {
    const edition = (await getCurrentEdition(db))!
    const mandates = (await listMandates(db, edition.id)).filter(({ role }) => role === 'organiser')
    const record = await readRecord(db, edition, mandates, '2026-06-10T08:00:00.000Z')
    const file = join(directory, 'record.json')
    const write = (content: string) => writeFileSync(file, content)
    write(JSON.stringify(record))
    expect(cli('verify', '--record', file)).toMatchObject({ status: 0 })
    expect(cli('check', file)).toMatchObject({ status: 0, out: expect.stringContaining('Everything holds.') })

    write(JSON.stringify(record).replaceAll('V1-FRA', 'V9'))
    expect(cli('check', file)).toMatchObject({ status: 1, error: expect.stringContaining('was changed') })
    write(JSON.stringify(record).replaceAll('"hash":"', '"hash":"0'))
    expect(cli('verify', '--record', file)).toMatchObject({
      status: 1,
      error: expect.stringContaining('is not in this room as the record has it'),
    })
    write('{}')
    expect(cli('verify', '--record', file)).toMatchObject({
      status: 1,
      error: expect.stringContaining('is no record of acts'),
    })
    expect(cli('check', join(directory, 'none'))).toMatchObject({ status: 1 })
  })

  test('[O1] verify says in one line that all is well, and with its exit status that it is not', async () => {
    expect(cli('verify')).toMatchObject({ status: 0, out: expect.stringContaining('every hash holds') })
    await sql`drop trigger acts_refuse_update`.execute(db)
    await sql`update acts set at = '2031-01-01T00:00:00.000Z' where seq = 3`.execute(db)
    expect(cli('verify')).toMatchObject({ status: 1, error: expect.stringContaining('act 3') })
  })
})

describe('[O1] a backup', () => {
  test('is one consistent file, made while the room is open and writing', async () => {
    const lock = lockDataDirectory(data)
    const file = join(directory, 'backup.db')
    await db.transaction().execute(async trx => {
      await trx.updateTable('people').set({ name: 'not committed' }).execute()
      backUp(data, file)
    })
    lock.release()
    const copy = openSqlite(file)
    expect(await verify(copy)).toMatchObject({ findings: [], checked: { versions: 4, drafts: 1 } })
    const names = await copy.selectFrom('people').select('name').execute()
    expect(names.map(row => row.name)).not.toContain('not committed')
    await copy.destroy()
    expect(() => backUp(data, file)).toThrow(/exists already/)
    // What a killed backup leaves behind is in nobody's way.
    const next = join(directory, 'next.db')
    writeFileSync(`${next}.partial`, 'half')
    backUp(data, next)
    expect(readdirSync(directory).filter(name => name.includes('partial'))).toEqual([])
  })

  test('is put back with a new epoch; nobody is signed in, no link is open, the old database is kept', async () => {
    const person = (await findPersonByLogin(db, 'demo-fra-chair'))!.person
    const now = new Date().toISOString()
    const { token } = await openSession(db, { id: newId('session'), person: person.id }, now)
    await insertLink(db, { id: newId('link'), purpose: 'sign-in', person: person.id, createdBy: null }, now)
    const before = await readSettings(db)
    const file = join(directory, 'backup.db')
    backUp(data, file)
    await db.updateTable('people').set({ name: 'changed since' }).execute()
    await db.destroy()

    const { setAside } = await restore(data, file, now)
    db = openSqlite(databaseFile(data))
    const after = await readSettings(db)
    expect(after.epoch).not.toBe(before.epoch)
    expect(await findSession(db, token, now)).toBeUndefined()
    expect(await db.selectFrom('links').selectAll().where('withdrawn_at', 'is', null).execute()).toEqual([])
    expect((await findPersonByLogin(db, 'demo-fra-chair'))!.person.name).toBe(person.name)
    expect((await verify(db)).findings).toEqual([])
    const old = new SqliteFile(setAside!, { readonly: true })
    expect(old.prepare('select distinct name from people').all()).toEqual([{ name: 'changed since' }])
    old.close()
  })

  test('is not put back while the room is open, nor when it is no sound backup', async () => {
    const file = join(directory, 'backup.db')
    backUp(data, file)
    const lock = lockDataDirectory(data)
    await expect(restore(data, file, 'now')).rejects.toThrow(/Another process is using/)
    lock.release()
    const damaged = join(directory, 'damaged.db')
    const bytes = readFileSync(file)
    bytes.fill(0x55, 4096, 12_288)
    writeFileSync(damaged, bytes)
    const other = join(directory, 'other.txt')
    writeFileSync(other, 'something else entirely')
    for (const wrong of [damaged, other, join(directory, 'missing.db')])
      await expect(restore(data, wrong, 'now'), wrong).rejects.toThrow(/no sound backup|There is no file/)
    expect((await verify(db)).findings).toEqual([])
  })
})

describe('[O1] verify finds what was changed by hand:', () => {
  const version = "where label = 'V1'"
  for (const [what, tamper, finding] of [
    [
      'a word of a version',
      `update versions set canonical = replace(canonical, 'Nous', 'Vous') ${version}`,
      /version V1.*SHA-256/,
    ],
    [
      'a version with a new hash to match',
      `update versions set canonical = '{"facts":{},"format":"concordance-text/1","fr":[],"ja":[]}', sha256 = '5e' ${version}`,
      /version V1/,
    ],
    [
      'the state of a version',
      `update versions set state = (select state from versions where label = 'V1-FRA') ${version}`,
      /version V1.*does not read as/,
    ],
    [
      'bytes that are no state',
      `update versions set state = x'00ff00ff' ${version}`,
      /version V1.*(cannot be rebuilt|does not read)/,
    ],
    ['an act', `update acts set detail = '{}' where seq = 4`, /act 4 .*was changed/],
    [
      'an act removed',
      'delete from act_chains where act_seq = 5; delete from acts where seq = 5',
      /act 6 follows act 4/,
    ],
    [
      'the link of an act in the chain of its circle',
      "update act_chains set hash = 'a' where act_seq = 4",
      /the chain \w+ of edition-\w+: act \d+ .*was changed/,
    ],
    [
      'the beginning of a draft’s log removed',
      'delete from draft_updates where seq = 1',
      /draft draft-\w+: update 1 is missing/,
    ],
    [
      'a damaged update',
      "update draft_updates set bytes = x'0102' where seq = 2",
      /draft draft-\w+ cannot be rebuilt/,
    ],
  ] as const)
    test(what, async () => {
      for (const table of ['versions', 'acts', 'act_chains'])
        for (const act of ['update', 'delete'])
          await sql.raw(`drop trigger ${table}_refuse_${act}`).execute(db)
      for (const statement of tamper.split('; ')) await sql.raw(statement).execute(db)
      const { findings } = await verify(db)
      expect(findings.join('\n')).toMatch(finding)
    })

  test('a version removed', async () => {
    for (const table of ['versions'])
      for (const act of ['update', 'delete']) await sql.raw(`drop trigger ${table}_refuse_${act}`).execute(db)
    await sql`pragma foreign_keys = OFF`.execute(db)
    await sql.raw(`delete from versions ${version}`).execute(db)
    const { findings } = await verify(db)
    expect(findings.join('\n')).toMatch(/V1-FRA.*has number 3; 2 is missing/)
    expect(findings.join('\n')).toMatch(/names a row of versions that is not there/)
  })

  test('a stored state that is not what its check says, which is served from the log meanwhile', async () => {
    const { id } = await db.selectFrom('drafts').select('id').executeTakeFirstOrThrow()
    const row = { draft_id: id, seq: 1, bytes: new Uint8Array([0, 0]), check: 'no', made_at: 'now' }
    await db.insertInto('draft_states').values(row).execute()
    const { findings } = await verify(db)
    expect(findings).toEqual([expect.stringContaining('does not match its check')])
  })
})
