import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SummaryCoverage } from '../../../shared/protocol/integration-views.ts'
import type { VersionView } from '../../../shared/protocol/views.ts'
import {
  acceptedSummary,
  coverageFor,
  decideAs,
  openTurn,
  proposalsOf,
  REJECTION,
  takeIn,
} from '../../support/integrating.ts'
import { openDraft, transmitDraft, transmitV1 } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import { createWorkshopRoom, workshopText } from '../../support/workshops.ts'

let room: TestRoom
let summary: VersionView
beforeEach(async () => {
  room = await createWorkshopRoom()
  await transmitV1(room)
  summary = await acceptedSummary(room)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const coverage = async (actor: Actor): Promise<SummaryCoverage> =>
  (await coverageFor(room, actor)).summaries[0]!
const sign = (actor: Actor, sha256: string) =>
  room.call(actor, 'POST /api/texts/:id/coverage/signature', {
    params: { id: summary.text },
    body: { sha256 },
  })
const REASON = { fr: 'Repris dans le préambule.', ja: '' }
const state = async (
  actor: Actor,
  said: 'set-aside' | 'merged' | null,
  places: readonly string[] = [],
  reason: typeof REASON | null = REASON,
) =>
  room.call(actor, 'PUT /api/texts/:id/coverage', {
    params: { id: summary.text },
    body: { unit: (await coverage('fraChair')).rows[0]!.unit, state: said, places: [...places], reason },
  })

/** Both sides decide the first proposal in a joint stage, and the text is transmitted. */
async function decidedJointly(outcome: 'accepted' | 'rejected'): Promise<VersionView> {
  await openTurn(room, 'joint')
  const draft = await openDraft(room, 'japDrafter')
  await room.get('japDrafter', 'GET /api/drafts/:id', { params: { id: draft.draft.id } })
  await takeIn(room, 'fraDrafter', summary)
  const [proposal] = (await proposalsOf(room)).proposals
  await decideAs(room, 'fraChair', proposal!)
  await decideAs(room, 'japChair', proposal!, outcome)
  return transmitDraft(room, 'fraChair', draft)
}

describe('[W4] coverage', () => {
  test('counts each unit of each accepted summary, and says where it stands', async () => {
    const before = await coverageFor(room, 'organiser')
    expect(before.summaries.map(({ state: is }) => is)).toEqual(['accepted', 'none', 'none', 'none'])
    expect(before.summaries[0]).toMatchObject({
      rows: [{ state: 'untreated', basis: null }],
      counts: { untreated: 1, integrated: 0 },
      shared: { open: 1 },
    })
    expect(await workshopText(room, 'organiser')).toMatchObject({ state: 'accepted' })
    await decidedJointly('accepted')
    expect(await workshopText(room, 'organiser')).toMatchObject({ state: 'integrated' })
    expect(await coverage('japLead')).toMatchObject({
      state: 'integrated',
      rows: [{ state: 'integrated', basis: 'provenance' }],
      shared: { open: 0 },
    })
  })

  test('a rejection sets a unit aside, with the reason of who rejected', async () => {
    await decidedJointly('rejected')
    expect(await coverage('fraLead')).toMatchObject({
      state: 'integrated',
      rows: [{ state: 'set-aside', basis: 'rejection', reason: REJECTION }],
    })
  })

  test('[M3] is held against what the reader may read: nothing of an open draft, private or joint, reaches a lead or the other side', async () => {
    const made = await takeIn(room, 'fraDrafter', summary)
    expect((await coverageFor(room, 'fraReviewer')).against.draft).toBe(made.draft)
    expect(await coverage('fraReviewer')).toMatchObject({
      rows: [{ state: 'integrated' }],
      state: 'accepted',
    })
    for (const actor of ['japChair', 'fraLead', 'organiser'] as const) {
      expect(await coverage(actor), actor).toMatchObject({ rows: [{ state: 'untreated', places: [] }] })
      expect((await coverageFor(room, actor)).against.draft, actor).toBeNull()
    }
    await openTurn(room, 'joint')
    const draft = await openDraft(room, 'japDrafter')
    await room.get('japDrafter', 'GET /api/drafts/:id', { params: { id: draft.draft.id } })
    await takeIn(room, 'japDrafter', summary)
    const [proposal] = (await proposalsOf(room)).proposals
    expect(await coverage('fraChair')).toMatchObject({ rows: [{ state: 'untreated', proposed: true }] })
    await decideAs(room, 'fraChair', proposal!)
    await decideAs(room, 'japChair', proposal!, 'rejected')
    expect(await coverage('fraChair')).toMatchObject({ rows: [{ state: 'set-aside' }] })
    expect(await coverage('fraLead')).toMatchObject({ rows: [{ state: 'untreated', proposed: false }] })
  })

  test('is corrected by hand with a reason, by leads of the workshop and those who draft, and taken back', async () => {
    expect(refusalOf(await state('fraLead', 'set-aside', [], null))).toBe('reason-missing')
    expect((await state('fraLead', 'set-aside')).ok).toBe(true)
    expect(await coverage('japChair')).toMatchObject({
      rows: [{ state: 'set-aside', basis: 'hand', reason: REASON, by: { side: 'fra' } }],
      shared: { open: 0 },
    })
    const place = (await coverageFor(room, 'japChair')).against.units[1]!.unit
    expect((await state('japChair', 'merged', [place])).ok).toBe(true)
    expect(await coverage('fraLead')).toMatchObject({ rows: [{ state: 'merged', places: [place] }] })
    expect(refusalOf(await state('japChair', 'merged'))).toBe('invalid')
    expect((await state('japLead', null)).ok).toBe(true)
    expect(await coverage('fraLead')).toMatchObject({ rows: [{ state: 'untreated' }] })
    for (const [actor, refusal] of [
      ['fraReviewer', 'not-allowed'],
      ['organiser', 'not-allowed'],
      ['observer', 'not-found'],
    ] as const)
      expect(refusalOf(await state(actor, 'set-aside')), actor).toBe(refusal)
  })

  test('[M3] by hand one names no paragraph of a private draft', async () => {
    const made = await takeIn(room, 'fraDrafter', summary)
    expect(refusalOf(await state('fraDrafter', 'merged', made.units))).toBe('invalid')
  })
})

describe('[W4] the signature of the leads', () => {
  test('stands for what was read, of each side, and any change reopens it visibly', async () => {
    expect(refusalOf(await sign('fraLead', (await coverage('fraLead')).shared!.sha256))).toBe('coverage-open')
    await decidedJointly('accepted')
    const { sha256 } = (await coverage('fraLead')).shared!
    expect((await coverage('japLead')).shared!.sha256).toBe(sha256)
    expect(refusalOf(await sign('fraLead', '0'.repeat(64)))).toBe('text-changed-since-preview')
    expect((await sign('fraLead', sha256)).ok).toBe(true)
    expect((await sign('japLead', sha256)).ok).toBe(true)
    expect((await coverage('organiser')).signatures).toMatchObject([
      { side: 'fra', by: { fr: 'Mandat fraLead' }, holds: true },
      { side: 'jap', holds: true },
    ])
    room.wait({ minutes: 1 })
    await state('japLead', 'set-aside')
    expect((await coverage('fraChair')).signatures).toMatchObject([{ holds: false }, { holds: false }])
    await state('japLead', null)
    expect((await coverage('fraChair')).signatures).toMatchObject([{ holds: true }, { holds: true }])
    await acceptedSummary(room, 'Longuement, ', '長い時間、')
    expect(await coverage('fraChair')).toMatchObject({
      state: 'accepted',
      rows: [{ state: 'integrated', sourceChanged: true }],
      signatures: [{ holds: false }, { holds: false }],
    })
  })

  test('[M2] is a lead’s of that workshop: of another one, a chair’s, the organiser’s is refused', async () => {
    await decidedJointly('accepted')
    const { sha256, maySign } = {
      ...(await coverage('fraChair')).shared!,
      maySign: (await coverage('fraChair')).maySign,
    }
    expect(maySign).toBe(false)
    for (const [actor, refusal] of [
      ['fraChair', 'not-allowed'],
      ['japReviewer', 'not-allowed'],
      ['organiser', 'not-allowed'],
      ['observer', 'not-found'],
      ['stranger', 'not-found'],
    ] as const)
      expect(refusalOf(await sign(actor, sha256)), actor).toBe(refusal)
    const { id } = room.edition.people.fraLead.mandate!
    const second = room.edition.workshops.get(2)!
    await room.deps.db.updateTable('mandates').set({ workshop_id: second }).where('id', '=', id).execute()
    expect(refusalOf(await sign('fraLead', sha256))).toBe('not-allowed')
    expect(refusalOf(await state('fraLead', 'set-aside'))).toBe('not-allowed')
    expect((await coverage('fraLead')).maySign).toBe(false)
  })

  test('[R4] cannot be changed in the database', async () => {
    await decidedJointly('accepted')
    await sign('fraLead', (await coverage('fraLead')).shared!.sha256)
    await expect(
      room.deps.db.updateTable('coverage_signatures').set({ side: 'jap' }).execute(),
    ).rejects.toThrow('a signature cannot change')
  })
})
