import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApi } from '../../../server/app.ts'
import { EventHub } from '../../../server/http/event-hub.ts'
import { KEPT_PER_AUDIENCE } from '../../../server/http/recent-events.ts'
import type { LiveEvent } from '../../../shared/protocol/views.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(() => room.close())

/** What arrives on an actor's stream; `read` gives the next piece, undefined at the end. */
async function openStream(actor: Actor, query = '') {
  const response = await room.fetch(actor, 'GET', `/api/events${query}`)
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  return { response, reader, read: async () => (await reader.read()).value }
}

const idOf = (piece: string | undefined) => /id: (.*)/.exec(piece ?? '')![1]!

describe('live events', () => {
  test('arrive as server-sent events, and tell only what changed', async () => {
    const { response, read } = await openStream('fraDrafter')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(await read()).toMatch(/^event: here\nid: [\w-]+\ndata: \{\}\n\n$/)
    room.deps.events.publish({ topic: 'plan', subject: 'stage-1' }, 'all')
    expect(await read()).toMatch(/^id: [\w-]+\ndata: \{"topic":"plan","subject":"stage-1"\}\n\n$/)
  })

  test('[M3] are heard by their audience and by nobody else', async () => {
    const [fra, jap] = [await openStream('fraDrafter'), await openStream('japDrafter')]
    for (const stream of [fra, jap]) await stream.read()
    room.deps.events.publish({ topic: 'texts', subject: 'draft-1' }, 'jap')
    room.deps.events.publish({ topic: 'plan' }, 'all')
    expect(await jap.read()).toContain('draft-1')
    expect(await fra.read()).toContain('data: {"topic":"plan"}\n\n')
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
    expect(text.length).toBeLessThan(40_000)
  })
})

describe('coming back', () => {
  const publish = (subject: string, audience: 'fra' | 'jap' | 'all') =>
    room.deps.events.publish({ topic: 'texts', subject }, audience)

  test('brings what was said in between, once and in order, by the header as by the query', async () => {
    const { reader, read } = await openStream('fraDrafter')
    const place = idOf(await read())
    publish('one', 'fra')
    const one = idOf(await read())
    await reader.cancel()
    publish('two', 'all')
    publish('three', 'fra')
    const again = await openStream('fraDrafter', `?after=${one}`)
    const missed = await again.read()
    expect([...missed!.matchAll(/"subject":"(\w+)"/g)].map(match => match[1])).toEqual(['two', 'three'])
    expect(missed).toMatch(/event: here\nid: [\w-]+\ndata: \{\}\n\n$/)

    const headers = { cookie: `session-test=${room.edition.people.fraDrafter.token}`, 'last-event-id': place }
    const response = await createApi(room.deps).request('/api/events?after=older', { headers })
    const reader2 = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect([...(await reader2.read()).value!.matchAll(/subject":"(\w+)"/g)].map(match => match[1])).toEqual([
      'one',
      'two',
      'three',
    ])
  })

  test('begins at the place that came with the session: what is asked after it misses nothing', async () => {
    const { heardUpTo } = await room.get('fraDrafter', 'GET /api/session', {})
    publish('between', 'fra')
    expect(await (await openStream('fraDrafter', `?after=${heardUpTo}`)).read()).toContain('between')
  })

  test('an event has the same id whenever it is sent, so that a double is told', async () => {
    const { read } = await openStream('fraDrafter')
    const place = idOf(await read())
    publish('one', 'fra')
    expect(idOf(await read())).toBe(idOf(await (await openStream('fraDrafter', `?after=${place}`)).read()))
  })

  test('[M4] after a mandate ended or began tells to ask anew, and nothing of what was said', async () => {
    const { heardUpTo } = await room.get('fraDrafter', 'GET /api/session', {})
    publish('secret', 'fra')
    const { id } = room.edition.people.fraDrafter.mandate!
    await room.get('organiser', 'POST /api/mandates/:id/end', { params: { id } })
    const piece = await (await openStream('fraDrafter', `?after=${heardUpTo}`)).read()
    expect(piece).toMatch(/^event: again\nid: [\w-]+\ndata: \{\}\n\n$/)
  })

  test('[M4] a mandate that ends by itself while one is away is noticed on the return', async () => {
    let now = '2031-01-10T09:00:00.000Z'
    const hub = new EventHub(() => now)
    const mandate = { ...room.edition.people.fraDrafter.mandate!, endsAt: '2031-01-11T00:00:00.000Z' }
    const listener = {
      session: 's',
      person: 'p',
      mandates: [mandate],
      expiresAt: '9999',
      hear: () => {},
      close: () => {},
    }
    const { place } = hub.join(listener)
    hub.publish({ topic: 'plan' }, 'fra')
    expect(hub.join(listener, place).missed).toHaveLength(1)
    now = '2031-01-12T00:00:00.000Z'
    expect(hub.join(listener, place).missed).toBe('again')
  })

  test('[M3] somebody else’s id, of either side, is not known', async () => {
    const { heardUpTo } = await room.get('japDrafter', 'GET /api/session', {})
    publish('secret', 'jap')
    for (const actor of ['fraDrafter', 'japChair', 'organiser', 'observer', 'stranger'] as const) {
      const piece = await (await openStream(actor, `?after=${heardUpTo}`)).read()
      expect(piece, actor).toMatch(/^event: again/)
      expect(piece, actor).not.toContain('secret')
    }
  })

  test('with an id that nobody gave, an empty one or one of before the restart, tells to ask anew', async () => {
    const { heardUpTo } = await room.get('fraDrafter', 'GET /api/session', {})
    const forged = `${heardUpTo.slice(0, -1)}${heardUpTo.endsWith('A') ? 'B' : 'A'}`
    for (const after of ['x', '%00', '1', 'A'.repeat(48), forged, `${heardUpTo}${heardUpTo}`])
      expect(await (await openStream('fraDrafter', `?after=${after}`)).read(), after).toMatch(/^event: again/)
    expect(await (await openStream('fraDrafter', '?after=')).read()).toMatch(/^event: here/)
    room.deps.events.startAnew()
    expect(await (await openStream('fraDrafter', `?after=${heardUpTo}`)).read()).toMatch(/^event: again/)
  })

  test('after more than is kept tells to ask anew', async () => {
    const { heardUpTo } = await room.get('fraDrafter', 'GET /api/session', {})
    for (let n = 0; n < KEPT_PER_AUDIENCE; n++) publish(`n${n}`, 'fra')
    const kept = await (await openStream('fraDrafter', `?after=${heardUpTo}`)).read()
    expect(kept!.match(/subject/g)).toHaveLength(KEPT_PER_AUDIENCE)
    publish('one more', 'fra')
    expect(await (await openStream('fraDrafter', `?after=${heardUpTo}`)).read()).toMatch(/^event: again/)
  })

  test('[M3] however busy the other side was, nothing tells of it: no gap, no number, no order to ask anew', async () => {
    const { reader, read } = await openStream('fraDrafter')
    const place = idOf(await read())
    for (let n = 0; n < 3 * KEPT_PER_AUDIENCE; n++) publish(`n${n}`, 'jap')
    await reader.cancel()
    const quiet = await (await openStream('fraDrafter', `?after=${place}`)).read()
    expect(quiet).toMatch(/^event: here\nid: [\w-]+\ndata: \{\}\n\n$/)
    // Two names of one place differ as much as two of different places: nobody can tell which they are.
    const { events } = room.deps
    const who = { person: 'p', mandates: [] }
    const names = [events.placeAt(7, who), events.placeAt(7, who), events.placeAt(8, who)]
    expect(new Set(names).size).toBe(3)
    expect(new Set(names.map(name => name.length)).size).toBe(1)
    const bytes = (name: string) => [...Buffer.from(name, 'base64url')]
    const same = (a: string, b: string) => bytes(a).filter((byte, at) => byte === bytes(b)[at]).length
    expect(same(names[0]!, names[1]!)).toBeLessThan(8)
    expect(same(names[0]!, names[2]!)).toBeLessThan(8)
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
