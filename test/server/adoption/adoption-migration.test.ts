/** Plans that were made before a stage could say that it adopts. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../server/store/database.ts'
import { foundation } from '../../../server/store/migrations/0001-foundation.ts'
import { amendments } from '../../../server/store/migrations/0002-amendments.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'

test('[S1] the last joint stage that makes a version adopts, in each edition; no other does', async () => {
  const db = openSqlite(':memory:')
  await migrate(db, [foundation, amendments])
  for (const edition of ['nine', 'ten', 'eleven'])
    await sql`insert into editions
      (id, number, name, place, starts_on, ends_on, zone, penholder, demonstration, created_at)
      values (${edition}, 9, '{}', '{}', '2031-01-01', '2031-01-02', 'Europe/Paris', 'jap', 0, '2031')`.execute(
      db,
    )
  for (const [id, edition, position, turn, label] of [
    ['nine-v1', 'nine', 10, 'jap', 'V1'],
    ['nine-reading', 'nine', 20, 'joint', 'V3'],
    ['nine-adoption', 'nine', 30, 'joint', 'Cannes'],
    ['nine-party', 'nine', 40, 'joint', null],
    ['nine-after', 'nine', 50, 'fra', 'X'],
    ['ten-reading', 'ten', 10, 'joint', 'V1'],
    ['eleven-v1', 'eleven', 10, 'jap', 'V1'],
  ])
    await sql`insert into stages
      (id, edition_id, position, name, turn, version_label, confirms_essential, starts_from, due_status, evidence)
      values (${id}, ${edition}, ${position}, '{}', ${turn}, ${label}, 0, 'last-own', 'to-confirm', '')`.execute(
      db,
    )
  await migrate(db)
  const adopting = await db.selectFrom('stages').select('id').where('adopts', '=', 1).orderBy('id').execute()
  expect(adopting.map(({ id }) => id)).toEqual(['nine-adoption', 'ten-reading'])
  await db.destroy()
})
