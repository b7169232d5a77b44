/** [M4] Every route of the table, with ids that exist, asked by people whose mandates have ended. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSyncAccess } from '../../../server/policies/sync-access.ts'
import { DEFAULT_SPEECH } from '../../../shared/model/workshop.ts'
import type { Route } from '../../../shared/protocol/api.ts'
import type { WorkshopBody } from '../../../shared/protocol/bodies.ts'
import { routesOfTable } from '../../support/api-table.ts'
import { NEW_COUNT } from '../../support/facts.ts'
import { openDraft, transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

/** Of either side and of none; the organiser's own is the last to end. */
const ENDED: readonly Actor[] = ['fraChair', 'fraDrafter', 'japChair', 'japLead', 'observer', 'organiser']
const SECRET = 'Clause que nous taisons'

let room: TestRoom
/** Of each kind one that exists, as the `:id` of a route. */
let ids: Readonly<Record<string, string>>
let versionsBefore: number

beforeAll(async () => {
  room = await createTestRoom()
  const { v1 } = await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  const { invitation } = await room.get('organiser', 'POST /api/invitations', { body: invitationBody })
  const led = await room.get('organiser', 'POST /api/workshops', { body: workshop })
  const taking = await room.get('organiser', 'POST /api/participations', { body: participation })
  const fact = room.edition.facts.get('next-host')!
  const value = { fr: SECRET, ja: SECRET }
  await room.get('organiser', 'PUT /api/facts/:id', {
    params: { id: fact },
    body: { value, status: 'confirmed' },
  })
  ids = {
    texts: room.edition.declaration,
    drafts: draft.id,
    versions: v1.id,
    facts: fact,
    stages: room.edition.stages[5]!.id,
    invitations: invitation.id,
    people: room.edition.people.fraReviewer.person.id,
    mandates: room.edition.people.fraReviewer.mandate!.id,
    workshops: led.id,
    participations: taking.id,
  }
  // All at one instant: the organiser's could not end while it is the last.
  room.wait({ minutes: 1 })
  const held = ENDED.map(actor => room.edition.people[actor].mandate!.id)
  await room.deps.db.updateTable('mandates').set({ ends_at: room.now }).where('id', 'in', held).execute()
  versionsBefore = await countOf('versions')
})
afterAll(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const title = { fr: 'Rédaction', ja: '起草' }
const invitationBody = {
  role: 'drafter',
  side: 'jap',
  organisation: null,
  workshop: null,
  title,
  person: null,
} as const
const stage = {
  name: title,
  turn: 'joint',
  versionLabel: null,
  confirmsEssential: false,
  startsFrom: 'last-own',
  due: null,
  dueStatus: 'to-confirm',
  evidence: '',
} as const
const workshop: WorkshopBody = {
  title,
  aliases: [],
  status: 'confirmed',
  room: null,
  startsAt: null,
  endsAt: null,
}
const participation = {
  fra: { name: { fr: 'Exemple-sur-Mer', ja: '' } },
  jap: null,
  choices: [],
  workshop: null,
  note: '',
}
const source = { format: 'plain', content: 'Texte' } as const
const anchor = { unit: 'u', blocks: [], passage: null } as const
const block = { kind: 'paragraph', level: 1, text: 'Texte' } as const

/** A body that fits, so that nothing but the right is in question. */
const BODIES: { readonly [R in Route]?: unknown } = {
  'POST /api/invitations': invitationBody,
  'POST /api/stages': stage,
  'PUT /api/stages/:id': stage,
  'PUT /api/stages': { order: [] },
  'PUT /api/presence': { place: null, unit: null },
  'PUT /api/digest': { address: 'someone@example.org', hour: 7, on: true },
  'POST /api/digest/confirm': { token: 'x' },
  'PUT /api/texts/:id/seen': { fingerprints: ['a'.repeat(64)], seen: true },
  'POST /api/facts': NEW_COUNT,
  'PUT /api/facts/:id': { value: null, status: 'open' },
  'PUT /api/facts/:id/withdrawal': { withdrawn: true },
  'PUT /api/edition': {
    number: 3,
    name: title,
    place: title,
    startsOn: '2031-10-21',
    endsOn: '2031-10-24',
    zone: 'Europe/Paris',
    penholder: 'jap',
  },
  'POST /api/drafts/:id/decisions': { amendments: ['u'], outcome: 'accepted', reason: null, edited: null },
  'POST /api/drafts/:id/decisions/withdrawal': { amendments: ['u'] },
  'POST /api/drafts/:id/transmission': { coverNote: title, sha256: '0'.repeat(64) },
  'POST /api/drafts/:id/restoration': { at: '2031-01-10T09:00:00.000Z' },
  'POST /api/texts/:id/file-comparison': { fr: source, ja: null, file: 'new', against: 'version:none' },
  'POST /api/texts/:id/brackets': { bracket: 'b1', draft: 'draft-none', side: null, remark: null },
  'POST /api/texts/:id/brackets/threads': { bracket: 'b1', place: 'version:none', thread: 'none' },
  'POST /api/texts/:id/threads': { place: 'version:none', audience: 'joint', anchor, body: 'Texte' },
  'POST /api/threads/:id/comments': { body: 'Texte' },
  'PUT /api/comments/:id': { body: 'Texte' },
  'PUT /api/threads/:id/state': { resolved: true },
  'PUT /api/threads/:id/assignee': { assignee: null },
  'PUT /api/drafts/:id/anchors': { anchors: [{ thread: 'thread-none', anchor }] },
  'POST /api/drafts/:id/submission': { sha256: '0'.repeat(64), note: { fr: '', ja: '' } },
  'PUT /api/texts/:id/translations': { language: 'ja', units: null, wanted: true },
  'POST /api/versions/:id/review': { outcome: 'accepted', reason: null },
  'POST /api/workshops': workshop,
  'PUT /api/workshops/:id': workshop,
  'PUT /api/workshops': { order: [] },
  'PUT /api/speech': DEFAULT_SPEECH,
  'POST /api/participations': participation,
  'PUT /api/participations/:id': participation,
  'POST /api/participations/import': { rows: [participation] },
  'POST /api/texts/:id/integration': { version: 'version-none', units: ['u'], after: null },
  'POST /api/proposals/:id/decision': { outcome: 'accepted', reason: null, revision: 1 },
  'PUT /api/proposals/:id/words': { revision: 1, fr: ['x'], ja: [] },
  'POST /api/provenances/:id/dismissal': { sha256: '0'.repeat(64), reason: title },
  'PUT /api/texts/:id/coverage': { unit: 'u', state: 'set-aside', places: [], reason: title },
  'POST /api/texts/:id/coverage/signature': { sha256: '0'.repeat(64) },
  'POST /api/texts/:id/consents': {
    place: 'version:none',
    units: [{ unit: 'u', pair: 'a'.repeat(64) }],
    kind: 'agreed',
  },
  'POST /api/record/exports': { format: 'csv' },
  'POST /api/texts/:id/consents/withdrawal': { place: 'version:none', units: ['u'] },
  'POST /api/texts/:id/reopenings': { place: 'version:none', unit: 'u', reason: title },
  'POST /api/texts/:id/seals': { sha256: '0'.repeat(64) },
  'POST /api/texts/:id/corrigenda': {
    units: [{ unit: 'u', before: { fr: ['x'], ja: [] }, after: { fr: ['y'], ja: [] } }],
    reason: title,
  },
  'POST /api/corrigenda/:id/answer': { outcome: 'consented', reason: null },
  'POST /api/drafts/:id/changes': {
    ...{ unit: 'u', beforePair: 'a'.repeat(64), words: { fr: ['x'], ja: ['y'] } },
    ...{ askedBy: 'fra', reason: title },
  },
  'POST /api/changes/:id/consents': { afterPair: 'a'.repeat(64) },
  'POST /api/changes/:id/refusal': { reason: title },
  'POST /api/texts/:id/alignment': { fr: source, ja: source },
  'POST /api/texts/:id/import': { label: 'x', rows: [{ fr: [block], ja: [block] }] },
}

/** The door, which knows nobody, and what is one's own: the account outlives the mandate. */
const OWN: readonly string[] = [
  'GET /api/welcome',
  'POST /api/setup',
  'POST /api/sign-in',
  'POST /api/demonstration/sign-in',
  'POST /api/links/look',
  'POST /api/links/redeem',
  'POST /api/sign-out',
  'GET /api/session',
  'PUT /api/profile',
  'PUT /api/profile/presence',
  'PUT /api/password',
  'POST /api/desk/visit',
  'GET /api/digest',
  'POST /api/digest/end',
]

async function countOf(table: 'versions' | 'acts' | 'stages' | 'links'): Promise<number> {
  return (
    await room.deps.db
      .selectFrom(table)
      .select('id' as never)
      .execute()
  ).length
}

describe('[M4] somebody whose mandate has ended', () => {
  const guarded = [
    ...routesOfTable().filter(route => !OWN.includes(route)),
    'GET /api/versions/:id/canonical',
  ]

  for (const route of guarded)
    test(`is told that nothing is there by ${route}`, async () => {
      const [method, pattern] = route.split(' ') as [string, string]
      const kind = pattern.split('/')[2]!
      const queries: Readonly<Record<string, string>> = {
        'GET /api/comparisons': `?from=version:${ids.versions}&to=draft:${ids.drafts}`,
        'GET /api/texts/:id/threads': `?place=version:${ids.versions}`,
      }
      const address = pattern.replace(':id', ids[kind] ?? 'none') + (queries[route] ?? '')
      for (const actor of ENDED) {
        const body = method === 'GET' ? undefined : (BODIES[route as Route] ?? {})
        const response = await room.fetch(actor, method, address, body)
        const answer = await response.text()
        if (route === 'GET /api/acts') expect(answer, actor).toBe('[]')
        else expect([response.status, answer], actor).toEqual([404, '{"error":{"id":"not-found"}}'])
      }
    })

  test('has changed nothing by asking', async () => {
    expect(await countOf('versions')).toBe(versionsBefore)
    const acts = await room.get('japDrafter', 'GET /api/acts', {})
    expect(acts[0]).toMatchObject({ kind: 'fact-changed' })
  })

  test('keeps the account, and finds in it nothing of the edition', async () => {
    for (const actor of ENDED) {
      const session = await room.get(actor, 'GET /api/session', {})
      expect(session).toMatchObject({ mandates: [], edition: null, administers: false })
      expect(await room.call(actor, 'POST /api/desk/visit', {})).toMatchObject({ ok: true })
    }
  })

  test('finds no draft at the door of the sync server, and hears nothing', async () => {
    const access = createSyncAccess(room.deps)
    for (const actor of ENDED) {
      const headers = new Headers({ cookie: `${room.deps.cookieName}=${room.edition.people[actor].token}` })
      expect(await access.admit(headers, ids.drafts as never), actor).toBe('not-found')
      const stream = await room.fetch(actor, 'GET', '/api/events')
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
      expect((await reader.read()).value).toMatch(/^event: here\n/)
      for (const audience of ['all', 'organisers', 'fra', 'jap', 'joint'] as const)
        room.deps.events.publish({ topic: 'texts', subject: ids.drafts! }, audience)
      room.deps.events.closeWhere(() => true)
      expect(await reader.read(), actor).toMatchObject({ done: true })
    }
  })
})
