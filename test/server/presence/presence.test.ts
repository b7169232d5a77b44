/** [M3] Who sees that somebody is here, and where: every role on every path, and the times at which it is told. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSyncAccess } from '../../../server/policies/sync-access.ts'
import { GATHER, GRACE } from '../../../server/presence/presence-board.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import { openDraft, transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor, FRENCH, JAPANESE } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  vi.useRealTimers()
  await room.close()
})

const EVERYONE = Object.keys(ACTORS) as Actor[]

/** The actor's stream is open from here on. */
async function come(...actors: readonly Actor[]) {
  const streams = []
  for (const actor of actors) streams.push((await room.fetch(actor, 'GET', '/api/events')).body!.getReader())
  return streams
}

const put = (actor: Actor, place: string | null, unit: string | null = null) =>
  room.call(actor, 'PUT /api/presence', { body: { place, unit } })

const show = (actor: Actor, shows: boolean) =>
  room.get(actor, 'PUT /api/profile/presence', { body: { shows } })

async function seenBy(actor: Actor) {
  const { here } = await room.get(actor, 'GET /api/presence', {})
  return here.map(({ name, title, place }) => ({
    who: name ?? title.fr,
    at: place && ('id' in place.at ? `${place.at.kind}:${place.at.id}` : `text:${place.text}`),
    unit: place?.unit?.number ?? null,
  }))
}
const namesSeenBy = async (actor: Actor) => (await seenBy(actor)).map(({ who }) => who).sort()

/** A draft of the Japanese side's own, or of both in a joint stage, with one block. */
async function japaneseDraft(): Promise<DraftId> {
  return (await openDraft(room, 'japDrafter')).draft.id
}
async function jointDraft(): Promise<DraftId> {
  const stages = await room.get('organiser', 'GET /api/edition', {})
  const { id } = stages.stages.find(stage => stage.turn === 'joint')!
  await room.get('organiser', 'POST /api/stages/:id/open', { params: { id } })
  const { draft } = await openDraft(room, 'japDrafter')
  expect(draft.audience).toBe('joint')
  return draft.id
}

/** The topics heard by each, from here on. */
function listenAll(): ReadonlyMap<Actor, { readonly topic: string }[]> {
  return new Map(EVERYONE.map(actor => [actor, room.listen(actor)]))
}
const whoHeard = (heard: ReturnType<typeof listenAll>) =>
  [...heard].flatMap(([actor, events]) => (events.some(({ topic }) => topic === 'presence') ? [actor] : []))

describe('[M3] who is here', () => {
  test('each sees the members of their own side, the organisers each other, observers nobody', async () => {
    await come(...EVERYONE)
    for (const actor of EVERYONE.filter(each => each !== 'stranger')) {
      const side = ACTORS[actor][1]
      const circle = side === null ? [] : side === 'fra' ? FRENCH : JAPANESE
      expect(await namesSeenBy(actor), actor).toEqual(circle.filter(each => each !== actor).sort())
    }
    expect(await room.call('stranger', 'GET /api/presence', {})).toMatchObject({ status: 404 })
    expect(await room.call(null, 'GET /api/presence', {})).toMatchObject({ status: 401 })
  })

  test('only while a stream is open: a page that asks is not somebody who is here', async () => {
    await put('fraDrafter', `text:${room.edition.declaration}`)
    expect(await namesSeenBy('fraChair')).toEqual([])
    const [stream] = await come('fraDrafter')
    expect(await namesSeenBy('fraChair')).toEqual(['fraDrafter'])
    await stream!.cancel()
    expect(await namesSeenBy('fraChair')).toEqual(['fraDrafter'])
    vi.advanceTimersByTime(GRACE)
    expect(await namesSeenBy('fraChair')).toEqual([])
  })

  test('a cut of a few seconds is nobody’s leaving, and two windows are one person', async () => {
    const [first, second] = await come('fraDrafter', 'fraDrafter')
    vi.advanceTimersByTime(GATHER)
    await first!.cancel()
    vi.advanceTimersByTime(2 * GRACE)
    expect(await namesSeenBy('fraChair')).toEqual(['fraDrafter'])
    const heard = listenAll()
    await second!.cancel()
    vi.advanceTimersByTime(GRACE - 1)
    await come('fraDrafter')
    vi.advanceTimersByTime(2 * GRACE)
    expect(whoHeard(heard)).toEqual([])
    expect(await namesSeenBy('fraChair')).toEqual(['fraDrafter'])
  })

  test('[M4] whose mandate ends or who signs out is gone at once', async () => {
    await come('fraDrafter', 'fraReviewer')
    await room.get('fraReviewer', 'POST /api/sign-out', {})
    expect(await namesSeenBy('fraChair')).toEqual(['fraDrafter'])
    const { id } = room.edition.people.fraDrafter.mandate!
    await room.get('organiser', 'POST /api/mandates/:id/end', { params: { id } })
    expect(await namesSeenBy('fraChair')).toEqual([])
    expect(await put('fraDrafter', null)).toMatchObject({ status: 404 })
  })
})

describe('[M3] where they are', () => {
  test('is shown with the unit’s number to those who may read the place, to a lead without it', async () => {
    const { v1 } = await transmitV1(room)
    const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: v1.id } })
    await come('fraDrafter')
    const unit = content.fr[1]!.unit
    await put('fraDrafter', `version:${v1.id}`, unit)
    expect(await seenBy('fraLead')).toEqual([{ who: 'fraDrafter', at: `version:${v1.id}`, unit: 2 }])
    const { draft } = await openDraft(room, 'fraDrafter')
    await put('fraDrafter', `draft:${draft.id}`, unit)
    expect(await seenBy('fraReviewer')).toEqual([{ who: 'fraDrafter', at: `draft:${draft.id}`, unit: 2 }])
    // Whoever leads a workshop is of the delegation, and may not read the declaration’s draft.
    expect(await seenBy('fraLead')).toEqual([{ who: 'fraDrafter', at: null, unit: null }])
    // What is no unit of the text is not passed on.
    await put('fraDrafter', `draft:${draft.id}`, 'words for others')
    expect(await seenBy('fraReviewer')).toEqual([{ who: 'fraDrafter', at: `draft:${draft.id}`, unit: null }])
  })

  test('a place that one may not read is refused like one that does not exist, and is not kept', async () => {
    const draft = await japaneseDraft()
    await come('fraDrafter')
    for (const actor of [...FRENCH, 'japLead', 'organiser', 'observer'] as const)
      for (const place of [`draft:${draft}`, 'draft:none', `version:${draft}`, `text:${draft}`])
        expect(await put(actor, place), `${actor} ${place}`).toMatchObject({
          status: 404,
          refusal: 'not-found',
        })
    expect(await seenBy('fraChair')).toEqual([{ who: 'fraDrafter', at: null, unit: null }])
    for (const place of ['draft:', 'people', `draft:${draft} `, `state:${draft}@x`, 'draft:a:b'])
      expect(await put('japDrafter', place), place).toMatchObject({ status: 422 })
  })

  test('[M3] nothing of the other side is seen, whatever it does in its draft', async () => {
    const draft = await japaneseDraft()
    await come('japDrafter', 'japChair')
    await put('japDrafter', `draft:${draft}`)
    expect(await seenBy('japChair')).toEqual([{ who: 'japDrafter', at: `draft:${draft}`, unit: null }])
    for (const actor of [...FRENCH, 'organiser', 'observer'] as const) {
      const answer = await (await room.fetch(actor, 'GET', '/api/presence')).text()
      expect(answer, actor).toBe('{"here":[]}')
    }
  })

  test('[M3] in a joint draft those see one another who are in it, across the sides by mandate alone', async () => {
    const draft = await jointDraft()
    await come('japDrafter', 'fraDrafter', 'fraChair', 'japLead')
    await put('japDrafter', `draft:${draft}`)
    // Of the other side nobody sees it who is not in the draft.
    for (const actor of ['fraDrafter', 'fraChair', 'fraLead', 'organiser'] as const)
      expect(
        (await seenBy(actor)).filter(({ who }) => /jap/.test(who)),
        actor,
      ).toEqual([])
    await put('fraDrafter', `draft:${draft}`)
    const { here } = await room.get('fraDrafter', 'GET /api/presence', {})
    expect(here).toMatchObject([
      { name: null, title: { fr: 'Mandat japDrafter' }, side: 'jap', place: { at: { id: draft } } },
      { name: 'fraChair', place: null },
    ])
    const { person } = room.edition.people.japDrafter
    expect(JSON.stringify(here)).not.toContain(person.id)
    expect((await seenBy('japDrafter')).map(({ who }) => who)).toEqual(['Mandat fraDrafter', 'japLead'])
    // Elsewhere again, they are out of sight.
    await put('japDrafter', `text:${room.edition.declaration}`)
    expect((await seenBy('fraDrafter')).map(({ who }) => who)).toEqual(['fraChair'])
  })
})

describe('[M3] that something changed', () => {
  test('is told to the circle alone: coming, moving, leaving and deciding to be seen', async () => {
    const draft = await japaneseDraft()
    const heard = listenAll()
    const [stream] = await come('japDrafter')
    vi.advanceTimersByTime(GATHER)
    expect(whoHeard(heard)).toEqual(JAPANESE.toSorted(inEveryone))
    const steps: (() => Promise<unknown>)[] = [
      () => put('japDrafter', `draft:${draft}`),
      () => put('japDrafter', `draft:${draft}`, 'unit'),
      () => show('japDrafter', false),
      () => show('japDrafter', true),
      () => stream!.cancel(),
    ]
    for (const step of steps) {
      const from = listenAll()
      await step()
      vi.advanceTimersByTime(GRACE + GATHER)
      expect(whoHeard(from)).toEqual(JAPANESE.toSorted(inEveryone))
    }
    for (const actor of EVERYONE.filter(each => !JAPANESE.includes(each)))
      expect(heard.get(actor), actor).toEqual([])
  })

  const inEveryone = (a: Actor, b: Actor) => EVERYONE.indexOf(a) - EVERYONE.indexOf(b)

  test('of a joint draft too is told to the own side alone', async () => {
    const draft = await jointDraft()
    await come('japDrafter')
    vi.advanceTimersByTime(GATHER)
    const heard = listenAll()
    await put('japDrafter', `draft:${draft}`)
    vi.advanceTimersByTime(GATHER)
    expect(whoHeard(heard)).toEqual(JAPANESE.toSorted(inEveryone))
  })

  test('of somebody who does not show themselves, or only says the same again, is told to nobody', async () => {
    await show('japDrafter', false)
    const text = `text:${room.edition.declaration}`
    await come('fraDrafter')
    await put('fraDrafter', text)
    vi.advanceTimersByTime(GATHER)
    const heard = listenAll()
    const [stream] = await come('japDrafter')
    await put('japDrafter', text)
    await stream!.cancel()
    await put('fraDrafter', text)
    vi.advanceTimersByTime(GRACE + GATHER)
    expect(whoHeard(heard)).toEqual([])
  })

  test('is gathered: a caret that runs through the text is one event a second', async () => {
    await come('fraDrafter')
    vi.advanceTimersByTime(GATHER)
    const heard = room.listen('fraChair')
    for (let n = 0; n < 20; n++) await put('fraDrafter', `text:${room.edition.declaration}`, `unit-${n}`)
    vi.advanceTimersByTime(GATHER)
    expect(heard).toEqual([{ topic: 'presence' }])
  })

  test('pushes nothing out of what is kept for those who were away', async () => {
    const { heardUpTo } = await room.get('fraChair', 'GET /api/session', {})
    room.deps.events.publish({ topic: 'texts', subject: 'kept' }, 'fra')
    for (let n = 0; n < 2000; n++) room.deps.events.publish({ topic: 'presence' }, 'fra')
    const response = await room.fetch('fraChair', 'GET', `/api/events?after=${heardUpTo}`)
    const { value } = await response.body!.pipeThrough(new TextDecoderStream()).getReader().read()
    expect(value!.match(/"topic":"\w+"/g)).toEqual(['"topic":"texts"', '"topic":"presence"'])
  })
})

describe('[M3] who does not show themselves', () => {
  test('is not seen here, nor when they were last here, and sees the others all the same', async () => {
    await come('fraDrafter', 'fraReviewer')
    await put('fraDrafter', `text:${room.edition.declaration}`)
    const lastSeen = async (actor: Actor) => {
      const { people } = await room.get(actor, 'GET /api/people', {})
      return people.find(({ person }) => person.name === 'fraDrafter')!.lastSeenAt
    }
    expect(await lastSeen('fraChair')).not.toBeNull()
    expect(await show('fraDrafter', false)).toMatchObject({ showsPresence: false })
    expect(await namesSeenBy('fraChair')).toEqual(['fraReviewer'])
    expect(await namesSeenBy('fraDrafter')).toEqual(['fraReviewer'])
    for (const actor of ['fraChair', 'organiser'] as const) expect(await lastSeen(actor), actor).toBeNull()
    expect(await lastSeen('fraDrafter')).not.toBeNull()
    // Coming again and moving change nothing of it.
    await come('fraDrafter')
    await put('fraDrafter', null)
    expect(await namesSeenBy('fraChair')).toEqual(['fraReviewer'])
    expect(await show('fraDrafter', true)).toMatchObject({ showsPresence: true })
    expect(await namesSeenBy('fraChair')).toEqual(['fraDrafter', 'fraReviewer'])
    expect(await lastSeen('fraChair')).not.toBeNull()
  })

  test('is not seen in a joint draft either', async () => {
    const draft = await jointDraft()
    await come('japDrafter', 'fraDrafter')
    for (const actor of ['japDrafter', 'fraDrafter'] as const) await put(actor, `draft:${draft}`)
    await show('japDrafter', false)
    expect(await seenBy('fraDrafter')).toEqual([])
    expect(await namesSeenBy('japDrafter')).toEqual(['Mandat fraDrafter'])
  })

  test('is let into rooms as somebody of whom nothing is told', async () => {
    const draft = await japaneseDraft()
    const headers = new Headers({
      cookie: `${room.deps.cookieName}=${room.edition.people.japDrafter.token}`,
    })
    const access = createSyncAccess(room.deps)
    expect(await access.admit(headers, draft)).toMatchObject({ shows: true })
    await show('japDrafter', false)
    expect(await access.admit(headers, draft)).toMatchObject({ shows: false })
  })

  test('[M6] nobody decides it, or where one is, for somebody else', async () => {
    await come('fraDrafter', 'fraReviewer')
    await room.fetch('fraReviewer', 'PUT', '/api/profile/presence', {
      shows: false,
      person: room.edition.people.fraDrafter.person.id,
    })
    expect(await namesSeenBy('fraChair')).toEqual(['fraDrafter'])
  })
})
