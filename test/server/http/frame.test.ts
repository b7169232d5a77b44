import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../../server/app.ts'
import { createTestRoom, TEST_ORIGIN, type TestRoom } from '../../support/test-app.ts'

let room: TestRoom
beforeAll(async () => {
  room = await createTestRoom()
})
afterAll(() => room.close())

const cookie = () => `${room.deps.cookieName}=${room.edition.people.organiser.token}`

describe('origins', () => {
  for (const [name, origin, status] of [
    ['ours', TEST_ORIGIN, 200],
    ['another', 'https://evil.example', 403],
    ['none', undefined, 403],
    ['null, as a sandbox or a form without referrer sends it', 'null', 403],
    ['one that begins like ours', `${TEST_ORIGIN}.evil.example`, 403],
  ] as const)
    test(`a request that changes something and comes from ${name} gets ${status}`, async () => {
      const headers = new Headers({ cookie: cookie(), 'content-type': 'application/json' })
      if (origin !== undefined) headers.set('origin', origin)
      // The Host header is the sender's own word and must not count.
      headers.set('host', 'evil.example')
      const profile = { name: 'organiser', language: 'fr', zone: 'Europe/Paris' }
      const request = { method: 'PUT', headers, body: JSON.stringify(profile) }
      const response = await createApi(room.deps).request('/api/profile', request)
      expect(response.status).toBe(status)
      if (status === 403) expect(await response.json()).toEqual({ error: { id: 'foreign-origin' } })
    })
})

describe('answers', () => {
  test('are not kept, sniffed, framed, or run', async () => {
    for (const path of ['/api/session', '/api/nothing', '/api/welcome']) {
      const { headers } = await room.fetch(null, 'GET', path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    }
  })

  test('an unknown address, or a method that it does not have, is not found', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['GET', '/api'],
      ['PATCH', '/api/profile'],
      ['GET', '/api/texts/%2e%2e%2f'],
      ['GET', '/api/texts/__proto__'],
      ['GET', '/api/versions/constructor'],
    ] as const) {
      const response = await room.fetch('organiser', method, path)
      expect([path, response.status]).toEqual([path, 404])
      expect(await response.json()).toEqual({ error: { id: 'not-found' } })
    }
  })

  test('a body that is no JSON, of another type, or not an object, is invalid', async () => {
    const app = createApi(room.deps)
    const send = (body: string, type: string) =>
      app.request('/api/sign-in', {
        method: 'POST',
        headers: { origin: TEST_ORIGIN, 'content-type': type },
        body,
      })
    for (const response of [
      await send('{"login":', 'application/json'),
      await send('login=a&password=b', 'application/x-www-form-urlencoded'),
      await send('{"login":"a","password":"b"}', 'text/plain'),
      await send('[]', 'application/json'),
      await send('null', 'application/json'),
      await send('{"__proto__":{"login":"a","password":"b"}}', 'application/json'),
    ]) {
      expect(response.status).toBe(422)
      expect(((await response.json()) as { error: { id: string } }).error.id).toBe('invalid')
    }
    expect(room.faults).toEqual([])
  })

  test('a body that is too large is refused before it is read', async () => {
    const body = { login: 'x'.repeat(300_000), password: 'x' }
    const response = await room.fetch(null, 'POST', '/api/sign-in', body)
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({ error: { id: 'too-large' } })
  })

  test('a fault is logged with its cause and tells the outside nothing', async () => {
    const broken = createApi({
      ...room.deps,
      clock: () => {
        throw new Error('the clock has stopped')
      },
    })
    const response = await broken.request('/api/session', { headers: { cookie: cookie() } })
    expect([response.status, await response.json()]).toEqual([500, { error: { id: 'internal' } }])
    expect(String((room.faults.pop() as { cause: unknown }).cause)).toContain('the clock has stopped')
    expect((await room.fetch('organiser', 'GET', '/api/session')).status).toBe(200)
  })
})

describe('a full disk', () => {
  test('refuses what would be written, lets one read, and needs no restart once there is room', async () => {
    const full = await createTestRoom()
    const stage = {
      name: { fr: 'x'.repeat(300), ja: '確認' },
      turn: 'joint',
      versionLabel: null,
      confirmsEssential: false,
      startsFrom: 'last-own',
      due: null,
      dueStatus: 'to-confirm',
      evidence: 'x'.repeat(2000),
    } as const
    const add = () => full.call('organiser', 'POST /api/stages', { body: stage })
    await sql`pragma max_page_count = 1`.execute(full.deps.db)
    let refused = await add()
    // Pages that are there already still take some rows.
    for (let tries = 0; refused.ok && tries < 50; tries++) refused = await add()
    expect(refused).toMatchObject({ status: 503, refusal: 'storage-failing' })
    const acts = await full.get('observer', 'GET /api/acts', {})
    const stages = (await full.get('observer', 'GET /api/edition', {})).stages
    expect(acts.filter(act => act.kind === 'stage-added').length).toBe(stages.length - 7)
    full.wait({ minutes: 5 })
    expect((await full.fetch('observer', 'GET', '/api/session')).status).toBe(200)
    expect(full.faults).toHaveLength(1)
    await sql`pragma max_page_count = 100000`.execute(full.deps.db)
    expect((await add()).ok).toBe(true)
    await full.close()
  })

  test('so does one that can only be read: nothing is half-written', async () => {
    const failing = await createTestRoom()
    const { id } = failing.edition.stages[5]!
    const remove = () => failing.call('organiser', 'DELETE /api/stages/:id', { params: { id } })
    const before = await failing.get('observer', 'GET /api/acts', {})
    await sql`pragma query_only = on`.execute(failing.deps.db)
    expect(await remove()).toMatchObject({ status: 503, refusal: 'storage-failing' })
    expect(await failing.get('observer', 'GET /api/acts', {})).toEqual(before)
    expect((await failing.get('observer', 'GET /api/edition', {})).stages).toHaveLength(7)
    await sql`pragma query_only = off`.execute(failing.deps.db)
    expect((await remove()).ok).toBe(true)
    await failing.close()
  })
})
