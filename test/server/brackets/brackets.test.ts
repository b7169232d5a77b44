import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Place } from '../../../shared/model/thread.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { bracketsAt, putInBrackets } from '../../support/bracketing.ts'
import { amendmentsOf, decideIn } from '../../support/deciding.ts'
import { begun, unitAnchor } from '../../support/discussing.ts'
import { openDraft, receiveAnswer, transmitDraft, transmitV1, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const REMARK = { fr: 'À voir avec la capitale.', ja: '本国と協議。' }
const params = () => ({ id: room.edition.declaration })
const placeOf = ({ draft }: DraftView): Place => `draft:${draft.id}`
const remark = (actor: Actor, draft: DraftView, bracket = 'q1', side: 'fra' | 'jap' | null = 'fra') =>
  room.call(actor, 'POST /api/texts/:id/brackets', {
    params: params(),
    body: { bracket, draft: draft.draft.id, side, remark: REMARK },
  })
const link = (actor: Actor, bracket: string, thread: string, place: Place) =>
  room.call(actor, 'POST /api/texts/:id/brackets/threads', {
    params: params(),
    body: { bracket, place, thread },
  })
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const readBy = async (actor: Actor, place: Place) => {
  const answer = await room.call(actor, 'GET /api/texts/:id/brackets', { params: params(), query: { place } })
  return answer.ok ? answer.value.brackets.map(({ bracket }) => bracket) : answer.refusal
}

async function openedByFrance(): Promise<DraftView> {
  await transmitV1(room)
  const draft = await openDraft(room, 'fraDrafter')
  await type(room, 'fraDrafter', draft, putInBrackets(1, 'q1', 'fra'))
  return draft
}

describe('[A5] the brackets of a text', () => {
  test('are read from its words in both languages, counted, with what was said of them', async () => {
    const draft = await openedByFrance()
    expect((await remark('fraDrafter', draft)).ok).toBe(true)
    const { brackets, counts, mayWrite, asksFor } = await bracketsAt(room, 'fraReviewer', placeOf(draft))
    expect(brackets).toMatchObject([
      {
        ...{ bracket: 'q1', by: 'fra', absentIn: [], within: null, threads: [] },
        record: { side: 'fra', remark: REMARK, by: { fr: expect.any(String) } },
      },
    ])
    const [passage] = brackets[0]!.alternatives[0]!.ja
    expect(passage!.content).toEqual([{ type: 'text', text: 'ここに集う私たち代表は協力する。', marks: [] }])
    expect(counts).toMatchObject({ all: 1, fra: 1, jap: 0, sections: [{ heading: null, all: 1 }] })
    expect([mayWrite, asksFor]).toEqual([false, []])
    const writing = await bracketsAt(room, 'fraDrafter', placeOf(draft))
    expect([writing.mayWrite, writing.asksFor]).toEqual([true, ['fra']])
  })

  test('of a reserved amendment say who asks, from the moment it is reserved', async () => {
    const { draft } = await receiveAnswer(room)
    const { amendments } = await amendmentsOf(room, draft)
    const reserving = { reason: REMARK, actor: 'japDrafter' } as const
    await decideIn(room, draft, [amendments[0]!.key], 'reserved', reserving)
    const { brackets, counts } = await bracketsAt(room, 'japChair', placeOf(draft))
    expect(brackets).toMatchObject([{ by: 'fra', record: { side: 'fra', remark: REMARK } }])
    expect(brackets[0]!.alternatives.map(({ letter, by }) => [letter, by])).toEqual([['t', 'fra']])
    expect(counts).toMatchObject({ all: 1, fra: 1 })
    expect(await readBy('fraChair', placeOf(draft))).toBe('not-found')
  })

  test('[M3] nothing of a private draft is told to the other side, an observer or an organiser, counts included', async () => {
    const draft = await openedByFrance()
    const heard = room.listen('japChair')
    await remark('fraDrafter', draft)
    for (const actor of ['japChair', 'japDrafter', 'observer', 'organiser'] as const) {
      expect(await readBy(actor, placeOf(draft)), actor).toBe('not-found')
      expect(refusalOf(await remark(actor, draft)), actor).toBe('not-found')
    }
    expect(heard).toEqual([])
  })

  test('[M3] what is said of one leaves with the version that has it, without who wrote it', async () => {
    const draft = await openedByFrance()
    await remark('fraDrafter', draft)
    const version: Place = `version:${(await transmitDraft(room, 'fraChair', draft)).id}`
    for (const actor of ['japReviewer', 'organiser'] as const)
      expect((await bracketsAt(room, actor, version)).brackets[0]!.record, actor).toMatchObject({
        side: 'fra',
        remark: REMARK,
        by: null,
      })
    expect((await bracketsAt(room, 'fraChair', version)).brackets[0]!.record?.by).not.toBeNull()
    expect(await readBy('observer', version)).toBe('not-found')
  })

  test('[M3] what is said later, in another private draft, is not told at the version that has the bracket', async () => {
    const draft = await openedByFrance()
    await remark('fraDrafter', draft)
    const version: Place = `version:${(await transmitDraft(room, 'fraChair', draft)).id}`
    room.wait({ minutes: 1 })
    const second = await openDraft(room, 'japDrafter')
    const other = { fr: 'Nous cédons si besoin.', ja: '' }
    await room.get('japDrafter', 'POST /api/texts/:id/brackets', {
      params: params(),
      body: { bracket: 'q1', draft: second.draft.id, side: 'jap', remark: other },
    })
    expect((await bracketsAt(room, 'fraChair', version)).brackets[0]!.record?.remark).toEqual(REMARK)
    // Their version leaves without the bracket: what was said of it there stays at home.
    const { amendments } = await amendmentsOf(room, second)
    const keys = amendments.map(({ key }) => key)
    await decideIn(room, second, keys, 'rejected')
    await transmitDraft(room, 'japChair', second)
    expect((await bracketsAt(room, 'fraChair', version)).brackets[0]!.record?.remark).toEqual(REMARK)
    expect((await bracketsAt(room, 'japChair', version)).brackets[0]!.record?.remark).toEqual(other)
  })

  test('[M2] are remarked on by those who write the draft, for their own side, while it is open', async () => {
    const draft = await openedByFrance()
    expect(refusalOf(await remark('fraReviewer', draft))).toBe('not-allowed')
    expect(refusalOf(await remark('fraDrafter', draft, 'q1', 'jap'))).toBe('not-allowed')
    await transmitDraft(room, 'fraChair', draft)
    expect(refusalOf(await remark('fraDrafter', draft))).toBe('draft-closed')
  })
})

describe('[A5] [T2] threads on brackets', () => {
  test('are told to those who may read them', async () => {
    const draft = await openedByFrance()
    const version: Place = `version:${(await transmitDraft(room, 'fraChair', draft)).id}`
    const { content } = await room.get('fraDrafter', 'GET /api/versions/:id', {
      params: { id: version.slice('version:'.length) },
    })
    const internal = await begun(room, 'fraDrafter', version, 'fra', unitAnchor(content, 1))
    const shared = await begun(room, 'japDrafter', version, 'joint', unitAnchor(content, 1))
    expect((await link('fraDrafter', 'q1', internal.id, version)).ok).toBe(true)
    room.wait({ minutes: 1 })
    expect((await link('japReviewer', 'q1', shared.id, version)).ok).toBe(true)
    expect((await bracketsAt(room, 'fraChair', version)).brackets[0]!.threads).toEqual([
      internal.id,
      shared.id,
    ])
    expect((await bracketsAt(room, 'japChair', version)).brackets[0]!.threads).toEqual([shared.id])
    expect(refusalOf(await link('japDrafter', 'q1', internal.id, version))).toBe('not-found')
    expect(refusalOf(await link('organiser', 'q1', shared.id, version))).toBe('not-allowed')
    expect(refusalOf(await link('observer', 'q1', shared.id, version))).toBe('not-found')
  })
})
