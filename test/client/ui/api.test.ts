import { afterEach, describe, expect, test, vi } from 'vitest'
import { call, Refusal, Unreachable } from '../../../client/api.ts'

const asked: Request[] = []

function serverAnswers(status: number, body: string): void {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(new Request(new URL(address, 'http://room.test'), init as RequestInit & { duplex?: 'half' }))
    return new Response(body, { status })
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
  asked.length = 0
})

describe('the door to the server', () => {
  test('puts parameters, query and body where the route says', async () => {
    serverAnswers(200, '{"ok":true}')
    await call('POST /api/mandates/:id/end', { params: { id: 'a/b?c' } })
    await call('GET /api/comparisons', { query: { from: 'version:1', to: 'draft:2' } })
    await call('PUT /api/stages', { body: { order: ['a'] } })
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST http://room.test/api/mandates/a%2Fb%3Fc/end',
      'GET http://room.test/api/comparisons?from=version%3A1&to=draft%3A2',
      'PUT http://room.test/api/stages',
    ])
    expect(await asked[2]!.text()).toBe('{"order":["a"]}')
  })

  test('an expected refusal is thrown with its id and the field at fault', async () => {
    serverAnswers(422, '{"error":{"id":"invalid","detail":"name.fr"}}')
    const error = await call('GET /api/session').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Refusal)
    expect(error).toMatchObject({ id: 'invalid', detail: 'name.fr' })
  })

  test('an id this page does not know, or a proxy’s own page, still says something true', async () => {
    serverAnswers(404, '<html>not here</html>')
    await expect(call('GET /api/session')).rejects.toMatchObject({ id: 'not-found' })
    serverAnswers(500, '{"error":{"id":"toString"}}')
    await expect(call('GET /api/session')).rejects.toMatchObject({ id: 'internal' })
    serverAnswers(502, 'Bad Gateway')
    await expect(call('GET /api/session')).rejects.toBeInstanceOf(Unreachable)
  })

  test('no answer is not a refusal', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    await expect(call('GET /api/session')).rejects.toBeInstanceOf(Unreachable)
  })
})
