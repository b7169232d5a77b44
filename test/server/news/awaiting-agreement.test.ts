/** [D1] [A3] What awaits the chairs on the text that is on the table. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Place } from '../../../shared/model/thread.ts'
import { agreementAt, consentTo } from '../../support/agreeing.ts'
import { openTurn } from '../../support/integrating.ts'
import { declarationOf, insertWords, openDraft, transmitV1, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'

let room: TestRoom
let v1: Place
beforeEach(async () => {
  room = await createTestRoom()
  v1 = `version:${(await transmitV1(room)).v1.id}`
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const KINDS = ['consents', 'confirmations', 'reopenings']
async function awaiting(actor: Actor): Promise<string[]> {
  const found = await room.get(actor, 'GET /api/awaiting', {})
  return found.flatMap(item =>
    'units' in item && 'side' in item && KINDS.includes(item.kind)
      ? [`${item.kind} ${item.units} ${item.side} ${item.place === v1 ? 'V1' : 'draft'}`]
      : [],
  )
}

it('[D1] [A3] what the other side proposes awaits one’s chair, and nobody else', async () => {
  await consentTo(room, 'japChair', v1, [0, 1])
  for (const actor of Object.keys(ACTORS) as Actor[])
    if (actor !== 'stranger')
      expect(await awaiting(actor), actor).toEqual(actor === 'fraChair' ? ['consents 2 jap V1'] : [])
  await consentTo(room, 'fraChair', v1, [0])
  expect(await awaiting('fraChair')).toEqual(['consents 1 jap V1'])
  await consentTo(room, 'fraChair', v1, [1], 'ad-referendum')
  expect(await awaiting('fraChair')).toEqual(['confirmations 1 jap V1'])
  expect(await awaiting('japChair')).toEqual([])
  await consentTo(room, 'fraChair', v1, [1])
  expect(await awaiting('fraChair')).toEqual([])
})

it('[D1] [A3] what was edited since awaits nobody: it is not proposed any more', async () => {
  await openTurn(room, 'joint')
  const draft = await openDraft(room, 'japDrafter')
  const place: Place = `draft:${draft.draft.id}`
  await consentTo(room, 'japChair', place, [0, 1])
  expect(await awaiting('fraChair')).toEqual(['consents 2 jap draft'])
  await type(room, 'fraDrafter', draft, insertWords(1, 'Enfin, ', ''))
  expect(await awaiting('fraChair')).toEqual(['consents 1 jap draft'])
})

it('[A4] a reopening awaits the other side’s chair and drafters with its reason, until it is agreed again', async () => {
  for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1)
  const { stages } = await room.get('organiser', 'GET /api/edition', {})
  // The stage that confirms the essential content is over.
  const after = stages[stages.findIndex(({ confirmsEssential }) => confirmsEssential) + 1]!
  for (const id of [stages.find(({ confirmsEssential }) => confirmsEssential)!.id, after.id])
    await room.get('organiser', 'POST /api/stages/:id/open', { params: { id } })
  const { units } = await agreementAt(room, 'japChair', v1)
  expect(units[1]).toMatchObject({ locked: true })
  room.wait({ minutes: 1 })
  await room.get('japChair', 'POST /api/texts/:id/reopenings', {
    params: declarationOf(room),
    body: { place: v1, unit: units[1]!.unit, reason: { fr: '', ja: '表現の統一' } },
  })
  for (const actor of ['fraChair', 'fraDrafter'] as const)
    expect(await awaiting(actor), actor).toEqual(['reopenings 1 jap V1'])
  // What the French side said holds: but the Japanese side waits for other words.
  expect(await awaiting('japChair')).toEqual([])
  expect(await awaiting('fraReviewer')).toEqual([])
  for (const actor of ['fraReviewer', 'japReviewer', 'organiser'] as const)
    expect((await agreementAt(room, actor, v1)).units[1]).toMatchObject({
      ...{ state: 'proposed', locked: false },
      reopenings: [{ side: 'jap', reason: { fr: '', ja: '表現の統一' } }],
    })
  await consentTo(room, 'japChair', v1, [1])
  expect(await awaiting('fraChair')).toEqual([])
})
