/** [M3] Every path by which the other side's private text could be reached, walked by those who must not see it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSyncAccess } from '../../../server/policies/sync-access.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { type Actor, FRENCH } from '../../support/test-edition.ts'

const SECRET = 'Nous renonçons à la clause'
/** It is the Japanese side's turn: none of these may see its draft. */
const OUTSIDERS: readonly Actor[] = [...FRENCH, 'organiser', 'observer', 'japLead', 'stranger']

let room: TestRoom
let draft: DraftId
const missing = 'draft-00000000000000000000' as DraftId

beforeAll(async () => {
  room = await createTestRoom()
  const text = room.edition.declaration
  const begun = await room.get('japDrafter', 'POST /api/texts/:id/draft', { params: { id: text } })
  draft = begun.draft.id
  const by = room.edition.people.japDrafter.mandate!.id
  await room.sync.edit(draft, by, doc => wordsOf(doc, 'fr', 0).insert(0, SECRET))
  await room.fetch('japDrafter', 'GET', '/api/events')
  await room.get('japDrafter', 'PUT /api/presence', { body: { place: `draft:${draft}`, unit: null } })
})
afterAll(() => room.close())

/** The two answers, with the guessed id taken out of both. */
async function sameAsMissing(actor: Actor, method: string, path: (id: string) => string, body?: unknown) {
  const answer = async (id: string) => {
    const response = await room.fetch(actor, method, path(id), body)
    const headers = [...response.headers].filter(([name]) => name !== 'date')
    return { status: response.status, body: (await response.text()).replaceAll(id, 'ID'), headers }
  }
  const [found, none] = [await answer(draft), await answer(missing)]
  expect(found).toEqual(none)
  expect(found.body).not.toContain(SECRET)
  return found
}

const TRANSMISSION = { coverNote: { fr: 'a', ja: 'b' }, sha256: '0'.repeat(64) }

describe('[M3] the private draft of the other side answers like one that does not exist', () => {
  for (const actor of OUTSIDERS)
    test(`to ${actor}`, async () => {
      for (const [method, path, body] of [
        ['GET', (id: string) => `/api/drafts/${id}`],
        ['GET', (id: string) => `/api/drafts/${id}/preview`],
        ['POST', (id: string) => `/api/drafts/${id}/transmission`, TRANSMISSION],
        ['GET', (id: string) => `/api/comparisons?from=draft:${id}&to=draft:${id}`],
        ['GET', (id: string) => `/api/drafts/${id}/history`],
        ['GET', (id: string) => `/api/drafts/${id}/state?at=${room.now}`],
        ['POST', (id: string) => `/api/drafts/${id}/restoration`, { at: room.now }],
        ['GET', (id: string) => `/api/comparisons?from=state:${id}@${room.now}&to=draft:${id}`],
        ['GET', (id: string) => `/api/versions/${id}`],
        ['GET', (id: string) => `/api/versions/${id}/canonical`],
        ['GET', (id: string) => `/api/texts/${id}`],
        ['GET', (id: string) => `/api/texts/${id}/standing`],
        ['POST', (id: string) => `/api/texts/${id}/visit`],
      ] as const)
        expect((await sameAsMissing(actor, method, path, body)).status).toBe(404)
    })

  test('at the door of the sync server too', async () => {
    const access = createSyncAccess(room.deps)
    const headers = (actor: Actor) =>
      new Headers({ cookie: `${room.deps.cookieName}=${room.edition.people[actor].token}` })
    for (const actor of OUTSIDERS) {
      expect(await access.admit(headers(actor), draft), actor).toBe('not-found')
      expect(await access.admit(headers(actor), missing), actor).toBe('not-found')
    }
    expect(await access.admit(new Headers(), draft)).toBe('not-signed-in')
    expect(await access.admit(headers('japDrafter'), draft)).toMatchObject({ access: 'write' })
    expect(await access.admit(headers('japReviewer'), draft)).toMatchObject({ access: 'read' })
  })
})

describe('[M3] nothing that one may ask for differs by what the other side does in private', () => {
  const paths = (text: string) => [
    `/api/texts/${text}`,
    `/api/texts/${text}/standing`,
    '/api/desk',
    '/api/edition',
    '/api/acts',
    '/api/people',
    '/api/presence',
    '/api/session',
    '/api/welcome',
  ]

  test('pages, counts, numbers of acts and abilities are those of a room where nothing was begun', async () => {
    const quiet = await createTestRoom()
    // A lead hears, with its delegation, that a draft was begun; the text itself is closed to it.
    for (const actor of OUTSIDERS.filter(each => each !== 'japLead')) {
      const seen = async (of: TestRoom) => {
        const answers: string[] = []
        for (const path of paths(of.edition.declaration)) {
          const text = await (await of.fetch(actor, 'GET', path)).text()
          answers.push(
            text
              .replaceAll(/\b[a-z]+-[0-9a-hjkmnp-tv-z]{20}\b/g, 'ID')
              // A place in the event stream, under the room's own key: its length is all there is to see.
              .replaceAll(/"heardUpTo":"[\w-]{48}"/g, 'PLACE'),
          )
        }
        return answers
      }
      expect(await seen(room), actor).toEqual(await seen(quiet))
    }
    await quiet.close()
  })

  test('no live event of the other side is heard', async () => {
    const heard = OUTSIDERS.map(actor => [actor, room.listen(actor)] as const)
    const own = room.listen('japReviewer')
    room.deps.events.publish({ topic: 'texts', subject: draft }, 'jap')
    // A workshop's lead is a member of its delegation: it hears that something changed, not what.
    for (const [actor, events] of heard) expect(events.length, actor).toBe(actor === 'japLead' ? 1 : 0)
    expect(own).toHaveLength(1)
  })
})
