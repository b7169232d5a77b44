/** [fault 7] [fault 8] A text that cannot be read says so; it is kept as it is, and everything else goes on. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { verify } from '../../../server/maintenance/verify.ts'
import { declarationOf, insertWords, openDraft, transmitV1, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(() => room.close())

const SECRET = 'Clause que nous taisons'

describe('a draft with a block of a newer program', () => {
  it('is neither previewed, compared nor transmitted, says why, and loses nothing', async () => {
    const { v1 } = await transmitV1(room)
    const draft = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', draft, doc => {
      const block = new Y.XmlElement('block')
      block.insert(0, [new Y.XmlText(SECRET)])
      for (const [key, value] of Object.entries({ kind: 'hologram', level: 1, id: 'b9', unit: 'u9' }))
        block.setAttribute(key, value as string)
      doc.getXmlFragment('fr').insert(0, [block])
    })
    const params = { id: draft.draft.id }
    const body = { coverNote: { fr: 'a', ja: 'b' }, sha256: '0'.repeat(64) }
    const query = { from: `version:${v1.id}`, to: `draft:${draft.draft.id}` }
    for (const answer of [
      await room.call('fraChair', 'GET /api/drafts/:id/preview', { params }),
      await room.call('fraChair', 'POST /api/drafts/:id/transmission', { params, body }),
      await room.call('fraDrafter', 'GET /api/comparisons', { query }),
    ])
      expect(answer).toMatchObject({ status: 500, refusal: 'text-unreadable' })
    // The page of the draft, the first page and every other text are there as before; one can go on writing.
    await room.get('fraChair', 'GET /api/drafts/:id', { params })
    await room.get('fraChair', 'GET /api/desk', {})
    await room.get('japChair', 'GET /api/versions/:id', { params: { id: v1.id } })
    await type(room, 'fraDrafter', draft, insertWords(1, 'Suite ', ''))
    const doc = await room.sync.open(draft.draft.id)
    expect(doc.getXmlFragment('fr').toString()).toContain(SECRET)
    expect(JSON.stringify(room.faults)).not.toContain(SECRET)
  })
})

describe('a version whose stored words are damaged', () => {
  for (const [what, damage] of [
    ['cut off', 'substr(canonical, 1, 120)'],
    ['replaced by something else', "'{}'"],
  ] as const)
    it(`${what} says so; the other versions, the lists and the first page go on, and verify names it`, async () => {
      const { previous, v1 } = await transmitV1(room)
      await sql`drop trigger versions_refuse_update`.execute(room.deps.db)
      await sql.raw(`update versions set canonical = ${damage} where label = 'V1'`).execute(room.deps.db)
      expect(await room.call('fraChair', 'GET /api/versions/:id', { params: { id: v1.id } })).toMatchObject({
        refusal: 'text-unreadable',
      })
      const query = { from: `version:${previous.id}`, to: `version:${v1.id}` }
      expect(await room.call('fraChair', 'GET /api/comparisons', { query })).toMatchObject({
        refusal: 'text-unreadable',
      })
      await room.get('fraChair', 'GET /api/versions/:id', { params: { id: previous.id } })
      const { versions } = await room.get('fraChair', 'GET /api/texts/:id', { params: declarationOf(room) })
      expect(versions.map(version => version.label)).toContain('V1')
      await room.get('fraChair', 'POST /api/desk/visit', {})
      room.wait({ days: 1 })
      const draft = await openDraft(room, 'fraDrafter')
      room.wait({ minutes: 1 })
      await type(room, 'fraDrafter', draft, insertWords(1, SECRET, ''))
      await room.get('fraChair', 'GET /api/desk', {})
      expect(
        await room.get('fraChair', 'GET /api/texts/:id/standing', { params: declarationOf(room) }),
      ).toEqual([expect.objectContaining({ kind: 'previous-edition', from: `version:${previous.id}` })])
      // The draft began as a copy of the version's state: its own history needs no version.
      const params = { id: draft.draft.id }
      expect((await room.get('fraChair', 'GET /api/drafts/:id/history', { params })).sittings).toHaveLength(1)
      expect((await verify(room.deps.db)).findings.join()).toMatch(/version V1/)
      // The log of faults names the error and no word of the text.
      expect(room.faults).toHaveLength(2)
      for (const { cause } of room.faults as { cause: Error }[])
        expect(`${cause.message} ${cause.stack}`).not.toMatch(/Réunis ici|ここに集う/)
    })
})
