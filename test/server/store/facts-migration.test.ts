/** Facts of rooms that wrote every value once per language. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../server/store/database.ts'
import { listFacts } from '../../../server/store/facts.ts'
import { foundation } from '../../../server/store/migrations/0001-foundation.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import { renderFact } from '../../../shared/model/fact-values.ts'
import type { EditionId } from '../../../shared/model/ids.ts'

test('[F1] counts and dates become one value where both languages say the same; the others stay as written', async () => {
  const db = openSqlite(':memory:')
  await migrate(db, [foundation])
  await sql`insert into editions (id, number, name, place, starts_on, ends_on, zone, penholder, demonstration, created_at)
    values ('e', 9, '{}', '{}', '2026-10-21', '2026-10-24', 'Europe/Paris', 'jap', 0, '2026')`.execute(db)
  const written = [
    ['count', '35', '35'],
    ['count', '35', '36'],
    ['count', '35 collectivités', '35自治体'],
    ['date', 'du 21 au 24 octobre 2026', '2026年10月21日から24日まで'],
    ['date', 'fin octobre', '10月末'],
    ['name', 'Cannes', 'カンヌ市'],
  ] as const
  for (const [index, [type, fr, ja]] of written.entries())
    await sql`insert into facts (id, edition_id, position, key, type, label, value, status)
      values (${`f${index}`}, 'e', ${index}, ${`k${index}`}, ${type}, '{"fr":"F","ja":"日"}',
        ${JSON.stringify({ fr, ja })}, 'confirmed')`.execute(db)
  await sql`insert into facts (id, edition_id, position, key, type, label, value, status)
    values ('f9', 'e', 9, 'k9', 'count', '{"fr":"F","ja":"日"}', null, 'open')`.execute(db)
  await migrate(db)

  const facts = await listFacts(db, 'e' as EditionId)
  expect(facts.map(({ value }) => value)).toEqual([
    { n: 35 },
    { fr: '35', ja: '36' },
    { fr: '35 collectivités', ja: '35自治体' },
    { from: '2026-10-21', to: '2026-10-24', weekday: false },
    { fr: 'fin octobre', ja: '10月末' },
    { fr: 'Cannes', ja: 'カンヌ市' },
    null,
  ])
  expect(facts[0]).toMatchObject({
    definition: { fr: '', ja: '' },
    source: '',
    owner: null,
    unit: null,
    withdrawnAt: null,
  })
  // What stands in the texts reads as it did, but for spaces that do not break.
  for (const [index, [, fr, ja]] of written.entries()) {
    const reads = renderFact(facts[index])
    expect([reads.fr.replaceAll('\u00A0', ' '), reads.ja]).toEqual([fr, ja])
  }
  await db.destroy()
})
