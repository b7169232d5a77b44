import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../server/new-id.ts'
import { makeDemonstration } from '../../../server/seed/make-demonstration.ts'
import type { Database } from '../../../server/store/database.ts'
import { listMandates } from '../../../server/store/people.ts'
import { textsOfEdition } from '../../../server/store/texts.ts'
import {
  anchorsAt,
  anchorsOfText,
  commentsOfText,
  commentsOfThread,
  deleteComment,
  editComment,
  findComment,
  findThread,
  insertComment,
  insertThread,
  insertThreadMark,
  marksOfText,
  putAnchor,
  readsOfText,
  recordRead,
  setAssignee,
  setResolved,
  threadsOfText,
  wordingsOfText,
} from '../../../server/store/threads.ts'
import type { BlockId, TextId, UnitId } from '../../../shared/model/ids.ts'
import type { Mandate } from '../../../shared/model/mandate.ts'
import type { Anchor, Thread } from '../../../shared/model/thread.ts'
import { DIALECTS, openMigrated } from './dialects.ts'

const at = (n: number) => new Date(Date.parse('2031-01-10T09:00:00.000Z') + n).toISOString()
const anchorOn = (unit: string): Anchor => ({
  unit: unit as UnitId,
  blocks: ['f1' as BlockId],
  passage: null,
})

for (const dialect of DIALECTS)
  describe(`threads, on ${dialect}`, () => {
    let db: Database
    let text: TextId
    let [one, other]: Mandate[] = []
    const made: Thread[] = []

    beforeAll(async () => {
      db = await openMigrated(dialect)
      const { edition } = await db.transaction().execute(trx => makeDemonstration(trx, newId))
      ;[one, other] = await listMandates(db, edition.id)
      text = (await textsOfEdition(db, edition.id))[0]!.id
      for (const n of [0, 1]) {
        const thread: Thread = {
          id: newId('thread'),
          text,
          audience: n ? 'joint' : 'fra',
          origin: 'version:v1',
          quote: n ? { language: 'ja', words: '共同の決意' } : null,
          by: one!.id,
          createdAt: at(n),
          resolved: null,
          assignee: null,
        }
        await db.transaction().execute(trx => insertThread(trx, thread))
        made.push(thread)
      }
    }, 120_000)
    afterAll(() => db.destroy())

    test('[T1] come back as they were begun, the oldest first', async () => {
      const found = (await threadsOfText(db, text)).filter(({ id }) => made.some(each => each.id === id))
      expect(found).toEqual(made)
      expect(await findThread(db, made[1]!.id)).toEqual(made[1])
    })

    test('[T1] hang at each place where it was last said that they do', async () => {
      const [thread] = made
      await putAnchor(db, thread!.id, 'version:v1', anchorOn('u1'), at(2))
      await putAnchor(db, thread!.id, 'draft:d1', anchorOn('u2'), at(3))
      await putAnchor(db, thread!.id, 'draft:d1', anchorOn('u3'), at(4))
      expect([...(await anchorsOfText(db, text)).get(thread!.id)!]).toEqual(
        expect.arrayContaining([
          ['version:v1', anchorOn('u1')],
          ['draft:d1', anchorOn('u3')],
        ]),
      )
      expect([...(await anchorsAt(db, 'draft:d1'))]).toEqual([[thread!.id, anchorOn('u3')]])
    })

    test('[T3] comments keep their order and what they said before; deleted, nothing of either', async () => {
      const [thread] = made
      const ids = [newId('comment'), newId('comment')]
      for (const [n, id] of ids.entries())
        await db
          .transaction()
          .execute(trx =>
            insertComment(trx, { id, thread: thread!.id, by: one!.id, at: at(5), body: `n° ${n}` }),
          )
      expect((await commentsOfThread(db, thread!.id)).map(({ body }) => body)).toEqual(['n° 0', 'n° 1'])
      for (const body of ['deux', 'trois'])
        await editComment(db, (await findComment(db, ids[0]!))!, body, at(6))
      expect((await wordingsOfText(db, text)).get(ids[0]!)).toEqual([
        { body: 'n° 0', until: at(6) },
        { body: 'deux', until: at(6) },
      ])
      await deleteComment(db, ids[0]!, at(7))
      const [gone] = (await commentsOfText(db, text)).get(thread!.id)!
      expect(gone).toMatchObject({ body: '', deletedAt: at(7) })
      expect((await wordingsOfText(db, text)).get(ids[0]!)).toBeUndefined()
    })

    test('[T3] what was done with them is kept in order', async () => {
      const thread = made[1]!.id
      const mark = { thread, by: other!.id, at: at(8), assignee: null }
      await setResolved(db, thread, { at: at(8), by: other!.id })
      await insertThreadMark(db, { ...mark, kind: 'resolved' })
      await setAssignee(db, thread, one!.id)
      await insertThreadMark(db, { ...mark, kind: 'assigned', assignee: one!.id })
      expect(await findThread(db, thread)).toMatchObject({
        resolved: { at: at(8), by: other!.id },
        assignee: one!.id,
      })
      expect((await marksOfText(db, text)).get(thread)).toMatchObject([
        { kind: 'resolved' },
        { kind: 'assigned', assignee: one!.id },
      ])
      await setResolved(db, thread, null)
      expect(await findThread(db, thread)).toMatchObject({ resolved: null })
    })

    test('are read by each person on their own', async () => {
      const [thread] = made
      await recordRead(db, one!.person, thread!.id, at(9))
      await recordRead(db, one!.person, thread!.id, at(10))
      expect((await readsOfText(db, one!.person, text)).get(thread!.id)).toBe(at(10))
      expect((await readsOfText(db, other!.person, text)).get(thread!.id)).toBeUndefined()
    })
  })
