import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  acceptedSummary,
  decideAs,
  frenchOf,
  openTurn,
  proposalsOf,
  REJECTION,
  takeIn,
  unitsToTreat,
} from '../../support/integrating.ts'
import {
  declarationOf,
  insertWords,
  openDraft,
  transmitDraft,
  transmitV1,
  type,
} from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import { createWorkshopRoom } from '../../support/workshops.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createWorkshopRoom()
  await transmitV1(room)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const SAID = 'Nous avons parlé d’emploi. '

async function proposed(actor: Actor = 'fraDrafter') {
  const summary = await acceptedSummary(room)
  await openTurn(room, 'joint')
  const draft = await openDraft(room, 'japDrafter')
  const before = await room.get('japDrafter', 'GET /api/drafts/:id', { params: { id: draft.draft.id } })
  const text = await room.sync.readText(draft.draft.id)
  await takeIn(room, actor, summary, text.fr.at(-1)!.unit)
  const { proposals } = await proposalsOf(room)
  return { summary, draft: before, text, proposal: proposals[0]! }
}

describe('[W3] [A1] an amendment from a workshop', () => {
  test('is written into the joint draft when both sides have accepted it, with new ids and its provenance', async () => {
    const { draft, text, proposal, summary } = await proposed()
    expect(proposal).toMatchObject({ state: 'open', stands: 'not', workshop: { number: 1 }, revision: 1 })
    expect(await decideAs(room, 'fraChair', proposal)).toEqual({ state: 'open', carried: false, left: false })
    expect(await room.sync.readText(draft.draft.id)).toEqual(text)
    expect(await decideAs(room, 'japDrafter', proposal)).toMatchObject({ state: 'accepted', carried: true })
    const now = await room.sync.readText(draft.draft.id)
    expect(frenchOf(now)).toEqual([...frenchOf(text), SAID])
    expect(now.fr.at(-1)!.unit).toBe(now.ja.at(-1)!.unit)
    const source = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: summary.id } })
    expect(source.content.fr.map(({ id }) => id)).not.toContain(now.fr.at(-1)!.id)
    const { provenances } = await room.get('japReviewer', 'GET /api/texts/:id/provenance', {
      params: declarationOf(room),
      query: { place: `draft:${draft.draft.id}` },
    })
    expect(provenances).toMatchObject([
      {
        units: [now.fr.at(-1)!.unit],
        workshop: { number: 1 },
        source: { version: { label: 'S1' } },
        now: null,
      },
    ])
    const history = await room.get('fraChair', 'GET /api/drafts/:id/history', {
      params: { id: draft.draft.id },
    })
    expect(history.sittings[0]).toMatchObject({ integrated: true, decisions: false })
  })

  test('is left out when one side rejects it, with the reason, which both sides read with who decided', async () => {
    const { draft, text, proposal } = await proposed()
    await decideAs(room, 'fraChair', proposal)
    const without = await room.call('japChair', 'POST /api/proposals/:id/decision', {
      params: { id: proposal.id },
      body: { outcome: 'rejected', revision: 1, reason: null },
    })
    expect(refusalOf(without)).toBe('reason-missing')
    await decideAs(room, 'japChair', proposal, 'rejected')
    expect(await room.sync.readText(draft.draft.id)).toEqual(text)
    const [seen] = (await proposalsOf(room, 'fraReviewer')).proposals
    expect(seen).toMatchObject({
      state: 'rejected',
      decisions: {
        fra: { outcome: 'accepted' },
        jap: { reason: REJECTION, by: { side: 'jap', title: { ja: '担当 japChair' } } },
      },
    })
  })

  test('is taken out exactly when a side takes its decision back, and stays where somebody edited it', async () => {
    const { draft, text, proposal } = await proposed()
    const accept = async () => {
      await decideAs(room, 'fraChair', proposal)
      await decideAs(room, 'japChair', proposal)
    }
    const takeBack = () =>
      room.get('fraDrafter', 'POST /api/proposals/:id/decision/withdrawal', { params: { id: proposal.id } })
    await accept()
    expect(await takeBack()).toEqual({ state: 'open', carried: false, left: false })
    expect(await room.sync.readText(draft.draft.id)).toEqual(text)
    await decideAs(room, 'fraChair', proposal)
    await type(room, 'japDrafter', draft, insertWords(3, 'Ensemble, ', ''))
    expect(await takeBack()).toMatchObject({ state: 'open', left: true })
    expect(frenchOf(await room.sync.readText(draft.draft.id)).at(-1)).toBe(`Ensemble, ${SAID}`)
    expect((await proposalsOf(room)).proposals[0]).toMatchObject({ stands: 'edited' })
    expect(await decideAs(room, 'fraChair', proposal)).toMatchObject({ state: 'accepted', carried: true })
    expect(frenchOf(await room.sync.readText(draft.draft.id))).toHaveLength(4)
  })

  test('with other words asked for is decided anew by both sides', async () => {
    const { draft, proposal } = await proposed()
    await decideAs(room, 'fraChair', proposal)
    const reword = (actor: Actor, revision: number) =>
      room.call(actor, 'PUT /api/proposals/:id/words', {
        params: { id: proposal.id },
        body: {
          revision,
          fr: ['Nous avons parlé d’emplois durables.'],
          ja: ['持続可能な雇用について話し合った。'],
        },
      })
    expect((await reword('japDrafter', 1)).ok).toBe(true)
    expect((await proposalsOf(room)).proposals[0]).toMatchObject({
      revision: 2,
      state: 'open',
      decisions: { fra: null, jap: null },
    })
    const stale = await room.call('japChair', 'POST /api/proposals/:id/decision', {
      params: { id: proposal.id },
      body: { outcome: 'accepted', revision: 1, reason: null },
    })
    expect(refusalOf(stale)).toBe('proposal-changed')
    for (const actor of ['fraChair', 'japChair'] as const)
      await decideAs(room, actor, { ...proposal, revision: 2 })
    expect(frenchOf(await room.sync.readText(draft.draft.id)).at(-1)).toBe(
      'Nous avons parlé d’emplois durables.',
    )
    expect(refusalOf(await reword('fraDrafter', 2))).toBe('proposal-changed')
  })

  test('[R5] stops the transmission while a side has not decided it, and leaves with the version after', async () => {
    const { draft, proposal } = await proposed()
    const params = { id: draft.draft.id }
    const preview = await room.get('fraChair', 'GET /api/drafts/:id/preview', { params })
    expect(preview.findings).toContainEqual({
      kind: 'undecided-proposal',
      blocks: true,
      units: [proposal.unit],
    })
    const sent = await room.call('fraChair', 'POST /api/drafts/:id/transmission', {
      params,
      body: { coverNote: { fr: 'a', ja: 'b' }, sha256: preview.sha256, decisions: null },
    })
    expect(refusalOf(sent)).toBe('amendments-undecided')
    for (const actor of ['fraChair', 'japChair'] as const) await decideAs(room, actor, proposal)
    const ready = await room.get('fraChair', 'GET /api/drafts/:id/preview', { params })
    expect(ready.findings).toContainEqual({ kind: 'from-workshop', blocks: false, units: [proposal.unit] })
    const version = await transmitDraft(room, 'fraChair', draft)
    const { provenances } = await room.get('fraLead', 'GET /api/texts/:id/provenance', {
      params: declarationOf(room),
      query: { place: `version:${version.id}` },
    })
    expect(provenances).toMatchObject([{ units: [proposal.unit], by: null }])
    expect(
      refusalOf(
        await room.call('japChair', 'POST /api/proposals/:id/decision/withdrawal', {
          params: { id: proposal.id },
        }),
      ),
    ).toBe('stage-not-current')
  })

  test('is proposed by the secretariat too, at a place of the last version, without seeing the draft', async () => {
    const summary = await acceptedSummary(room)
    await openTurn(room, 'joint')
    const view = await room.get('organiser', 'GET /api/texts/:id/integration', {
      params: declarationOf(room),
    })
    expect(view).toMatchObject({ mode: 'joint', of: { draft: null, version: { label: 'V1' } } })
    await takeIn(room, 'organiser', summary, view.text.fr[1]!.unit)
    const { draft, decides, proposals } = await proposalsOf(room, 'organiser')
    expect([draft, decides, proposals[0]!.stands, proposals[0]!.mayWithdraw]).toEqual([
      null,
      null,
      null,
      true,
    ])
    for (const actor of ['fraChair', 'japChair'] as const) await decideAs(room, actor, proposals[0]!)
    const joint = await openDraft(room, 'japDrafter')
    expect(frenchOf(await room.sync.readText(joint.draft.id))[2]).toBe(SAID)
    expect(
      (
        await room.call('organiser', 'DELETE /api/proposals/:id', {
          params: { id: proposals[0]!.id },
        })
      ).ok,
    ).toBe(false)
  })

  test('is proposed once', async () => {
    const { summary } = await proposed()
    const again = await room.call('japChair', 'POST /api/texts/:id/integration', {
      params: declarationOf(room),
      body: { version: summary.id, units: await unitsToTreat(room, summary), after: null },
    })
    expect(refusalOf(again)).toBe('invalid')
  })
})

describe('[M2] [M3] nobody else', () => {
  const DECIDERS: readonly Actor[] = ['fraChair', 'fraDrafter', 'japChair', 'japDrafter']
  const OTHERS: readonly (readonly [Actor, string])[] = [
    ['organiser', 'not-allowed'],
    ['fraReviewer', 'not-allowed'],
    ['japReviewer', 'not-allowed'],
    ['fraLead', 'not-found'],
    ['japLead', 'not-found'],
    ['observer', 'not-found'],
    ['stranger', 'not-found'],
  ]

  test('decides, asks for other words, or sees proposals', async () => {
    const { proposal } = await proposed()
    const params = { id: proposal.id }
    for (const [actor, refusal] of OTHERS) {
      const answers = [
        await room.call(actor, 'POST /api/proposals/:id/decision', {
          params,
          body: { outcome: 'accepted', revision: 1, reason: null },
        }),
        await room.call(actor, 'POST /api/proposals/:id/decision/withdrawal', { params }),
        await room.call(actor, 'PUT /api/proposals/:id/words', {
          params,
          body: { revision: 1, fr: ['x'], ja: ['y'] },
        }),
      ]
      expect(answers.map(refusalOf), actor).toEqual([refusal, refusal, refusal])
      const seen = await room.call(actor, 'GET /api/texts/:id/proposals', { params: declarationOf(room) })
      expect(seen.ok, actor).toBe(refusal === 'not-allowed')
    }
    for (const actor of DECIDERS)
      expect((await proposalsOf(room, actor)).decides, actor).toBe(actor.startsWith('fra') ? 'fra' : 'jap')
    expect((await proposalsOf(room)).proposals[0]).toMatchObject({ state: 'open', revision: 1 })
  })

  test('proposes: reviewers and leads are refused, observers find nothing', async () => {
    const summary = await acceptedSummary(room)
    await openTurn(room, 'joint')
    const body = { version: summary.id, units: await unitsToTreat(room, summary), after: null }
    for (const [actor, refusal] of [
      ['fraReviewer', 'not-allowed'],
      ['fraLead', 'not-allowed'],
      ['observer', 'not-found'],
      ['stranger', 'not-found'],
    ] as const) {
      const params = declarationOf(room)
      const answer = await room.call(actor, 'POST /api/texts/:id/integration', { params, body })
      expect(refusalOf(answer), actor).toBe(refusal)
      expect(refusalOf(await room.call(actor, 'GET /api/texts/:id/integration', { params })), actor).toBe(
        refusal,
      )
    }
  })

  test('takes over what was not accepted', async () => {
    const summary = await acceptedSummary(room)
    await room.get('organiser', 'POST /api/versions/:id/review', {
      params: { id: summary.id },
      body: { outcome: 'returned', reason: { fr: 'À revoir', ja: '' } },
    })
    await openTurn(room, 'joint')
    const answer = await room.call('fraChair', 'POST /api/texts/:id/integration', {
      params: declarationOf(room),
      body: { version: summary.id, units: await unitsToTreat(room, summary), after: null },
    })
    expect(refusalOf(answer)).toBe('invalid')
  })
})
