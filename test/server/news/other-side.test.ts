/** [M3] What one side does in private leaves no trace in the news, in what awaits anybody, or on the first page of others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Place } from '../../../shared/model/thread.ts'
import { amendmentsOf, decideIn } from '../../support/deciding.ts'
import { declarationOf, insertWords, receiveAnswer, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { type Actor, FRENCH } from '../../support/test-edition.ts'

const SECRET = 'Nous renonçons à la clause'
const OUTSIDERS: readonly Actor[] = [...FRENCH, 'organiser', 'observer']

let busy: TestRoom
let quiet: TestRoom
let before: string

/** Two rooms in which the same was done in public; in one of them the Japanese side works in private, too. */
beforeAll(async () => {
  busy = await createTestRoom()
  quiet = await createTestRoom()
  for (const room of [busy, quiet]) {
    for (const actor of OUTSIDERS) await room.get(actor, 'POST /api/desk/visit', {})
    before = room.now
    room.wait({ days: 1 })
    const { answer, draft } = await receiveAnswer(room)
    room.wait({ minutes: 5 })
    if (room === busy) {
      await type(room, 'japDrafter', draft, insertWords(1, `${SECRET} `, SECRET))
      await decideIn(room, draft, [(await amendmentsOf(room, draft)).amendments[1]!.key], 'rejected')
      const { comparison } = await room.get('japChair', 'GET /api/comparisons', {
        query: { from: `version:${answer.id}`, to: `version:${answer.id}` },
      })
      const places: readonly Place[] = [`version:${answer.id}`, `draft:${draft.draft.id}`]
      for (const place of places) {
        const { id } = await room.get('japChair', 'POST /api/texts/:id/threads', {
          params: declarationOf(room),
          body: {
            ...{ place, audience: 'jap', body: `${SECRET} @{side:jap}` },
            anchor: { unit: comparison.rows[1]!.newUnit!, blocks: [], passage: null },
            assignee: room.edition.people.japReviewer.mandate!.id,
          },
        })
        await room.get('japReviewer', 'POST /api/threads/:id/comments', {
          params: { id },
          body: { body: SECRET },
        })
        await room.get('japReviewer', 'PUT /api/threads/:id/state', {
          params: { id },
          body: { resolved: true },
        })
      }
    }
    room.wait({ days: 1 })
  }
})
afterAll(async () => {
  for (const room of [busy, quiet]) {
    expect(room.faults).toEqual([])
    await room.close()
  }
})

const PATHS = () => ['/api/news', `/api/news?since=${before}`, '/api/awaiting', '/api/desk', '/api/acts']

describe('[M3] the other side, the organiser and the observer', () => {
  for (const actor of OUTSIDERS)
    test(`${actor} is answered as in a room where nothing was done in private`, async () => {
      for (const path of PATHS()) {
        const answers = []
        for (const room of [busy, quiet]) {
          const response = await room.fetch(actor, 'GET', path)
          expect(response.status, path).toBe(200)
          const body = await response.text()
          answers.push(withoutIds(body))
          expect(body).not.toContain(SECRET)
        }
        expect(answers[0], path).toEqual(answers[1])
      }
    })

  test('their own side has all of it', async () => {
    const since = { query: { since: before } }
    const told = JSON.stringify(await busy.get('japReviewer', 'GET /api/news', since))
    expect(told).toContain(SECRET)
    const [text] = (await busy.get('japReviewer', 'GET /api/news', since)).texts
    expect(text!.units.flatMap(({ threads }) => threads)).toHaveLength(2)
  })
})

/** Ids and hashes of texts are a room's own. */
function withoutIds(body: string): string {
  return body.replaceAll(/\b[a-z]+-[0-9a-hjkmnp-tv-z]{20}\b/g, 'ID').replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
}
