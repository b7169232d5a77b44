/** ADR 13: a route is written twice, as a line of the table and as a handler. Neither is forgotten. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../../server/app.ts'
import { routesOfTable } from '../../support/api-table.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'

let room: TestRoom
beforeAll(async () => {
  room = await createTestRoom()
})
afterAll(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

/** What the table names beside itself, because their answers are no JSON. */
const BESIDE = [
  'GET /api/events',
  'GET /api/versions/:id/canonical',
  'GET /api/versions/:id/decisions',
  'GET /api/versions/:id/corrigenda/:number',
]
/** These are for people who are not signed in. */
const DOOR = [
  'GET /api/welcome',
  'POST /api/setup',
  'POST /api/sign-in',
  'POST /api/demonstration/sign-in',
  'POST /api/links/look',
  'POST /api/links/redeem',
  'POST /api/digest/end',
]
/** Answers anybody what the organiser has opened; see server/issue. */
const PUBLIC = 'GET /api/published/:id'
/** Of mail clients, which bring a token and no session; see mail/digest-routes.test.ts. */
const ONE_CLICK = ['GET /api/digest/end/:token', 'POST /api/digest/end/:token']

describe('the table of routes', () => {
  test('has a line for every route of the app, and the app a route for every line', () => {
    const routes = createApi(room.deps)
      .routes.filter(({ path }) => !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(routes)].sort()).toEqual([...routesOfTable(), ...BESIDE, ...ONE_CLICK].sort())
    expect(routesOfTable().length).toBeGreaterThan(30)
  })

  for (const route of [...routesOfTable(), ...BESIDE])
    test(`${route} is answered, and only the door without a session`, async () => {
      const [method, path] = route.split(' ') as [string, string]
      const address = path.replaceAll(/:\w+/g, 'none')
      const response = await room.fetch(null, method, address, method === 'GET' ? undefined : {})
      const { error } = (await response.json()) as { error?: { id: string } }
      if (DOOR.includes(route)) expect(error?.id ?? 'answered').toMatch(/^(answered|invalid)$/)
      else if (route === PUBLIC) expect([response.status, error]).toEqual([404, { id: 'not-found' }])
      else expect([response.status, error]).toEqual([401, { id: 'not-signed-in' }])
    })

  test('an address that is not in it is refused as unknown, signed in or not', async () => {
    for (const actor of [null, 'organiser'] as const) {
      const response = await room.fetch(actor, 'POST', '/api/nothing', {})
      expect([response.status, await response.json()]).toEqual([404, { error: { id: 'not-found' } }])
    }
  })
})
