/** An edition held by the other host, with the pen on the other side: what differs is data, and only data. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyEdition } from '../../../server/editions/empty.ts'
import {
  declarationOf,
  importPrevious,
  insertWords,
  openDraft,
  transmitDraft,
  type,
} from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'

const TENTH = emptyEdition(
  {
    number: 10,
    name: { fr: '10es Rencontres', ja: '第10回会議', en: '10th Meeting' },
    place: { fr: 'Japon', ja: '日本', en: 'Japan' },
    startsOn: '2028-10-17',
    endsOn: '2028-10-20',
    zone: 'Asia/Tokyo',
    penholder: 'fra',
  },
  'Japon 2028',
)

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom({ template: TENTH, now: '2028-01-10T09:00:00.000Z' })
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

test('[R1] [R2] the tenth edition, in Japan with a French proposal, goes one round from its data alone', async () => {
  const { edition, stages } = await room.get('observer', 'GET /api/edition', {})
  expect(edition).toMatchObject({ number: 10, zone: 'Asia/Tokyo', penholder: 'fra' })
  expect(stages.map(({ turn, versionLabel }) => [turn, versionLabel])).toEqual([
    ['fra', 'V1'],
    ['jap', 'V1-JAP'],
    ['fra', 'V2'],
    ['jap', 'V2-JAP'],
    ['leads', null],
    ['joint', 'V3'],
    ['joint', 'Japon 2028'],
  ])

  // The side that holds the pen brings in the declaration of the edition before, and drafts from it.
  expect(
    await room.call('japDrafter', 'POST /api/texts/:id/import', {
      params: declarationOf(room),
      body: { label: 'x', rows: [{ fr: [], ja: [{ kind: 'paragraph', level: 1, text: '一' }] }] },
    }),
  ).toMatchObject({ refusal: 'not-allowed' })
  const previous = await importPrevious(room, 'fraDrafter')
  expect(
    await room.call('japDrafter', 'POST /api/texts/:id/draft', { params: declarationOf(room) }),
  ).toMatchObject({
    ok: false,
  })
  const proposal = await openDraft(room, 'fraDrafter')
  expect(proposal.base?.id).toBe(previous.id)
  await type(room, 'fraDrafter', proposal, insertWords(1, 'Réunis au Japon, ', '日本に集う'))
  const v1 = await transmitDraft(room, 'fraChair', proposal)
  expect(v1).toMatchObject({ label: 'V1', number: 2, side: 'fra', late: false })

  // The Japanese side receives it, answers from it, and the turn goes back.
  const seen = await room.get('japReviewer', 'GET /api/versions/:id', { params: { id: v1.id } })
  expect(JSON.stringify(seen.content)).toContain('Réunis au Japon')
  await room.get('japChair', 'POST /api/versions/:id/receipt', { params: { id: v1.id } })
  const answer = await openDraft(room, 'japDrafter')
  expect(answer.base?.id).toBe(v1.id)
  await type(room, 'japDrafter', answer, insertWords(2, 'Pleins d’espoir, ', '希望をもって'))
  const answered = await transmitDraft(room, 'japChair', answer)
  expect(answered).toMatchObject({ label: 'V1-JAP', number: 3, side: 'jap', base: v1.id })

  const { stages: after } = await room.get('observer', 'GET /api/edition', {})
  expect(after.find(stage => stage.state === 'current')).toMatchObject({ turn: 'fra', versionLabel: 'V2' })
  const again = await room.get('fraDrafter', 'GET /api/texts/:id', { params: declarationOf(room) })
  expect(again.abilities.writeDraft).toBe(true)
})
