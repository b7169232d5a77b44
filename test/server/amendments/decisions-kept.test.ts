/** [R4] [O1] Decisions that left with a version cannot change, and if somebody changes them by hand it is found. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../../server/maintenance/verify.ts'
import type { DialectName } from '../../../server/store/database.ts'
import type { VersionView } from '../../../shared/protocol/views.ts'
import { amendmentsOf, decideIn } from '../../support/deciding.ts'
import { receiveAnswer, transmitDraft } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { DIALECTS, openMigrated } from '../store/dialects.ts'

let room: TestRoom
let v2: VersionView

async function transmitV2(dialect: DialectName): Promise<void> {
  room = await createTestRoom({ database: await openMigrated(dialect) })
  const { draft } = await receiveAnswer(room)
  const [first, ...others] = (await amendmentsOf(room, draft)).amendments.map(({ key }) => key)
  await decideIn(room, draft, [first!], 'accepted')
  await decideIn(room, draft, others, 'rejected')
  v2 = await transmitDraft(room, 'japChair', draft)
}

const row = () => room.deps.db.selectFrom('version_decisions').selectAll().executeTakeFirstOrThrow()

for (const dialect of DIALECTS)
  describe(`the decisions of a version (${dialect})`, () => {
    beforeEach(() => transmitV2(dialect))
    afterEach(async () => {
      expect(room.faults).toEqual([])
      await room.close()
    })

    it('[R4] cannot be changed, removed or replaced: the database refuses it', async () => {
      const before = await row()
      const { db } = room.deps
      const update = sql`update version_decisions set canonical = '{}'`
      await expect(update.execute(db)).rejects.toThrow('cannot change')
      await expect(sql`delete from version_decisions`.execute(db)).rejects.toThrow('cannot change')
      const values = sql`(version_id, answer_version_id, canonical, sha256)
        values (${before.version_id}, ${before.answer_version_id}, '{}', 'x')`
      const replacements =
        dialect === 'sqlite'
          ? [
              sql`replace into version_decisions ${values}`,
              sql`insert or replace into version_decisions ${values}`,
            ]
          : [
              sql`insert into version_decisions ${values}
                on conflict (version_id) do update set canonical = excluded.canonical`,
              sql`truncate version_decisions`,
            ]
      for (const replacement of replacements)
        await expect(replacement.execute(db)).rejects.toThrow('cannot change')
      expect(await row()).toEqual(before)
    })

    it('[R4] have their hash in the act of transmission, and are verified', async () => {
      const { sha256 } = await row()
      expect(v2.decisions!.sha256).toBe(sha256)
      const acts = await room.get('fraDrafter', 'GET /api/acts', {})
      const act = acts.find(each => each.kind === 'version-transmitted' && each.detail.version === 'V2')
      expect(act!.detail.decisions).toBe(sha256)
      expect((await verify(room.deps.db)).findings).toEqual([])
    })
  })

describe('[O1] verify finds', () => {
  beforeEach(async () => {
    await transmitV2('sqlite')
    for (const act of ['update', 'delete', 'replace'])
      await sql.raw(`drop trigger version_decisions_refuse_${act}`).execute(room.deps.db)
  })
  afterEach(() => room.close())

  const findings = async () => (await verify(room.deps.db)).findings.join('\n')
  const run = (statement: string) => sql.raw(statement).execute(room.deps.db)

  it('a decision changed by hand', async () => {
    await run(`update version_decisions set canonical = replace(canonical, 'rejected', 'accepted')`)
    expect(await findings()).toMatch(
      /the decisions of version V2 .* were changed: their SHA-256 does not hold/,
    )
  })

  it('a decision changed together with its hash, by the log of acts', async () => {
    const { createHash } = await import('node:crypto')
    const canonical = (await row()).canonical.replaceAll('rejected', 'accepted')
    const sha256 = createHash('sha256').update(canonical).digest('hex')
    await room.deps.db.updateTable('version_decisions').set({ canonical, sha256 }).execute()
    expect(await findings()).toMatch(
      /^the decisions of version V2 \(.*\) are not those that the log of acts recorded when it was transmitted$/,
    )
  })

  it('decisions moved to another answer', async () => {
    const v1 = `(select id from versions where label = 'V1')`
    await run(`update version_decisions set answer_version_id = ${v1}`)
    expect(await findings()).toMatch(/the decisions of version V2 .* do not say that they are on version/)
  })

  it('decisions removed, and decisions put in for a version that had none', async () => {
    const { canonical, sha256, answer_version_id } = await row()
    await run('delete from version_decisions')
    expect(await findings()).toMatch(
      /the decisions of version V2, which the log of acts recorded, are not there/,
    )
    await room.deps.db
      .insertInto('version_decisions')
      .values({ version_id: answer_version_id, answer_version_id, canonical, sha256 })
      .execute()
    expect(await findings()).toMatch(/the decisions of version V1-FRA .* are not those that the log of acts/)
  })

  it('what is no record at all', async () => {
    await run(`update version_decisions set canonical = 'nothing'`)
    expect(await findings()).toMatch(/SHA-256 does not hold/)
  })
})
