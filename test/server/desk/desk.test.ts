import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  importPrevious,
  insertWords,
  openDraft,
  transmitDraft,
  transmitV1,
  type,
} from '../../support/negotiation.ts'
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

const desk = (actor: Actor) => room.get(actor, 'GET /api/desk', {})
const visit = (actor: Actor) => room.get(actor, 'POST /api/desk/visit', {})
const news = (actor: Actor) => room.get(actor, 'GET /api/news', {})
const kinds = async (actor: Actor) => (await news(actor)).acts.map(act => act.kind)

describe('the first page', () => {
  it('[D1] says whose turn it is, since when and until when', async () => {
    const turns: Partial<Record<Actor, boolean>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      if (actor !== 'stranger') turns[actor] = (await desk(actor)).myTurn
    }
    expect(turns).toEqual({
      organiser: false,
      fraChair: false,
      fraDrafter: false,
      fraReviewer: false,
      fraLead: false,
      japChair: true,
      japDrafter: true,
      japReviewer: true,
      japLead: true,
      observer: false,
    })
    const { current } = await desk('observer')
    expect(current).toMatchObject({ turn: 'jap', state: 'current', openedAt: room.now })
    await transmitV1(room)
    expect((await desk('fraDrafter')).myTurn).toBe(true)
    expect((await desk('japDrafter')).myTurn).toBe(false)
  })

  it('[M1] is not there for someone without a mandate', async () => {
    expect(await room.call('stranger', 'GET /api/desk', {})).toMatchObject({ refusal: 'not-found' })
    expect(await room.call(null, 'GET /api/desk', {})).toMatchObject({ refusal: 'not-signed-in' })
  })

  it('[D1] says what happened since my last visit; looks of one sitting belong to one visit', async () => {
    await importPrevious(room)
    expect((await desk('fraChair')).lastVisitAt).toBeNull()
    await visit('fraChair')
    const first = room.now
    room.wait({ days: 1 })
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(1, 'Ici, ', 'ここに'))
    await transmitDraft(room, 'japChair', draft)
    expect((await desk('fraChair')).lastVisitAt).toBe(first)
    expect(await kinds('fraChair')).toEqual(['stage-opened', 'version-transmitted'])
    await visit('fraChair')
    room.wait({ minutes: 10 })
    await visit('fraChair')
    expect(await kinds('fraChair')).toEqual(['stage-opened', 'version-transmitted'])
    room.wait({ minutes: 31 })
    expect(await kinds('fraChair')).toEqual([])
  })

  it('[M3] tells of a draft’s opening to its own side only', async () => {
    await importPrevious(room)
    for (const actor of ['fraChair', 'japReviewer', 'organiser', 'observer'] as const) await visit(actor)
    room.wait({ days: 1 })
    await openDraft(room, 'japDrafter')
    expect(await kinds('japReviewer')).toEqual(['draft-opened'])
    for (const actor of ['fraChair', 'organiser', 'observer'] as const) expect(await kinds(actor)).toEqual([])
  })

  it('[M3] shows each reader the texts as far as they may see them', async () => {
    await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    const [mine] = (await desk('japReviewer')).texts
    expect(mine).toMatchObject({
      draft: { id: draft.id },
      abilities: { readDrafts: true, writeDraft: false },
    })
    const [theirs] = (await desk('fraChair')).texts
    expect(theirs).toMatchObject({ draft: null, mayBeginFrom: null, abilities: { readDrafts: false } })
    expect(theirs!.versions.map(version => version.label)).toEqual(['Précédente'])
    expect((await desk('observer')).texts[0]!.versions).toEqual([])
  })
})
