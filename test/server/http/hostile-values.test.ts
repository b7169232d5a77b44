/** [fault 19] What people type is kept as it was typed and answered as data, whatever it looks like. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApi } from '../../../server/app.ts'
import { verify } from '../../../server/maintenance/verify.ts'
import type { Route } from '../../../shared/protocol/api.ts'
import { declarationOf, importPrevious, insertWords, openDraft, type } from '../../support/negotiation.ts'
import { createTestRoom, TEST_ORIGIN, type TestRoom } from '../../support/test-app.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table people; --",
  'javascript:alert(1)',
  '{{name}} $t(plan:title) %s %{env}',
  '=HYPERLINK("https://evil.example";"clic")',
  '../../etc/passwd\\..\\x',
  '__proto__',
  '\u202Eretourné\u202C',
  '𠮷野家の👩🏽‍🚀'.repeat(10),
] as const

for (const hostile of HOSTILE)
  test(`${JSON.stringify(hostile)} is a name, a title, a value, a label and a cover note like any other`, async () => {
    const label = { fr: hostile, ja: hostile }
    const profile = { name: hostile, language: 'fr', zone: 'Europe/Paris' } as const
    await room.get('japChair', 'PUT /api/profile', { body: profile })
    const people = (await room.get('japDrafter', 'GET /api/people', {})).people
    expect(people.map(each => each.person.name)).toContain(hostile)

    const fact = { id: room.edition.facts.get('next-host')! }
    const known = { value: label, status: 'confirmed' } as const
    await room.get('organiser', 'PUT /api/facts/:id', { params: fact, body: known })
    const { edition } = await room.get('observer', 'GET /api/edition', {})
    const { id: _, demonstration: __, ...said } = edition
    await room.get('organiser', 'PUT /api/edition', { body: { ...said, name: label, place: label } })
    const seen = await room.get('observer', 'GET /api/edition', {})
    expect([seen.edition.name, seen.edition.place]).toEqual([label, label])
    expect(seen.facts.find(each => each.id === fact.id)?.value).toEqual(label)

    const rows = [{ fr: [paragraph(hostile)], ja: [paragraph(hostile)] }]
    const imported = await room.get('organiser', 'POST /api/texts/:id/import', {
      params: declarationOf(room),
      body: { label: hostile, rows },
    })
    expect(imported.label).toBe(hostile)
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(0, `${hostile} `, hostile))
    const params = { id: draft.draft.id }
    const { sha256 } = await room.get('japChair', 'GET /api/drafts/:id/preview', { params })
    const body = { coverNote: label, sha256 }
    const v1 = await room.get('japChair', 'POST /api/drafts/:id/transmission', { params, body })
    const received = await room.get('fraReviewer', 'GET /api/versions/:id', { params: { id: v1.id } })
    expect(received.version.coverNote).toEqual(label)
    expect(JSON.stringify(received.content)).toContain(JSON.stringify(hostile).slice(1, -1))

    for (const path of [`/api/versions/${v1.id}/canonical`, `/api/versions/${imported.id}/canonical`]) {
      const { status, headers } = await room.fetch('fraReviewer', 'GET', path)
      expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.!'()*~-]+$/)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    const acts = await room.get('observer', 'GET /api/acts', {})
    expect(acts.find(act => act.kind === 'edition-changed')?.detail.editionFr).toBe(hostile)
    expect(await verify(room.deps.db)).toMatchObject({ findings: [] })
  })

describe('characters that no store can keep', () => {
  for (const [what, value] of [
    ['half a surrogate pair', 'a\uD842b'],
    ['a null character', 'a\u0000b'],
  ] as const)
    test(`${what} is refused at the edge, and the field is named`, async () => {
      const profile = { name: value, language: 'fr', zone: 'Europe/Paris' } as const
      expect(await room.call('japChair', 'PUT /api/profile', { body: profile })).toMatchObject({
        refusal: 'invalid',
        detail: 'name',
      })
      const fact = { id: room.edition.facts.get('next-host')! }
      const known = { value: { fr: 'Kyōto', ja: value }, status: 'confirmed' } as const
      expect(await room.call('organiser', 'PUT /api/facts/:id', { params: fact, body: known })).toMatchObject(
        {
          refusal: 'invalid',
          detail: 'value.ja',
        },
      )
      await importPrevious(room)
      const { draft } = await openDraft(room, 'japDrafter')
      const body = { coverNote: { fr: value, ja: 'b' }, sha256: '0'.repeat(64) }
      const params = { id: draft.id }
      expect(
        await room.call('japChair', 'POST /api/drafts/:id/transmission', { params, body }),
      ).toMatchObject({
        refusal: 'invalid',
        detail: 'coverNote.fr',
      })
      expect(
        await room.call('organiser', 'POST /api/texts/:id/import', {
          params: declarationOf(room),
          body: { label: 'x', rows: [{ fr: [paragraph(value)], ja: [paragraph('b')] }] },
        }),
      ).toMatchObject({ refusal: 'invalid', detail: 'rows.0.fr.0.text' })
    })
})

describe('bodies', () => {
  const send = (route: Route, raw: string) => {
    const [method, path] = route.split(' ') as [string, string]
    const cookie = `${room.deps.cookieName}=${room.edition.people.organiser.token}`
    const headers = { origin: TEST_ORIGIN, 'content-type': 'application/json', cookie }
    return createApi(room.deps).request(path, { method, headers, body: raw })
  }

  test('cannot reach prototypes: __proto__ and constructor are names of nothing', async () => {
    const poison = '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}'
    const label = `{"fr":"Nom","ja":"名",${poison}}`
    const stage = `{"name":${label},"turn":"joint","versionLabel":null,"confirmsEssential":false,"startsFrom":"last-own","due":null,"dueStatus":"to-confirm","evidence":"",${poison}}`
    for (const [route, raw] of [
      ['PUT /api/profile', `{"name":"Nom","language":"fr","zone":"Europe/Paris",${poison}}`],
      ['POST /api/stages', stage],
    ] as const) {
      const response = await send(route, raw)
      expect(response.status, route).toBe(200)
      expect(await response.text(), route).not.toContain('polluted')
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    for (const table of ['people', 'stages', 'acts'] as const)
      expect(JSON.stringify(await room.deps.db.selectFrom(table).selectAll().execute())).not.toContain(
        'polluted',
      )
  })

  test('that inherit what they lack are refused: a __proto__ with the fields is no body', async () => {
    const response = await send('PUT /api/profile', '{"__proto__":{"name":"x","language":"fr","zone":"UTC"}}')
    expect(response.status).toBe(422)
  })

  for (const [what, raw] of [
    ['lists within lists without end', '['.repeat(100_000)],
    ['lists within lists, all closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects within objects', `${'{"name":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ] as const)
    test(`${what} are refused like any other body that does not fit`, async () => {
      const response = await send('PUT /api/profile', raw)
      expect(response.status).toBe(422)
      expect((await room.fetch('organiser', 'GET', '/api/session')).status).toBe(200)
    })
})

const paragraph = (text: string) => ({ kind: 'paragraph', level: 1, text }) as const
