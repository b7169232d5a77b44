import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EventHub } from '../../../server/http/event-hub.ts'
import type { LiveEvent } from '../../../shared/protocol/views.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(() => room.close())

/** What arrives on an actor's stream; `read` gives the next piece, undefined at the end. */
async function openStream(actor: Actor) {
  const response = await room.fetch(actor, 'GET', '/api/events')
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  return { response, reader, read: async () => (await reader.read()).value }
}

describe('live events', () => {
  test('arrive as server-sent events, and tell only what changed', async () => {
    const { response, read } = await openStream('fraDrafter')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(await read()).toBe(': here\n\n')
    room.deps.events.publish({ topic: 'plan', subject: 'stage-1' }, 'all')
    expect(await read()).toBe('data: {"topic":"plan","subject":"stage-1"}\n\n')
  })

  test('[M3] are heard by their audience and by nobody else', async () => {
    const [fra, jap] = [await openStream('fraDrafter'), await openStream('japDrafter')]
    for (const stream of [fra, jap]) await stream.read()
    room.deps.events.publish({ topic: 'texts', subject: 'draft-1' }, 'jap')
    room.deps.events.publish({ topic: 'plan' }, 'all')
    expect(await jap.read()).toContain('draft-1')
    expect(await fra.read()).toBe('data: {"topic":"plan"}\n\n')
  })

  test('[M4] end when the mandate ends, and come back with what is left', async () => {
    const { reader, read } = await openStream('fraDrafter')
    await read()
    const { id } = room.edition.people.fraDrafter.mandate!
    await room.get('organiser', 'POST /api/mandates/:id/end', { params: { id } })
    expect((await reader.read()).done).toBe(true)
    const again = await openStream('fraDrafter')
    await again.read()
    room.deps.events.publish({ topic: 'plan' }, 'all')
    room.deps.events.closeWhere(() => true)
    expect((await again.reader.read()).done).toBe(true)
  })

  test('need a session, and end with it', async () => {
    expect((await room.fetch(null, 'GET', '/api/events')).status).toBe(401)
    const { reader, read } = await openStream('fraDrafter')
    await read()
    await room.get('fraDrafter', 'POST /api/sign-out', {})
    expect((await reader.read()).done).toBe(true)
  })

  test('a reader who goes away is forgotten', async () => {
    const { reader, read } = await openStream('fraDrafter')
    await read()
    expect(room.deps.events.size).toBe(1)
    await reader.cancel()
    expect(room.deps.events.size).toBe(0)
  })

  test('a reader who does not read is cut off', async () => {
    const response = await room.fetch('fraDrafter', 'GET', '/api/events')
    for (let i = 0; i < 1000; i++) room.deps.events.publish({ topic: 'plan' }, 'all')
    expect(room.deps.events.size).toBe(0)
    const text = await new Response(response.body).text()
    expect(text.length).toBeLessThan(20_000)
  })
})

describe('the hub', () => {
  const listener = (session: string, events: LiveEvent[] = [], closed: string[] = []) => ({
    session,
    person: session,
    mandates: [room.edition.people.fraDrafter.mandate!],
    expiresAt: '2031-02-01T00:00:00.000Z',
    hear: (event: LiveEvent) => void events.push(event),
    close: () => void closed.push(session),
  })

  test('keeps a bounded number of streams: a session that opens many ends its oldest', () => {
    const hub = new EventHub(() => room.now)
    const closed: string[] = []
    for (let i = 0; i < 20; i++) hub.join(listener('one', [], closed))
    for (let i = 0; i < 2100; i++) hub.join(listener(`session ${i}`, [], closed))
    expect(hub.size).toBe(2000)
    expect(closed.slice(0, 12)).toEqual(Array(12).fill('one'))
  })

  test('says nothing to a session that has expired or a mandate that has ended by itself', () => {
    let now = '2031-01-10T09:00:00.000Z'
    const hub = new EventHub(() => now)
    const [expired, ended]: [LiveEvent[], LiveEvent[]] = [[], []]
    hub.join(listener('expires', expired))
    const mandate = { ...room.edition.people.fraDrafter.mandate!, endsAt: '2031-01-11T00:00:00.000Z' }
    hub.join({ ...listener('ends', ended), mandates: [mandate] })
    hub.publish({ topic: 'plan' }, 'all')
    now = '2031-01-12T00:00:00.000Z'
    hub.publish({ topic: 'facts' }, 'all')
    now = '2031-02-01T00:00:00.000Z'
    hub.publish({ topic: 'people' }, 'all')
    expect(ended.map(event => event.topic)).toEqual(['plan'])
    expect(expired.map(event => event.topic)).toEqual(['plan', 'facts'])
  })
})
