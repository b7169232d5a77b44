/** [M2] [M3] [M6] Who tries to ask, consent, decline or take back what is not theirs. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DraftId } from '../../../shared/model/ids.ts'
import {
  asked,
  askFor,
  changesIn,
  consentAs,
  declineAs,
  openJoint,
  withdrawAs,
} from '../../support/changing.ts'
import { openDraft, transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
/** Who does not read joint drafts does not learn that there is a change. */
const OUTSIDERS: readonly Actor[] = ['organiser', 'observer', 'fraLead', 'japLead', 'stranger']

describe('a change in the joint draft', () => {
  let draft: DraftId
  beforeEach(async () => {
    draft = (await openJoint(room)).draft.id
  })

  test('is nobody’s else: outsiders find nothing, whatever they try', async () => {
    const change = await asked(room, 'fraChair', draft)
    for (const actor of OUTSIDERS) {
      const attempts = [
        await room.call(actor, 'GET /api/drafts/:id/changes', { params: { id: draft } }),
        await askFor(room, actor, draft),
        await consentAs(room, actor, change),
        await declineAs(room, actor, change),
        await withdrawAs(room, actor, change),
      ]
      expect(attempts.map(refusalOf), actor).toEqual(attempts.map(() => 'not-found'))
    }
    expect(refusalOf(await consentAs(room, 'fraChair', { ...change, id: 'change-none' as never }))).toBe(
      'not-found',
    )
  })

  test('is consented to and declined by chairs alone', async () => {
    const change = await asked(room, 'fraDrafter', draft)
    for (const actor of ['fraDrafter', 'japDrafter', 'fraReviewer', 'japReviewer'] as const) {
      expect(refusalOf(await consentAs(room, actor, change)), actor).toBe('not-allowed')
      expect(refusalOf(await declineAs(room, actor, change)), actor).toBe('not-allowed')
    }
    expect((await changesIn(room, 'fraChair', draft)).changes[0]!.answers).toEqual([])
  })

  test('is asked for by chairs and drafters, in the name of their own side', async () => {
    for (const actor of ['fraReviewer', 'japReviewer'] as const)
      expect(refusalOf(await askFor(room, actor, draft)), actor).toBe('not-allowed')
    expect(refusalOf(await askFor(room, 'fraChair', draft, { askedBy: 'jap' }))).toBe('not-allowed')
    expect(refusalOf(await askFor(room, 'fraDrafter', draft, { consents: true }))).toBe('not-allowed')
    expect((await asked(room, 'fraDrafter', draft, { askedBy: null })).askedBy).toBeNull()
    const views = await Promise.all(
      (['fraDrafter', 'japChair', 'fraReviewer'] as const).map(actor => changesIn(room, actor, draft)),
    )
    expect(views.map(({ asksFor, answersFor }) => [asksFor, answersFor])).toEqual([
      [['fra'], null],
      [['jap'], 'jap'],
      [[], null],
    ])
  })

  test('takes both sides: one chair’s consent, however often, is one side’s', async () => {
    const change = await asked(room, 'fraChair', draft, { consents: true })
    for (let again = 0; again < 3; again++)
      expect(await consentAs(room, 'fraChair', change)).toMatchObject({ ok: true, value: { made: false } })
    // A body that names another side is none: sides come from the session.
    const forged = await room.fetch('fraChair', 'POST', `/api/changes/${change.id}/consents`, {
      ...{ afterPair: change.afterPair, side: 'jap', by: room.edition.people.japChair.mandate!.id },
    })
    expect(await forged.json()).toEqual({ made: false })
    expect((await changesIn(room, 'japChair', draft)).changes[0]!.answers).toMatchObject([{ side: 'fra' }])
    expect(refusalOf(await declineAs(room, 'fraChair', change))).toBe('change-closed')
  })
})

test('[M3] in a private draft there is none, and the other side finds nothing there', async () => {
  await transmitV1(room)
  const { draft } = await openDraft(room, 'fraDrafter')
  for (const actor of ['fraChair', 'fraDrafter', 'japChair'] as const) {
    expect(refusalOf(await askFor(room, actor, draft.id)), actor).toBe('not-found')
    const seen = await room.call(actor, 'GET /api/drafts/:id/changes', { params: { id: draft.id } })
    expect(refusalOf(seen), actor).toBe('not-found')
  }
})
