import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Audience } from '../../../shared/model/bilingual-text.ts'
import type { Place } from '../../../shared/model/thread.ts'
import { declarationOf, insertWords, openDraft, transmitV1, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
let place: Place
let units: readonly string[]
let before: string

beforeEach(async () => {
  room = await createTestRoom()
  const { v1 } = await transmitV1(room)
  place = `version:${v1.id}`
  const query = { from: place, to: place }
  const { comparison } = await room.get('organiser', 'GET /api/comparisons', { query })
  units = comparison.rows.map(({ newUnit }) => newUnit!)
  room.wait({ days: 1 })
  before = room.now
  room.wait({ minutes: 1 })
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

async function say(actor: Actor, unit: number, audience: Audience, body: string): Promise<string> {
  const anchor = { unit: units[unit]!, blocks: [], passage: null }
  const { id } = await room.get(actor, 'POST /api/texts/:id/threads', {
    params: declarationOf(room),
    body: { place, audience, body, anchor, assignee: null },
  })
  room.wait({ minutes: 1 })
  return id
}
const reply = (actor: Actor, id: string, body: string) =>
  room.get(actor, 'POST /api/threads/:id/comments', { params: { id }, body: { body } })
const news = (actor: Actor, since = before) => room.get(actor, 'GET /api/news', { query: { since } })
const said = async (actor: Actor) =>
  (await news(actor)).texts.flatMap(({ units: found }) =>
    found.map(({ number, threads }) => [
      number,
      threads.flatMap(({ comments }) => comments.map(({ body }) => body)),
    ]),
  )

describe('[D4] threads in which something was said', () => {
  it('come with the unit where they hang, in reading order, without what one said oneself', async () => {
    const second = await say('fraChair', 2, 'joint', 'Plus loin.')
    await say('japDrafter', 1, 'joint', '@{side:fra} Ici.')
    await reply('japDrafter', second, 'Volontiers.')
    expect(await said('fraChair')).toEqual([
      [2, ['@{side:fra} Ici.']],
      [3, ['Volontiers.']],
    ])
    const [text] = (await news('fraChair')).texts
    expect(text).toMatchObject({ compared: null, more: 0, detached: [] })
    expect(text!.units[0]).toMatchObject({
      change: null,
      words: { fr: expect.stringContaining('Réunis ici') },
      threads: [{ audience: 'joint', place, callsMe: true, marks: [] }],
    })
    expect(text!.units[1]!.threads[0]).toMatchObject({ callsMe: false })
  })

  it('stand beside what changed in the same unit', async () => {
    const draft = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', draft, insertWords(1, 'Naturellement, ', '当然、'))
    await say('japDrafter', 1, 'joint', 'Ici.')
    const [text] = (await news('fraReviewer')).texts
    expect(text!.units).toHaveLength(1)
    expect(text!.units[0]).toMatchObject({
      number: 2,
      change: { kinds: ['modified'] },
      threads: [{ place: `draft:${draft.draft.id}` }],
    })
    expect(text!.compared!.changed).toEqual({ units: 1, fr: 1, ja: 1 })
  })

  it('tell what was done with them; whose unit is gone, is told of apart', async () => {
    const id = await say('fraChair', 1, 'joint', 'Ici.')
    const anchor = { unit: 'gone', blocks: [], passage: null }
    await room.get('japChair', 'PUT /api/threads/:id/state', { params: { id }, body: { resolved: true } })
    const [thread] = (await news('fraChair')).texts[0]!.units[0]!.threads
    expect(thread).toMatchObject({
      comments: [],
      marks: [{ kind: 'resolved', by: { title: { fr: 'Mandat japChair' } } }],
    })
    await room.deps.db
      .updateTable('thread_anchors')
      .set({ anchor: JSON.stringify(anchor) })
      .execute()
    const [text] = (await news('fraChair')).texts
    expect([text!.units, text!.detached.map(({ thread: gone }) => gone)]).toEqual([[], [id]])
  })

  it('are left out once they were read, unless one asks for all since an instant; deleted words never come', async () => {
    await room.get('fraReviewer', 'POST /api/desk/visit', {})
    room.wait({ days: 1 })
    const id = await say('fraChair', 1, 'fra', 'Ici.')
    const unread = async () => (await room.get('fraReviewer', 'GET /api/news', {})).texts.length
    expect(await unread()).toBe(1)
    await room.get('fraReviewer', 'POST /api/threads/:id/read', { params: { id } })
    expect(await unread()).toBe(0)
    expect(await said('fraReviewer')).toEqual([[2, ['Ici.']]])
    const place2 = await room.get('fraChair', 'GET /api/texts/:id/threads', {
      params: declarationOf(room),
      query: { place },
    })
    const comment = place2.threads[0]!.comments[0]!.id
    await reply('fraChair', id, 'Encore.')
    await room.get('fraChair', 'DELETE /api/comments/:id', { params: { id: comment } })
    expect(await said('fraReviewer')).toEqual([[2, ['Encore.']]])
  })
})
