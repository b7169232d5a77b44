import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import { draftPlace, versionPlace } from '../../../shared/model/thread.ts'
import type { ConvergenceView } from '../../../shared/protocol/convergence-views.ts'
import type { VersionView } from '../../../shared/protocol/views.ts'
import { consentTo } from '../../support/agreeing.ts'
import { putInBrackets } from '../../support/bracketing.ts'
import { begun, unitAnchor } from '../../support/discussing.ts'
import { insertWords, openDraft, transmitDraft, transmitV1, type } from '../../support/negotiation.ts'
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

const read = (actor: Actor): Promise<ConvergenceView> =>
  room.get(actor, 'GET /api/texts/:id/convergence', { params: { id: room.edition.declaration } })
const figures = ({ points }: ConvergenceView) =>
  points.map(({ place, now, counts }) => [
    place.kind === 'version' ? place.label : 'draft',
    now,
    counts.agreed,
    counts.proposed,
    counts.bracketed,
    counts.amended,
    counts.discussed,
  ])
async function textOf({ id }: VersionView) {
  const response = await room.fetch('fraDrafter', 'GET', `/api/versions/${id}/canonical`)
  return parseCanonicalForm(await response.text()).text
}

describe('[A6] convergence over the stages', () => {
  test('is counted when each version was made, and now; what was imported is of another edition', async () => {
    expect((await read('fraDrafter')).points).toEqual([])
    const { v1 } = await transmitV1(room)
    expect(figures(await read('fraDrafter'))).toEqual([
      ['V1', false, 0, 0, 0, 1, 0],
      ['V1', true, 0, 0, 0, 1, 0],
    ])
    room.wait({ minutes: 10 })
    for (const chair of ['fraChair', 'japChair'] as const)
      expect(await consentTo(room, chair, versionPlace(v1.id), [0])).toMatchObject({ ok: true })
    expect(await consentTo(room, 'fraChair', versionPlace(v1.id), [2])).toMatchObject({ ok: true })
    await begun(room, 'japDrafter', versionPlace(v1.id), 'joint', unitAnchor(await textOf(v1), 1))
    // What was when V1 was made is past; now is now.
    expect(figures(await read('japReviewer'))).toEqual([
      ['V1', false, 0, 0, 0, 1, 0],
      ['V1', true, 1, 1, 0, 1, 1],
    ])

    const answer = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', answer, insertWords(0, 'Projet de ', '案'))
    await type(room, 'fraDrafter', answer, putInBrackets(2, 'q1', 'fra'))
    room.wait({ minutes: 10 })
    await transmitDraft(room, 'fraChair', answer)
    // The answer reopened what it changed; the thread goes on with the text.
    expect(figures(await read('organiser'))).toEqual([
      ['V1', false, 0, 0, 0, 1, 0],
      ['V1-FRA', false, 0, 0, 1, 2, 1],
      ['V1-FRA', true, 0, 0, 1, 2, 1],
    ])
    const [point] = (await read('organiser')).points
    expect(point).toMatchObject({
      at: v1.madeAt,
      side: 'jap',
      base: 'Précédente',
      sections: [{ heading: null, units: [{ number: 1 }, { number: 2, amended: true }, { number: 3 }] }],
    })
  })

  test('a thread counts until it is resolved, and then as of before in the past', async () => {
    const { v1 } = await transmitV1(room)
    room.wait({ minutes: 1 })
    const thread = await begun(
      room,
      'fraDrafter',
      versionPlace(v1.id),
      'joint',
      unitAnchor(await textOf(v1), 1),
    )
    room.wait({ minutes: 1 })
    await transmitDraft(room, 'fraChair', await openDraft(room, 'fraDrafter'))
    room.wait({ minutes: 1 })
    await room.get('japDrafter', 'PUT /api/threads/:id/state', {
      params: { id: thread.id },
      body: { resolved: true },
    })
    expect((await read('fraDrafter')).points.map(({ counts }) => counts.discussed)).toEqual([0, 1, 0])
  })

  test('of the present the joint draft, for those who read it; the last version for the others', async () => {
    const { v1 } = await transmitV1(room)
    const joint = room.edition.stages.find(stage => stage.turn === 'joint')!
    await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: joint.id } })
    const draft = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', draft, putInBrackets(1, 'q1', 'fra'))
    for (const actor of ['fraReviewer', 'japChair'] as const)
      expect((await read(actor)).points.at(-1), actor).toMatchObject({
        place: { kind: 'draft', id: draft.draft.id },
        base: 'V1',
        stage: joint.name,
        counts: { bracketed: 1, amended: 1 },
      })
    for (const actor of ['organiser', 'fraLead', 'japLead'] as const)
      expect((await read(actor)).points.at(-1), actor).toMatchObject({
        place: { kind: 'version', id: v1.id },
        counts: { bracketed: 0 },
      })
  })
})

describe('[A6] [M3] nothing of one side is in it', () => {
  test('neither a private draft nor internal threads: both sides see the same, before and after', async () => {
    const { v1 } = await transmitV1(room)
    const before = await read('japChair')
    expect(await read('fraChair')).toEqual(before)
    const answer = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', answer, putInBrackets(1, 'q1', 'fra'))
    const anchor = unitAnchor(await textOf(v1), 1)
    await begun(room, 'fraDrafter', versionPlace(v1.id), 'fra', anchor)
    await begun(room, 'fraDrafter', draftPlace(answer.draft.id), 'fra', anchor)
    for (const actor of ['fraDrafter', 'fraChair', 'japChair', 'organiser', 'fraLead'] as const)
      expect(await read(actor), actor).toEqual(before)
  })

  test('an observer sees versions that were opened, without agreement and threads', async () => {
    const { v1 } = await transmitV1(room)
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, versionPlace(v1.id))
    await begun(room, 'japDrafter', versionPlace(v1.id), 'joint', unitAnchor(await textOf(v1), 1))
    expect(await read('observer')).toMatchObject({ points: [], showsAgreement: false, showsThreads: false })
    await room.get('fraChair', 'POST /api/versions/:id/opening', { params: { id: v1.id } })
    const seen = await read('observer')
    // What it was changed from is not opened: then nothing is said of changes either.
    expect(seen.points).toHaveLength(2)
    for (const { base, counts } of seen.points) {
      expect(base).toBeNull()
      expect(counts).toMatchObject({ units: 3, agreed: 0, proposed: 0, discussed: 0, amended: 0, open: 3 })
    }
  })

  test('who may not read the text learns nothing', async () => {
    const params = { id: room.edition.declaration }
    const asked = (actor: Actor | null) => room.call(actor, 'GET /api/texts/:id/convergence', { params })
    expect(await asked('stranger')).toMatchObject({ refusal: 'not-found' })
    expect(await asked(null)).toMatchObject({ refusal: 'not-signed-in' })
    expect(
      await room.call('fraChair', 'GET /api/texts/:id/convergence', { params: { id: 'text-none' } }),
    ).toMatchObject({ refusal: 'not-found' })
  })
})
