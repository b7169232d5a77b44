import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../../server/maintenance/verify.ts'
import { asked, consentAs, openJoint } from '../../support/changing.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
  const { draft } = await openJoint(room)
  const change = await asked(room, 'fraChair', draft.id, { consents: true })
  await consentAs(room, 'japChair', change)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const findings = async () => (await verify(room.deps.db)).findings.join('\n')

describe('[O1] [S2] verify of changes of units', () => {
  test('finds nothing where nobody touched them', async () => {
    expect(await findings()).toBe('')
  })

  for (const [what, tamper, finding] of [
    [
      'other words',
      `update unit_changes set words_after = words_before`,
      /are not those that it was asked with/,
    ],
    [
      'a consent taken out',
      `delete from unit_change_answers where side = 'jap'`,
      /without the consent of both/,
    ],
    [
      'a consent made a refusal',
      `update unit_change_answers set outcome = 'declined' where side = 'jap'`,
      /without the consent of both/,
    ],
    [
      'one that nobody asked for',
      `insert into unit_changes select id || 2, text_id, draft_id, unit_id, words_before, words_after, before_sha256,
        after_sha256, bracket_id, 'jap', asked_for, reason, mandate_id, at, made_at, withdrawn_at from unit_changes`,
      /never recorded as asked for/,
    ],
    ['one that is gone', 'delete from unit_changes', /of the log of acts is gone/],
  ] as const)
    test(`finds ${what}`, async () => {
      const { db } = room.deps
      // Whoever tampers with the file is not held by its triggers.
      await sql`pragma foreign_keys = off`.execute(db)
      for (const table of ['unit_changes', 'unit_change_answers'])
        for (const act of ['update', 'delete', 'replace'])
          await sql.raw(`drop trigger ${table}_refuse_${act}`).execute(db)
      await sql.raw(tamper).execute(db)
      expect(await findings()).toMatch(finding)
    })
})
