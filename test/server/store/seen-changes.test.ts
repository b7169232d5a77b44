import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../server/new-id.ts'
import { makeDemonstration } from '../../../server/seed/make-demonstration.ts'
import type { Database } from '../../../server/store/database.ts'
import { listPeople } from '../../../server/store/people.ts'
import { markSeen, seenAmong, unmarkSeen } from '../../../server/store/seen-changes.ts'
import { textsOfEdition } from '../../../server/store/texts.ts'
import type { PersonId, TextId } from '../../../shared/model/ids.ts'
import { DIALECTS, openMigrated } from './dialects.ts'

const print = (n: number) => n.toString(16).padStart(64, '0')
const at = (n: number) => new Date(Date.parse('2031-01-10T09:00:00.000Z') + n).toISOString()

for (const dialect of DIALECTS)
  describe(`changes seen, on ${dialect}`, () => {
    let db: Database
    let [one, other]: PersonId[] = []
    let [text, second]: TextId[] = []
    const seen = async (person = one!, of = text!) =>
      [...(await seenAmong(db, person, of, [1, 2, 3, 4].map(print)))].sort()

    beforeAll(async () => {
      db = await openMigrated(dialect)
      const { edition } = await db.transaction().execute(trx => makeDemonstration(trx, newId))
      ;[one, other] = (await listPeople(db)).map(person => person.id)
      ;[text, second] = (await textsOfEdition(db, edition.id)).map(each => each.id)
    }, 120_000)
    afterAll(() => db.destroy())

    test('[C4] are those of one person in one text', async () => {
      await markSeen(db, one!, text!, [print(1), print(2), print(1)], at(0))
      expect(await seen()).toEqual([print(1), print(2)])
      expect(await seen(other)).toEqual([])
      if (second) expect(await seen(one, second)).toEqual([])
    })

    test('[C4] can be ticked twice and unticked, which leaves what others ticked', async () => {
      await markSeen(db, one!, text!, [print(1), print(3)], at(1))
      await markSeen(db, other!, text!, [print(1)], at(1))
      await unmarkSeen(db, one!, text!, [print(1), print(4)])
      expect(await seen()).toEqual([print(2), print(3)])
      expect(await seen(other)).toEqual([print(1)])
      await markSeen(db, one!, text!, [], at(2))
      expect(await seen()).toEqual([print(2), print(3)])
    })

    test('[C4] are kept up to a number, the oldest are forgotten first', async () => {
      const many = Array.from({ length: 21_000 }, (_, n) => print(1_000 + n))
      for (let from = 0; from < many.length; from += 1_000)
        await markSeen(db, one!, text!, many.slice(from, from + 1_000), at(100 + from))
      expect(await seen()).toEqual([])
      const kept = await seenAmong(db, one!, text!, many)
      expect([kept.size, kept.has(many[0]!), kept.has(many.at(-1)!)]).toEqual([20_000, false, true])
      expect(await seen(other)).toEqual([print(1)])
    })
  })
