/**
 * [M3] What a side decides is invisible to everybody else until its version leaves: every route that there is, asked
 * about everything that there is, answers them as if nothing had been decided.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSyncAccess } from '../../../server/policies/sync-access.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { routesOfTable } from '../../support/api-table.ts'
import { amendmentsOf, decideIn } from '../../support/deciding.ts'
import { receiveAnswer, transmitDraft } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { type Actor, FRENCH } from '../../support/test-edition.ts'

const OUTSIDERS: readonly Actor[] = [...FRENCH, 'organiser', 'observer', 'japLead', 'stranger']
const SECRET = { fr: 'Nous ne céderons pas sur ce point.', ja: 'この点では譲歩しない。' }
/** Their answers are no JSON, and the stream never ends. */
const BESIDE = ['GET /api/versions/:id/canonical', 'GET /api/versions/:id/decisions']

let room: TestRoom
let draft: DraftView
/** Everything that an id in an address could be. */
let ids: readonly string[]
let texts: readonly string[]

beforeAll(async () => {
  room = await createTestRoom()
  const received = await receiveAnswer(room)
  draft = received.draft
  const { stages, facts, declaration, people } = room.edition
  texts = [declaration, draft.draft.id, received.v1.id, received.answer.id]
  ids = [
    ...texts,
    stages[0]!.id,
    [...facts.values()][0]!,
    people.japDrafter.person.id,
    people.japDrafter.mandate!.id,
  ]
})
afterAll(() => room.close())

type Asked = { readonly method: string; readonly path: string; readonly body?: unknown }

function addresses(): Asked[] {
  const reads = [...routesOfTable(), ...BESIDE].filter(route => route.startsWith('GET '))
  const asked = reads.flatMap(route => {
    const path = route.slice('GET '.length)
    if (!path.includes(':id')) return [{ method: 'GET', path }]
    return ids.map(id => ({ method: 'GET', path: path.replace(':id', id) }))
  })
  const refs = texts.flatMap(id => [`version:${id}`, `draft:${id}`])
  const comparisons = refs.flatMap(from =>
    refs.map(to => ({ method: 'GET', path: `/api/comparisons?from=${from}&to=${to}` })),
  )
  // Acts on the draft: what is refused must not tell either.
  const key = 'added'
  const acts = [
    ['decisions', { amendments: [key], outcome: 'accepted', reason: null, edited: null }],
    ['decisions/withdrawal', { amendments: [key] }],
    ['transmission', { coverNote: { fr: 'a', ja: 'b' }, sha256: '0'.repeat(64), decisions: null }],
  ].map(([act, body]) => ({ method: 'POST', path: `/api/drafts/${draft.draft.id}/${act}`, body }))
  return [...asked, ...comparisons, ...acts]
}

async function answersTo(actor: Actor): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const { method, path, body } of addresses()) {
    const response = await room.fetch(actor, method, path, body)
    const headers = [...response.headers].filter(([name]) => name !== 'date')
    const words = withoutPlace(await response.text())
    answers.set(`${method} ${path}`, JSON.stringify([response.status, words, headers]))
  }
  return answers
}

/** Where one stands in the stream of events is sealed with a number drawn anew: only its length could tell something. */
function withoutPlace(body: string): string {
  return body.replace(/"heardUpTo":"([^"]*)"/, (_, sealed: string) => `"heardUpTo":${sealed.length}`)
}

describe('[M3] decisions that have not left', () => {
  test('change no answer of any route for anyone outside the side that decides', async () => {
    const before = new Map<Actor, Map<string, string>>()
    for (const actor of OUTSIDERS) before.set(actor, await answersTo(actor))
    expect(before.get('fraChair')!.size).toBeGreaterThan(120)
    const heard = OUTSIDERS.map(actor => [actor, room.listen(actor)] as const)

    const [first, second, third] = (await amendmentsOf(room, draft)).amendments.map(({ key }) => key)
    await decideIn(room, draft, [first!], 'accepted')
    await decideIn(room, draft, [second!], 'rejected', { reason: SECRET })
    await decideIn(room, draft, [third!], 'reserved')
    // Those of the side see them: the walk below would find a leak.
    expect(JSON.stringify([...(await answersTo('japReviewer'))])).toContain(SECRET.fr)

    for (const actor of OUTSIDERS) {
      const after = await answersTo(actor)
      for (const [address, answer] of after) {
        expect(answer, `${actor} ${address}`).toBe(before.get(actor)!.get(address))
        expect(answer, `${actor} ${address}`).not.toContain(SECRET.fr)
      }
    }
    // A workshop's lead is a member of its delegation: it hears that something changed, not what.
    for (const [actor, events] of heard)
      expect(JSON.stringify(events.filter(({ topic }) => topic !== 'amendments')), actor).toBe('[]')
    for (const [actor, events] of heard) if (actor !== 'japLead') expect(events, actor).toEqual([])
  })

  test('are not in the room of the draft either: nobody else is let in', async () => {
    const access = createSyncAccess(room.deps)
    for (const actor of OUTSIDERS) {
      const headers = new Headers({
        cookie: `${room.deps.cookieName}=${room.edition.people[actor].token}`,
      })
      expect(await access.admit(headers, draft.draft.id), actor).toBe('not-found')
    }
  })

  test('leave with the version: then both sides read the reasons', async () => {
    const v2 = await transmitDraft(room, 'japChair', draft)
    for (const actor of ['fraReviewer', 'japReviewer', 'organiser'] as const) {
      const response = await room.fetch(actor, 'GET', `/api/versions/${v2.id}/fates`)
      expect(await response.text(), actor).toContain(SECRET.ja)
    }
    const { state } = await room.deps.db
      .selectFrom('versions')
      .select('state')
      .where('id', '=', v2.id)
      .executeTakeFirstOrThrow()
    expect(Buffer.from(state).includes(SECRET.fr)).toBe(false)
    expect(room.faults).toEqual([])
  })
})
