import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Audience } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { Place } from '../../../shared/model/thread.ts'
import { amendmentsOf, decideIn } from '../../support/deciding.ts'
import { declarationOf, openDraft, receiveAnswer, transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const awaiting = (actor: Actor) => room.get(actor, 'GET /api/awaiting', {})
const kinds = async (actor: Actor) => (await awaiting(actor)).map(({ kind }) => kind)
const members = (Object.keys(ACTORS) as Actor[]).filter(actor => actor !== 'stranger')
/** Of everyone who is awaited by something of this kind. */
const awaitedBy = async (kind: string) => {
  const found: Actor[] = []
  for (const actor of members) if ((await kinds(actor)).includes(kind as never)) found.push(actor)
  return found
}
const mandate = (actor: Actor) => room.edition.people[actor].mandate!.id

async function say(
  actor: Actor,
  place: Place,
  audience: Audience,
  body: string,
  assignee: Actor | null = null,
) {
  const { text } = await placeUnit(place, actor)
  return room.get(actor, 'POST /api/texts/:id/threads', {
    params: declarationOf(room),
    body: {
      place,
      audience,
      body,
      anchor: { unit: text, blocks: [], passage: null },
      assignee: assignee && mandate(assignee),
    },
  })
}

/** The second unit of the text at a place. */
async function placeUnit(place: Place, actor: Actor): Promise<{ text: UnitId }> {
  const { comparison } = await room.get(actor, 'GET /api/comparisons', { query: { from: place, to: place } })
  return { text: comparison.rows[1]!.newUnit! }
}

describe('[D1] what awaits one', () => {
  it('a version of the other side is to be acknowledged by those who draft, until one of them did', async () => {
    const { v1 } = await transmitV1(room)
    expect(await awaitedBy('receipt')).toEqual(['fraChair', 'fraDrafter'])
    expect(await awaiting('fraChair')).toEqual([
      {
        kind: 'receipt',
        at: v1.madeAt,
        text: room.edition.declaration,
        version: { id: v1.id, label: 'V1' },
      },
    ])
    await room.get('fraDrafter', 'POST /api/versions/:id/receipt', { params: { id: v1.id } })
    expect(await awaitedBy('receipt')).toEqual([])
  })

  it('amendments are to be decided by those who may, as many as are undecided', async () => {
    const { answer, draft } = await receiveAnswer(room)
    expect(await awaitedBy('amendments')).toEqual(['japChair', 'japDrafter'])
    const line = {
      kind: 'amendments',
      at: answer.madeAt,
      text: room.edition.declaration,
      draft: draft.draft.id,
      answer: { id: answer.id, label: 'V1-FRA' },
    }
    expect(await awaiting('japChair')).toContainEqual({ ...line, undecided: 3 })
    const [first, ...rest] = (await amendmentsOf(room, draft)).amendments.map(({ key }) => key)
    await decideIn(room, draft, [first!], 'rejected')
    expect(await awaiting('japDrafter')).toContainEqual({ ...line, undecided: 2 })
    await decideIn(room, draft, rest, 'accepted')
    expect(await awaitedBy('amendments')).toEqual([])
  })

  it('[R7] a deadline awaits those who work in the stage, from 14 days before it, and once it is late', async () => {
    const { stages } = await room.get('organiser', 'GET /api/edition', {})
    const { id, name, turn, versionLabel, confirmsEssential, startsFrom, evidence } = stages[0]!
    const at = new Date(Date.parse(room.now) + 15 * 86_400_000).toISOString()
    const setDue = (dueStatus: 'confirmed' | 'inherited') =>
      room.get('organiser', 'PUT /api/stages/:id', {
        params: { id },
        body: {
          ...{ name, turn, versionLabel, confirmsEssential, startsFrom, evidence },
          ...{ due: { at, zone: 'Asia/Tokyo' }, dueStatus },
        },
      })
    await setDue('confirmed')
    expect(await awaitedBy('deadline')).toEqual([])
    room.wait({ days: 2 })
    expect(await awaitedBy('deadline')).toEqual(['japChair', 'japDrafter', 'japReviewer'])
    expect(await awaiting('japChair')).toEqual([{ kind: 'deadline', at, stage: id, late: false }])
    room.wait({ days: 14 })
    expect(await awaiting('japReviewer')).toEqual([{ kind: 'deadline', at, stage: id, late: true }])
    await setDue('inherited')
    expect(await awaitedBy('deadline')).toEqual([])
  })

  it('[T3] whoever a comment calls has it before them until they have read it, and nobody else', async () => {
    const { v1 } = await transmitV1(room)
    room.wait({ minutes: 1 })
    const place: Place = `version:${v1.id}`
    const body = `> déjà dit\n\n@{role:fra:reviewer} qu’en dites-vous ?`
    const { id } = await say('fraChair', place, 'fra', body)
    expect(await awaitedBy('mention')).toEqual(['fraReviewer'])
    expect(await awaiting('fraReviewer')).toMatchObject([
      {
        kind: 'mention',
        at: room.now,
        thread: id,
        audience: 'fra',
        place,
        words: 'qu’en dites-vous ?',
        by: { title: { fr: 'Mandat fraChair' }, mine: false },
      },
    ])
    await room.get('fraReviewer', 'POST /api/threads/:id/read', { params: { id } })
    expect(await awaitedBy('mention')).toEqual([])
    room.wait({ minutes: 1 })
    await room.get('fraReviewer', 'POST /api/threads/:id/comments', {
      params: { id },
      body: { body: '@{side:fra} d’accord.' },
    })
    expect(await awaitedBy('mention')).toEqual(['fraChair', 'fraDrafter', 'fraLead'])
    // Resolved, it waits for nobody.
    await room.get('fraChair', 'PUT /api/threads/:id/state', { params: { id }, body: { resolved: true } })
    expect(await awaitedBy('mention')).toEqual([])
  })

  it('[T3] a thread in one’s hands awaits one until it is resolved or given to somebody else', async () => {
    const { v1 } = await transmitV1(room)
    room.wait({ minutes: 1 })
    const { id } = await say('fraChair', `version:${v1.id}`, 'joint', 'À revoir.', 'fraDrafter')
    expect(await awaitedBy('assigned')).toEqual(['fraDrafter'])
    expect(await awaiting('fraDrafter')).toContainEqual(
      expect.objectContaining({ kind: 'assigned', thread: id, words: 'À revoir.', audience: 'joint' }),
    )
    await room.get('fraChair', 'PUT /api/threads/:id/assignee', {
      params: { id },
      body: { assignee: mandate('fraReviewer') },
    })
    expect(await awaitedBy('assigned')).toEqual(['fraReviewer'])
    await room.get('fraReviewer', 'PUT /api/threads/:id/state', { params: { id }, body: { resolved: true } })
    expect(await awaitedBy('assigned')).toEqual([])
  })

  it('[M4] nothing awaits one after one’s mandate ended', async () => {
    await transmitV1(room)
    await room.get('organiser', 'POST /api/mandates/:id/end', { params: { id: mandate('fraDrafter') } })
    expect(await room.call('fraDrafter', 'GET /api/awaiting', {})).toMatchObject({ refusal: 'not-found' })
    expect(await room.call('fraDrafter', 'GET /api/news', {})).toMatchObject({ refusal: 'not-found' })
  })

  it('[T4] leads to where the thread is read: one’s own draft, the version for the other side', async () => {
    const { v1 } = await transmitV1(room)
    const draft = await openDraft(room, 'fraDrafter')
    room.wait({ minutes: 1 })
    await say('fraChair', `version:${v1.id}`, 'joint', '@{side:jap} @{side:fra}')
    const placeFor = async (actor: Actor) =>
      (await awaiting(actor)).flatMap(item => ('place' in item ? [item.place] : []))
    expect(await placeFor('fraDrafter')).toEqual([`draft:${draft.draft.id}`])
    expect(await placeFor('fraLead')).toEqual([`version:${v1.id}`])
    expect(await placeFor('japDrafter')).toEqual([`version:${v1.id}`])
  })
})
