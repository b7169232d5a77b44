import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { mentionToken } from '../../../shared/model/comment-body.ts'
import type { MandateId } from '../../../shared/model/ids.ts'
import type { Place } from '../../../shared/model/thread.ts'
import { beginIn, begun, threadsAt, unitAnchor, wordsAnchor } from '../../support/discussing.ts'
import { openDraft, receiveAnswer, transmitDraft, transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { type Actor, FRENCH, JAPANESE } from '../../support/test-edition.ts'

let room: TestRoom
let v1: Place
let text: BilingualText
beforeEach(async () => {
  room = await createTestRoom()
  const made = await transmitV1(room)
  v1 = `version:${made.v1.id}`
  text = (await room.get('fraDrafter', 'GET /api/versions/:id', { params: { id: made.v1.id } })).content
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const mandateOf = (actor: Actor) => room.edition.people[actor].mandate!.id
const calling = (actor: Actor) => mentionToken({ kind: 'mandate', mandate: mandateOf(actor) as MandateId })
const reply = (actor: Actor, thread: string, body: string) =>
  room.call(actor, 'POST /api/threads/:id/comments', { params: { id: thread }, body: { body } })
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const of = async (actor: Actor, id: string, place = v1) =>
  (await threadsAt(room, actor, place)).threads.find(thread => thread.id === id)

describe('[T2] the audience of a thread', () => {
  test('internal: the members of one side, and nobody else', async () => {
    const { id } = await begun(room, 'fraDrafter', v1, 'fra', unitAnchor(text, 1))
    for (const actor of FRENCH) expect(await of(actor, id), actor).toMatchObject({ audience: 'fra' })
    for (const actor of [...JAPANESE, 'organiser'] as const)
      expect((await threadsAt(room, actor, v1)).threads, actor).toEqual([])
  })

  test('shared: the members of both sides, who answer, and the organiser, who reads', async () => {
    const { id } = await begun(room, 'fraReviewer', v1, 'joint', unitAnchor(text, 1))
    for (const actor of [...FRENCH, ...JAPANESE])
      expect(await of(actor, id), actor).toMatchObject({ mayComment: true })
    expect(await of('organiser', id)).toMatchObject({ mayComment: false })
    expect((await threadsAt(room, 'organiser', v1)).circles).toEqual([])
    expect((await reply('japLead', id, 'Oui.')).ok).toBe(true)
    expect(refusalOf(await reply('organiser', id, 'Non.'))).toBe('not-allowed')
  })

  test('[M2] an observer reads a version that was opened, and none of its threads', async () => {
    const { id } = await begun(room, 'fraDrafter', v1, 'joint', unitAnchor(text, 1))
    const version = v1.slice('version:'.length)
    await room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: version } })
    expect(await threadsAt(room, 'observer', v1)).toMatchObject({ threads: [], circles: [], people: [] })
    expect(refusalOf(await reply('observer', id, 'Moi aussi.'))).toBe('not-found')
    expect(refusalOf(await beginIn(room, 'observer', v1, 'joint', unitAnchor(text, 0)))).toBe('not-allowed')
  })

  test('[M3] of the other side nobody begins one, nor one that is shared in a private draft', async () => {
    expect(refusalOf(await beginIn(room, 'fraDrafter', v1, 'jap', unitAnchor(text, 0)))).toBe(
      'audience-not-allowed',
    )
    const { draft } = await openDraft(room, 'fraDrafter')
    const place: Place = `draft:${draft.id}`
    expect((await threadsAt(room, 'fraReviewer', place)).circles).toEqual(['fra/draft'])
    expect(refusalOf(await beginIn(room, 'fraDrafter', place, 'joint', unitAnchor(text, 0)))).toBe(
      'audience-not-allowed',
    )
    expect((await beginIn(room, 'fraReviewer', place, 'fra', unitAnchor(text, 0))).ok).toBe(true)
    expect(refusalOf(await beginIn(room, 'japDrafter', place, 'jap', unitAnchor(text, 0)))).toBe('not-found')
  })

  test('a thread begun in a draft is read by those who may read the draft: not by a workshop’s lead', async () => {
    const { draft } = await openDraft(room, 'fraDrafter')
    const { id } = await begun(room, 'fraDrafter', `draft:${draft.id}`, 'fra', unitAnchor(text, 0))
    expect(await of('fraReviewer', id)).toMatchObject({ circle: 'fra/draft' })
    expect(await of('fraLead', id)).toBeUndefined()
    expect(refusalOf(await reply('fraLead', id, 'Et moi ?'))).toBe('not-found')
  })
})

describe('[T1] where a thread hangs', () => {
  test('on a passage of a version the words are the version’s, whatever is sent', async () => {
    const anchor = wordsAnchor(text, 'fr', 'Réunis ici')
    const told = { ...anchor, passage: { ...anchor.passage!, words: 'Autre chose' } }
    const { quote } = await begun(room, 'fraDrafter', v1, 'joint', told)
    expect(quote).toEqual({ language: 'fr', words: 'Réunis ici' })
  })

  test('what is not in the version is refused, and nothing is kept', async () => {
    const anchor = wordsAnchor(text, 'ja', 'ここに集う')
    const beyond = {
      ...anchor,
      passage: { ...anchor.passage!, end: { ...anchor.passage!.end, offset: 9_999 } },
    }
    const elsewhere = { ...anchor, passage: null, unit: 'unit-none' as typeof anchor.unit }
    for (const told of [beyond, elsewhere])
      expect(refusalOf(await beginIn(room, 'fraDrafter', v1, 'fra', told))).toBe('passage-not-found')
    expect((await threadsAt(room, 'fraDrafter', v1)).threads).toEqual([])
  })

  test('[M3] a private draft’s anchor is its own: elsewhere the thread hangs where it hung', async () => {
    const shared = await begun(room, 'japDrafter', v1, 'joint', wordsAnchor(text, 'fr', 'Réunis ici'))
    const { draft } = await openDraft(room, 'fraDrafter')
    const moved = { ...shared.anchor, unit: text.fr[2]!.unit }
    const heard = room.listen('japDrafter')
    await room.get('fraDrafter', 'PUT /api/drafts/:id/anchors', {
      params: { id: draft.id },
      body: { anchors: [{ thread: shared.id, anchor: moved }] },
    })
    expect((await of('fraDrafter', shared.id, `draft:${draft.id}`))!.anchor).toEqual(moved)
    expect((await of('japDrafter', shared.id))!.anchor).toEqual(shared.anchor)
    expect((await of('fraDrafter', shared.id))!.anchor).toEqual(shared.anchor)
    expect(heard).toEqual([])
  })

  test('transmitted, the draft’s anchors are the version’s, without who typed what', async () => {
    const { draft } = await openDraft(room, 'fraDrafter')
    const place: Place = `draft:${draft.id}`
    const internal = await begun(room, 'fraDrafter', place, 'fra', wordsAnchor(text, 'fr', 'Réunis ici'))
    const relative = { start: { assoc: 0, item: { client: 7, clock: 3 } }, end: { assoc: -1 } }
    const anchor = { ...internal.anchor, passage: { ...internal.anchor.passage!, relative } }
    await room.get('fraDrafter', 'PUT /api/drafts/:id/anchors', {
      params: { id: draft.id },
      body: { anchors: [{ thread: internal.id, anchor: anchor }] },
    })
    const answer = await transmitDraft(room, 'fraChair', { draft } as never)
    const carried = (await of('fraChair', internal.id, `version:${answer.id}`))!.anchor
    expect(carried).toEqual(internal.anchor)
    expect((await threadsAt(room, 'japChair', `version:${answer.id}`)).threads).toEqual([])
  })

  test('[M1] only who writes the draft says where its threads went, and only of those that one may read', async () => {
    const { draft, base } = (await receiveAnswer(await afresh())).draft
    const place: Place = `draft:${draft.id}`
    const { content } = await room.get('japDrafter', 'GET /api/versions/:id', { params: { id: base!.id } })
    const own = await begun(room, 'japDrafter', place, 'jap', unitAnchor(content, 0))
    const theirs = await begun(room, 'fraDrafter', `version:${base!.id}`, 'fra', unitAnchor(content, 0))
    const put = (actor: Actor, thread: string) =>
      room.call(actor, 'PUT /api/drafts/:id/anchors', {
        params: { id: draft.id },
        body: { anchors: [{ thread, anchor: unitAnchor(content, 1) }] },
      })
    expect(refusalOf(await put('japReviewer', own.id))).toBe('not-allowed')
    expect(refusalOf(await put('fraDrafter', theirs.id))).toBe('not-found')
    expect((await put('japDrafter', theirs.id)).ok).toBe(true)
    const rows = await room.deps.db.selectFrom('thread_anchors').selectAll().execute()
    expect(rows.filter(row => row.place === place).map(row => row.thread_id)).toEqual([own.id])
  })

  async function afresh(): Promise<TestRoom> {
    await room.close()
    room = await createTestRoom()
    return room
  }
})

describe('[T3] what is done in a thread', () => {
  test('replies arrive in order, are live for whoever may read, and new to the others', async () => {
    const heard = { jap: room.listen('japDrafter'), fra: room.listen('fraReviewer') }
    const { id } = await begun(room, 'fraDrafter', v1, 'joint', unitAnchor(text, 1), 'Un')
    room.wait({ minutes: 1 })
    await reply('japChair', id, '二')
    const seen = await of('fraReviewer', id)
    expect(seen!.comments.map(({ body }) => body)).toEqual(['Un', '二'])
    expect(seen).toMatchObject({ unread: true, comments: [{ by: { side: 'fra', mine: false } }, {}] })
    const topic = { topic: 'threads', subject: room.edition.declaration }
    expect(heard).toEqual({ jap: [topic, topic], fra: [topic, topic] })
    await room.get('fraReviewer', 'POST /api/threads/:id/read', { params: { id } })
    expect(await of('fraReviewer', id)).toMatchObject({ unread: false })
    expect(await of('fraDrafter', id)).toMatchObject({ unread: true, comments: [{ by: { mine: true } }, {}] })
  })

  test('[M3] of an internal one the other side hears nothing', async () => {
    const heard = room.listen('japDrafter')
    const { id } = await begun(room, 'fraDrafter', v1, 'fra', unitAnchor(text, 1))
    await reply('fraChair', id, 'Oui')
    expect(heard).toEqual([])
  })

  test('resolved and reopened, with a trace; it decides nothing twice', async () => {
    const { id } = await begun(room, 'fraDrafter', v1, 'joint', unitAnchor(text, 1))
    const put = (actor: Actor, resolved: boolean) =>
      room.call(actor, 'PUT /api/threads/:id/state', { params: { id }, body: { resolved } })
    expect((await put('japReviewer', true)).ok).toBe(true)
    expect((await put('japChair', true)).ok).toBe(true)
    expect(await of('fraDrafter', id)).toMatchObject({ resolved: true, marks: [{ kind: 'resolved' }] })
    await put('fraChair', false)
    expect((await of('fraDrafter', id))!.marks.map(({ kind }) => kind)).toEqual(['resolved', 'reopened'])
    expect(refusalOf(await put('organiser', true))).toBe('not-allowed')
  })

  test('one’s own comment is edited and deleted with a trace, nobody else’s', async () => {
    const thread = await begun(room, 'fraDrafter', v1, 'joint', unitAnchor(text, 1), 'Premier jet')
    const comment = thread.comments[0]!.id
    const edit = (actor: Actor, body: string) =>
      room.call(actor, 'PUT /api/comments/:id', { params: { id: comment }, body: { body } })
    room.wait({ minutes: 5 })
    for (const actor of ['fraChair', 'japDrafter', 'organiser'] as const)
      expect(refusalOf(await edit(actor, 'À ma façon')), actor).toBe('not-allowed')
    expect(refusalOf(await edit('observer', 'À ma façon'))).toBe('not-found')
    await edit('fraDrafter', 'Seconde version')
    expect((await of('japDrafter', thread.id))!.comments[0]).toMatchObject({
      body: 'Seconde version',
      editedAt: room.now,
      earlier: [{ body: 'Premier jet', until: room.now }],
      mayEdit: false,
    })
    await reply('japDrafter', thread.id, '了解')
    const remove = (actor: Actor) => room.call(actor, 'DELETE /api/comments/:id', { params: { id: comment } })
    expect(refusalOf(await remove('fraChair'))).toBe('not-allowed')
    await remove('fraDrafter')
    const { comments, resolved } = (await of('japDrafter', thread.id))!
    expect(comments[0]).toMatchObject({ body: null, deletedAt: room.now, earlier: [] })
    expect(resolved).toBe(false)
    expect(refusalOf(await edit('fraDrafter', 'Encore'))).toBe('not-allowed')
    const rows = JSON.stringify([
      await room.deps.db.selectFrom('comments').selectAll().execute(),
      await room.deps.db.selectFrom('comment_wordings').selectAll().execute(),
    ])
    expect(rows).not.toMatch(/Premier jet|Seconde version/)
  })

  test('a thread in which every comment was deleted is no longer open', async () => {
    const thread = await begun(room, 'fraDrafter', v1, 'joint', unitAnchor(text, 1))
    await room.get('fraDrafter', 'DELETE /api/comments/:id', { params: { id: thread.comments[0]!.id } })
    expect(await of('japDrafter', thread.id)).toMatchObject({ resolved: true })
  })

  test('a person, a role or a side is called, if they can read it', async () => {
    const { id } = await begun(room, 'fraDrafter', v1, 'fra', unitAnchor(text, 1), `${calling('fraChair')} ?`)
    expect(await of('fraChair', id)).toMatchObject({ callsMe: true })
    expect(await of('fraReviewer', id)).toMatchObject({ callsMe: false })
    await reply('fraDrafter', id, mentionToken({ kind: 'role', side: 'fra', role: 'reviewer' }))
    expect(await of('fraReviewer', id)).toMatchObject({ callsMe: true })
    await reply('fraDrafter', id, mentionToken({ kind: 'side', side: 'fra' }))
    expect(await of('fraLead', id)).toMatchObject({ callsMe: true })
    for (const [body, who] of [
      [calling('japChair'), 'a person of the other side'],
      [calling('organiser'), 'the organiser'],
      [mentionToken({ kind: 'side', side: 'jap' }), 'the other side'],
      [mentionToken({ kind: 'mandate', mandate: 'mandate-none' as MandateId }), 'nobody'],
    ] as const)
      expect(refusalOf(await reply('fraDrafter', id, body)), who).toBe('called-cannot-read')
  })

  test('[M3] whom one may call does not name the people of the other side', async () => {
    await begun(room, 'japDrafter', v1, 'jap', unitAnchor(text, 1))
    const { people } = await threadsAt(room, 'fraDrafter', v1)
    expect(people.map(({ side }) => side)).not.toContain('jap')
    expect(people.find(({ mandate }) => mandate === mandateOf('fraLead'))!.circles).toEqual(['fra', 'joint'])
    expect(people.find(({ mandate }) => mandate === mandateOf('fraDrafter'))).toMatchObject({
      mine: true,
      circles: ['fra/draft', 'fra', 'joint/draft', 'joint'],
    })
  })

  test('assigned to one who can read it, and taken back', async () => {
    room.wait({ minutes: 1 })
    const { id } = await begun(room, 'fraDrafter', v1, 'fra', unitAnchor(text, 1))
    const assign = (assignee: string | null) =>
      room.call('fraChair', 'PUT /api/threads/:id/assignee', { params: { id }, body: { assignee } })
    expect(refusalOf(await assign(mandateOf('japChair')))).toBe('called-cannot-read')
    await assign(mandateOf('fraReviewer'))
    expect(await of('fraReviewer', id)).toMatchObject({ assignee: { mine: true }, unread: true })
    await assign(null)
    expect((await of('fraReviewer', id))!.marks.map(({ kind }) => kind)).toEqual(['assigned', 'unassigned'])
  })

  test('[M6] a comment is its session’s, whatever the body says', async () => {
    const { id } = await begun(room, 'fraDrafter', v1, 'joint', unitAnchor(text, 1))
    await room.fetch('japReviewer', 'POST', `/api/threads/${id}/comments`, {
      body: '確認しました',
      by: mandateOf('fraChair'),
      at: '2020-01-01T00:00:00.000Z',
    })
    const last = (await of('fraDrafter', id))!.comments.at(-1)!
    expect(last).toMatchObject({ at: room.now, by: { side: 'jap' } })
  })

  test('[M4] once the mandate has ended nothing is said any more, and what was said stays', async () => {
    const { id } = await begun(room, 'fraReviewer', v1, 'joint', unitAnchor(text, 1), 'Je demande.')
    room.wait({ minutes: 1 })
    await room.get('organiser', 'POST /api/mandates/:id/end', { params: { id: mandateOf('fraReviewer') } })
    expect(refusalOf(await reply('fraReviewer', id, 'Encore'))).toBe('not-found')
    const thread = (await of('japDrafter', id))!
    expect(thread.comments[0]).toMatchObject({ body: 'Je demande.', by: { side: 'fra' } })
    expect(refusalOf(await reply('fraChair', id, calling('fraReviewer')))).toBe('called-cannot-read')
  })
})
