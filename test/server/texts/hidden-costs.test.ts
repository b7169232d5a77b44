import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrations/migrator.ts'
import { asked, openJoint, WHY } from '../../support/changing.ts'
import { amendmentsOf, decideIn } from '../../support/deciding.ts'
import { begun, unitAnchor } from '../../support/discussing.ts'
import { insertFactAt } from '../../support/facts.ts'
import { openDraft, receiveAnswer, transmitDraft, transmitV1, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
const queries: string[] = []
const counter: KyselyPlugin = {
  transformQuery: ({ node }) => {
    queries.push(node.kind)
    return node
  },
  transformResult: async ({ result }) => result,
}
beforeEach(async () => {
  const db = openSqlite(':memory:')
  await migrate(db)
  room = await createTestRoom({ database: db.withPlugin(counter) })
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

async function costOf(actor: Actor, method: string, path: string, body?: unknown): Promise<string[]> {
  queries.length = 0
  const response = await room.fetch(actor, method, path, body)
  expect(response.status, path).toBe(404)
  return [...queries]
}

const body = (method: string) => (method === 'POST' ? { at: room.now } : undefined)
const saying = { body: 'Et alors ?' }

it('[M3] a place that is hidden costs what one that does not exist does, and who is here what nobody costs', async () => {
  const { v1 } = await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  const put = (actor: Actor, place: string) => costOf(actor, 'PUT', '/api/presence', { place, unit: null })
  expect(await put('japChair', `draft:${draft.id}`)).toEqual(await put('japChair', 'draft:none'))
  expect(await put('observer', `version:${v1.id}`)).toEqual(await put('observer', 'version:none'))

  const asked = async () => {
    queries.length = 0
    expect(await room.get('japChair', 'GET /api/presence', {})).toEqual({ here: [] })
    return [...queries]
  }
  const alone = await asked()
  await room.fetch('fraDrafter', 'GET', '/api/events')
  await room.get('fraDrafter', 'PUT /api/presence', { body: { place: `draft:${draft.id}`, unit: 'u' } })
  expect(await asked()).toEqual(alone)
})

it('[M3] the page of facts costs the same, and says the same, whether the other side’s draft uses one or not', async () => {
  await transmitV1(room)
  const asked = async () => {
    queries.length = 0
    const answer = await room.get('japChair', 'GET /api/facts', {})
    return { answer, cost: [...queries] }
  }
  const before = await asked()
  const draft = await openDraft(room, 'fraDrafter')
  await type(room, 'fraDrafter', draft, insertFactAt(1, room.edition.facts.get('number-fra')!))
  expect(await asked()).toEqual(before)
})

it('[M3] [fault 14] what is hidden is looked for with the same queries as what does not exist', async () => {
  const { v1 } = await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  for (const [actor, method, hidden, missing] of [
    ['japChair', 'GET', `/api/drafts/${draft.id}`, '/api/drafts/draft-none'],
    ['japChair', 'GET', `/api/drafts/${draft.id}/preview`, '/api/drafts/draft-none/preview'],
    ['japChair', 'GET', `/api/drafts/${draft.id}/amendments`, '/api/drafts/draft-none/amendments'],
    [
      'japChair',
      'GET',
      `/api/comparisons?from=version:${v1.id}&to=draft:${draft.id}`,
      `/api/comparisons?from=version:${v1.id}&to=draft:draft-none`,
    ],
    ['japChair', 'GET', `/api/drafts/${draft.id}/history`, '/api/drafts/draft-none/history'],
    [
      'japChair',
      'GET',
      `/api/drafts/${draft.id}/state?at=${room.now}`,
      `/api/drafts/draft-none/state?at=${room.now}`,
    ],
    ['japChair', 'POST', `/api/drafts/${draft.id}/restoration`, '/api/drafts/draft-none/restoration'],
    [
      'japChair',
      'GET',
      `/api/comparisons?from=state:${draft.id}@${room.now}&to=version:${v1.id}`,
      `/api/comparisons?from=state:draft-none@${room.now}&to=version:${v1.id}`,
    ],
    ['japChair', 'GET', `/api/drafts/${draft.id}/changes`, '/api/drafts/draft-none/changes'],
    ['observer', 'GET', `/api/versions/${v1.id}`, '/api/versions/version-none'],
    ['observer', 'GET', `/api/versions/${v1.id}/canonical`, '/api/versions/version-none/canonical'],
    ['observer', 'GET', `/api/versions/${v1.id}/fates`, '/api/versions/version-none/fates'],
    ['observer', 'GET', `/api/versions/${v1.id}/decisions`, '/api/versions/version-none/decisions'],
    ['observer', 'GET', `/api/versions/${v1.id}/corrigenda`, '/api/versions/version-none/corrigenda'],
    ['observer', 'GET', `/api/versions/${v1.id}/round`, '/api/versions/version-none/round'],
    ['japChair', 'GET', `/api/versions/${draft.id}/round`, '/api/versions/version-none/round'],
    ['japChair', 'GET', `/api/versions/${draft.id}/fates`, '/api/versions/version-none/fates'],
    ['japChair', 'GET', `/api/drafts/${draft.id}/amendments`, '/api/drafts/draft-none/amendments'],
    ['observer', 'POST', `/api/versions/${v1.id}/receipt`, '/api/versions/version-none/receipt'],
    [
      'observer',
      'GET',
      `/api/comparisons?from=version:${v1.id}&to=version:${v1.id}`,
      '/api/comparisons?from=version:none&to=version:none',
    ],
  ] as const)
    expect(await costOf(actor, method, hidden, body(method)), hidden).toEqual(
      await costOf(actor, method, missing, body(method)),
    )
})

it('[M3] [fault 14] a hidden thread is looked for with the same queries as one that does not exist', async () => {
  const { v1 } = await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  const { content } = await room.get('fraDrafter', 'GET /api/versions/:id', { params: { id: v1.id } })
  const anchor = unitAnchor(content, 0)
  const onVersion = await begun(room, 'fraDrafter', `version:${v1.id}`, 'fra', anchor)
  const inDraft = await begun(room, 'fraDrafter', `draft:${draft.id}`, 'fra', anchor)
  for (const [actor, { id, comments }] of [
    ['japChair', onVersion],
    ['organiser', onVersion],
    ['japChair', inDraft],
    ['fraLead', inDraft],
  ] as const)
    for (const [method, hidden, missing, said] of [
      ['POST', `/api/threads/${id}/comments`, '/api/threads/thread-none/comments', saying],
      ['PUT', `/api/threads/${id}/state`, '/api/threads/thread-none/state', { resolved: true }],
      ['PUT', `/api/threads/${id}/assignee`, '/api/threads/thread-none/assignee', { assignee: null }],
      ['POST', `/api/threads/${id}/read`, '/api/threads/thread-none/read', undefined],
      ['PUT', `/api/comments/${comments[0]!.id}`, '/api/comments/comment-none', saying],
      ['DELETE', `/api/comments/${comments[0]!.id}`, '/api/comments/comment-none', undefined],
    ] as const)
      expect(await costOf(actor, method, hidden, said), hidden).toEqual(
        await costOf(actor, method, missing, said),
      )
})

it('[M3] a version that follows a hidden answer costs an observer what one that follows none does', async () => {
  const { v1, answer } = await receiveAnswer(room)
  const open = (version: { readonly id: string }) =>
    room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: version.id } })
  for (const version of [v1, answer]) await open(version)
  const cost = async (id: string) => {
    queries.length = 0
    const response = await room.fetch('observer', 'GET', `/api/versions/${id}/fates`)
    expect([response.status, await response.json()]).toEqual([200, null])
    return [...queries]
  }
  const draft = await openDraft(room, 'japDrafter')
  const { amendments } = await amendmentsOf(room, draft)
  await decideIn(
    room,
    draft,
    amendments.map(({ key }) => key),
    'accepted',
  )
  const v2 = await transmitDraft(room, 'japChair', draft)
  await open(v2)
  await room.deps.db.deleteFrom('version_openings').where('version_id', '=', answer.id).execute()
  expect(await cost(v2.id)).toEqual(await cost(v1.id))
})

it('[M3] where words of a hidden draft come from is looked for with the same queries as what does not exist', async () => {
  await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  const text = room.edition.declaration
  for (const actor of ['japChair', 'organiser', 'fraLead', 'observer'] as const)
    expect(
      await costOf(actor, 'GET', `/api/texts/${text}/provenance?place=draft:${draft.id}`),
      actor,
    ).toEqual(await costOf(actor, 'GET', `/api/texts/${text}/provenance?place=draft:draft-none`))
})

it('[M3] brackets of a hidden draft are looked for with the same queries as what does not exist', async () => {
  await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  const path = `/api/texts/${room.edition.declaration}/brackets`
  const said = (id: string) => ({ bracket: 'b1', draft: id, side: null, remark: null })
  for (const actor of ['japChair', 'organiser', 'fraLead', 'observer'] as const) {
    expect(await costOf(actor, 'GET', `${path}?place=draft:${draft.id}`), actor).toEqual(
      await costOf(actor, 'GET', `${path}?place=draft:draft-none`),
    )
    expect(await costOf(actor, 'POST', path, said(draft.id)), actor).toEqual(
      await costOf(actor, 'POST', path, said('draft-none')),
    )
  }
})

it('[M3] the agreement on a hidden draft is looked for with the same queries as that on one that does not exist', async () => {
  const { v1 } = await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  const text = room.edition.declaration
  const consents = (place: string) => ({
    ...{ place, kind: 'agreed', claim: { kind: 'unchanged', since: v1.id } },
    units: Array.from({ length: 500 }, (_, n) => ({ unit: `u${n}`, pair: '0'.repeat(64) })),
  })
  const reopening = (place: string) => ({ place, unit: 'u', reason: { fr: 'Non', ja: '' } })
  for (const actor of ['japChair', 'organiser', 'fraLead', 'observer'] as const)
    for (const [method, path, said] of [
      ['GET', 'agreement', undefined],
      ['POST', 'consents', consents],
      ['POST', 'consents/withdrawal', (place: string) => ({ place, units: ['u'] })],
      ['POST', 'reopenings', reopening],
    ] as const) {
      const cost = (place: string) => {
        const query = method === 'GET' ? `?place=${place}` : ''
        return costOf(actor, method, `/api/texts/${text}/${path}${query}`, said?.(place))
      }
      expect(await cost(`draft:${draft.id}`), `${actor} ${path}`).toEqual(await cost('draft:draft-none'))
    }
  const compare = (agreed: string) =>
    costOf('observer', 'GET', `/api/comparisons?from=agreed:${agreed}&to=version:${v1.id}`)
  expect(await compare(text)).toEqual(await compare('text-none'))
})

it('[M3] the round of an answer costs the other side the same, whether its amendments are being decided or not', async () => {
  const { answer } = await receiveAnswer(room)
  const cost = async () => {
    queries.length = 0
    const response = await room.fetch('fraChair', 'GET', `/api/versions/${answer.id}/round?internal=own`)
    expect(response.status).toBe(200)
    return [...queries]
  }
  const decided = await cost()
  await room.deps.db.deleteFrom('drafts').where('closed_at', 'is', null).execute()
  expect(await cost()).toEqual(decided)
})

it('[M3] an observer learns nothing of workshops and of who takes part, not even by what an answer costs', async () => {
  const title = { fr: 'Atelier', ja: '分科会' }
  const said = { title, aliases: [], status: 'confirmed', room: null, startsAt: null, endsAt: null } as const
  const workshop = await room.get('organiser', 'POST /api/workshops', { body: { ...said, aliases: [] } })
  const taking = await room.get('organiser', 'POST /api/participations', {
    body: {
      fra: { name: { fr: 'Exemple', ja: '' } },
      jap: null,
      choices: [],
      workshop: workshop.id,
      note: '',
    },
  })
  for (const [method, hidden, missing] of [
    ['DELETE', `/api/workshops/${workshop.id}`, '/api/workshops/workshop-none'],
    ['PUT', `/api/workshops/${workshop.id}`, '/api/workshops/workshop-none'],
    ['DELETE', `/api/participations/${taking.id}`, '/api/participations/participation-none'],
    ['GET', `/api/texts/${taking.text}`, '/api/texts/text-none'],
  ] as const)
    expect(await costOf('observer', method, hidden), hidden).toEqual(
      await costOf('observer', method, missing),
    )
})

it('[M3] [fault 14] a change in a joint draft is looked for with the same queries as one that does not exist', async () => {
  const { draft } = await openJoint(room)
  const { id } = await asked(room, 'fraChair', draft.id)
  for (const actor of ['organiser', 'japLead', 'observer'] as const) {
    // The first request of a session in a while also notes that it was here.
    await costOf(actor, 'GET', '/api/drafts/draft-none')
    for (const [act, said] of [
      ['consents', { afterPair: 'a'.repeat(64) }],
      ['refusal', { reason: WHY }],
      ['withdrawal', undefined],
    ] as const)
      expect(await costOf(actor, 'POST', `/api/changes/${id}/${act}`, said), `${actor} ${act}`).toEqual(
        await costOf(actor, 'POST', `/api/changes/change-none/${act}`, said),
      )
  }
})
