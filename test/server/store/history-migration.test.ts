/** Drafts whose history was compacted before it had sittings. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../server/store/database.ts'
import { foundation } from '../../../server/store/migrations/0001-foundation.ts'
import { amendments } from '../../../server/store/migrations/0002-amendments.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'

test('[R8] stretches that overlap make one sitting, others one each; rows of the log are as they were', async () => {
  const db = openSqlite(':memory:')
  await migrate(db, [foundation, amendments])
  for (const [draft, first, last, mandate] of [
    ['one', 1, 9, 'a'],
    ['one', 4, 6, 'b'],
    ['one', 8, 12, 'b'],
    ['one', 13, 13, 'a'],
    ['two', 1, 2, 'a'],
    ['two', 3, 5, 'a'],
  ])
    await sql`insert into draft_history (draft_id, first_seq, last_seq, mandate_id, from_at, to_at, bytes)
      values (${draft}, ${first}, ${last}, ${mandate}, '2031', '2031', x'0000')`.execute(db)
  await sql`insert into draft_updates (draft_id, seq, mandate_id, at, bytes)
    values ('one', 14, 'a', '2031', x'0000')`.execute(db)
  await migrate(db)
  const stretches = await db
    .selectFrom('draft_history')
    .select(['draft_id', 'first_seq', 'sitting', 'purpose'])
    .orderBy('draft_id')
    .orderBy('first_seq')
    .execute()
  expect(stretches.map(row => [row.draft_id, row.first_seq, row.sitting, row.purpose])).toEqual([
    ['one', 1, 1, null],
    ['one', 4, 1, null],
    ['one', 8, 1, null],
    ['one', 13, 13, null],
    ['two', 1, 1, null],
    ['two', 3, 3, null],
  ])
  expect(await db.selectFrom('draft_updates').select(['seq', 'purpose']).execute()).toEqual([
    { seq: 14, purpose: null },
  ])
  await db.destroy()
})
