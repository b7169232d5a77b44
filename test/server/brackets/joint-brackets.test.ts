/** [A5] Brackets of a joint draft, which both sides read at once: settled with the consent of both chairs. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changesThatSettle } from '../../../client/features/brackets/changes-that-settle.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import { resolveBracket } from '../../../shared/model/resolve-bracket.ts'
import type { Place } from '../../../shared/model/thread.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { bracketsAt, putInBrackets } from '../../support/bracketing.ts'
import { changesIn, consentAs, openJoint } from '../../support/changing.ts'
import { type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
let joint: DraftView
let draft: DraftId
let place: Place
beforeEach(async () => {
  room = await createTestRoom()
  joint = await openJoint(room)
  draft = joint.draft.id
  place = `draft:${draft}`
  await type(room, 'fraDrafter', joint, putInBrackets(1, 'q1', 'fra'))
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

async function propose(actor: Actor, keep: string | null) {
  const text = await room.sync.readText(draft)
  const [change] = await changesThatSettle(text, 'q1', { keep })
  return room.call(actor, 'POST /api/drafts/:id/changes', {
    params: { id: draft },
    body: { ...change!, askedBy: 'fra', reason: { fr: '', ja: '' }, consents: actor.endsWith('Chair') },
  })
}
const statusFor = async (actor: Actor) =>
  (await bracketsAt(room, actor, place)).brackets.map(({ status }) => status)
const remark = (actor: Actor, side: 'fra' | 'jap', fr: string) =>
  room.call(actor, 'POST /api/texts/:id/brackets', {
    params: { id: room.edition.declaration },
    body: { bracket: 'q1', draft, side, remark: { fr, ja: '' } },
  })

describe('[A5] a bracket of a joint draft', () => {
  test('is settled to exactly the words that were chosen once both chairs consent, and is proposed until then', async () => {
    const before = await room.sync.readText(draft)
    expect(await statusFor('japDrafter')).toEqual(['open'])
    expect((await propose('fraChair', 'a')).ok).toBe(true)
    expect(await statusFor('japDrafter')).toEqual(['proposed'])
    const [change] = (await changesIn(room, 'japChair', draft)).changes
    expect(change!.bracket).toBe('q1')
    expect(await room.sync.readText(draft)).toEqual(before)
    expect(await consentAs(room, 'japChair', change!)).toMatchObject({ ok: true, value: { made: true } })
    expect(await room.sync.readText(draft)).toEqual(resolveBracket(before, 'q1', { keep: 'a' }))
    expect(await statusFor('fraDrafter')).toEqual([])
  })

  test('may be asked for by either side there, and nobody speaks for the other side of what was said of it', async () => {
    expect((await bracketsAt(room, 'japDrafter', place)).asksFor).toEqual(['jap', 'fra'])
    expect((await bracketsAt(room, 'fraDrafter', place)).asksFor).toEqual(['fra', 'jap'])
    expect((await remark('fraDrafter', 'jap', 'Demandé en séance.')).ok).toBe(true)
    const over = await remark('japDrafter', 'jap', 'Non.')
    expect(!over.ok && over.refusal).toBe('not-allowed')
    expect((await bracketsAt(room, 'japDrafter', place)).brackets[0]!.record?.remark?.fr).toBe(
      'Demandé en séance.',
    )
  })
})
