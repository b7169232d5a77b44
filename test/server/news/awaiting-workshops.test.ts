/** [D1] What of the workshops awaits whom. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptedSummary, decideAs, openTurn, proposalsOf, takeIn } from '../../support/integrating.ts'
import { transmitV1 } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import { createWorkshopRoom, submitSummary } from '../../support/workshops.ts'

let room: TestRoom & { readonly first: string }
beforeEach(async () => {
  room = await createWorkshopRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const KINDS: readonly string[] = ['proposals', 'returned', 'review']
const awaiting = async (actor: Actor) =>
  (await room.get(actor, 'GET /api/awaiting', {})).filter(({ kind }) => KINDS.includes(kind))

test('[W2] a submission awaits the secretariat, and its leads once it came back', async () => {
  const version = await submitSummary(room, 'fraLead')
  expect(await awaiting('organiser')).toMatchObject([{ kind: 'review', version: { label: 'S1' } }])
  expect(await awaiting('japLead')).toEqual([])
  await room.get('organiser', 'POST /api/versions/:id/review', {
    params: { id: version.id },
    body: { outcome: 'returned', reason: { fr: 'Trop long.', ja: '' } },
  })
  expect(await awaiting('organiser')).toEqual([])
  for (const lead of ['fraLead', 'japLead'] as const)
    expect(await awaiting(lead)).toMatchObject([{ kind: 'returned', workshop: room.first }])
  for (const actor of ['fraChair', 'japReviewer', 'observer'] as const)
    expect(await awaiting(actor), actor).toEqual([])
  await submitSummary(room, 'japLead')
  expect(await awaiting('fraLead')).toEqual([])
})

test('[W3] amendments from a workshop await whoever decides for a side, until that side has', async () => {
  await transmitV1(room)
  const summary = await acceptedSummary(room)
  await openTurn(room, 'joint')
  await takeIn(room, 'fraDrafter', summary)
  const { proposals } = await proposalsOf(room)
  for (const actor of ['fraChair', 'fraDrafter', 'japChair'] as const)
    expect(await awaiting(actor), actor).toMatchObject([{ kind: 'proposals', undecided: proposals.length }])
  for (const actor of ['fraReviewer', 'japLead', 'organiser', 'observer'] as const)
    expect(await awaiting(actor), actor).toEqual([])
  for (const proposal of proposals) await decideAs(room, 'fraChair', proposal)
  expect(await awaiting('fraDrafter')).toEqual([])
  expect(await awaiting('japDrafter')).toMatchObject([{ kind: 'proposals' }])
})
