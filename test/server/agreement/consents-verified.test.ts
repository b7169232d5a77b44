import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../../server/maintenance/verify.ts'
import { readyToSeal } from '../../support/adopting.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
  await readyToSeal(room)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const findings = async () => (await verify(room.deps.db)).findings.join('\n')

describe('[O1] verify of consents', () => {
  test('finds nothing where nobody touched them', async () => {
    expect(await findings()).toBe('')
  })

  for (const [what, tamper, finding] of [
    [
      'one moved to other words',
      "update consents set pair_sha256 = 'a'",
      /is not to the words that it keeps/,
    ],
    [
      'the words that one was given to',
      `update consents set words = '{"fr":[],"ja":[]}'`,
      /is not to the words/,
    ],
    [
      'one given by nobody',
      "update consents set unit_id = 'unit-other'",
      /are not those that the log recorded/,
    ],
    ['one made final', "update consents set kind = 'ad-referendum'", /are not those that the log recorded/],
    ['one removed', 'delete from consents', /are not those that the log recorded/],
    [
      'one added under another act',
      'insert into consents select id || 2, text_id, unit_id, side, pair_sha256, kind, mandate_id, at, withdrawn_at, place, words, unchanged_since, 1 from consents',
      /name act 1, which recorded none/,
    ],
  ] as const)
    test(`finds ${what}`, async () => {
      const one = tamper.startsWith('insert') ? ' limit 1' : ' where id = (select min(id) from consents)'
      await sql.raw(tamper + one).execute(room.deps.db)
      if (what === 'one given by nobody')
        await sql.raw("update consents set side = 'fra'").execute(room.deps.db)
      expect(await findings()).toMatch(finding)
    })
})
