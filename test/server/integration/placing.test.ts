import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DraftView, VersionView } from '../../../shared/protocol/views.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../../shared/schema/y-write.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import {
  acceptedSummary,
  coverageFor,
  decideAs,
  frenchOf,
  openTurn,
  proposalsOf,
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
import { type Actor, FRENCH } from '../../support/test-edition.ts'
import { createWorkshopRoom } from '../../support/workshops.ts'

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
const provenanceIn = (actor: Actor, place: string) =>
  room.get(actor, 'GET /api/texts/:id/provenance', { params: declarationOf(room), query: { place } })

/** It is the French side's turn: the answer to V1. */
async function placed(): Promise<DraftView> {
  const made = await takeIn(room, 'fraDrafter', summary)
  const draft = await room.get('fraDrafter', 'GET /api/drafts/:id', { params: { id: made.draft! } })
  return draft
}

/** The leads submit once more, and the secretariat accepts. */
async function changedSource(): Promise<VersionView> {
  room.wait({ minutes: 5 })
  return acceptedSummary(room, 'Longuement, ', '長い時間、')
}

describe('[W3] in a stage of one side', () => {
  test('the side whose turn it is writes units into its own draft', async () => {
    const draft = await placed()
    expect(frenchOf(await room.sync.readText(draft.draft.id))[0]).toBe('Nous avons parlé d’emploi. ')
    const { provenances, updates } = await provenanceIn('fraReviewer', `draft:${draft.draft.id}`)
    expect(provenances).toMatchObject([{ by: { side: 'fra', title: { fr: 'Mandat fraDrafter' } } }])
    expect(updates).toBeNull()
    expect(
      refusalOf(
        await room.call('japDrafter', 'POST /api/texts/:id/integration', {
          params: declarationOf(room),
          body: { version: summary.id, units: await unitsToTreat(room, summary), after: null },
        }),
      ),
    ).toBe('not-your-turn')
    expect(
      refusalOf(
        await room.call('organiser', 'POST /api/texts/:id/integration', {
          params: declarationOf(room),
          body: { version: summary.id, units: await unitsToTreat(room, summary), after: null },
        }),
      ),
    ).toBe('not-allowed')
  })

  test('[M3] nothing tells anyone else of it: no answer of theirs differs from that of a room where nothing was placed', async () => {
    const quiet = await createWorkshopRoom()
    await transmitV1(quiet)
    await acceptedSummary(quiet)
    const draft = await placed()
    const anonymous = (text: string) => text.replaceAll(/\b[a-z]+-[0-9a-hjkmnp-tv-z]{20}\b/g, 'ID')
    for (const actor of [
      'japChair',
      'japDrafter',
      'japReviewer',
      'japLead',
      'organiser',
      'observer',
    ] as const) {
      const seen = async (of: TestRoom) => {
        const { versions } = await of.get('organiser', 'GET /api/texts/:id', { params: declarationOf(of) })
        const text = of.edition.declaration
        const answers: string[] = []
        for (const path of [
          '/api/coverage',
          '/api/workshops',
          '/api/acts',
          '/api/desk',
          `/api/texts/${text}/integration`,
          `/api/texts/${text}/proposals`,
          `/api/texts/${text}/provenance?place=version:${versions.at(-1)!.id}`,
          `/api/texts/${text}/provenance?place=draft:${draft.draft.id}`,
        ])
          answers.push(
            anonymous((await (await of.fetch(actor, 'GET', path)).text()).replaceAll(/"sha256":"\w+"/g, '')),
          )
        return answers
      }
      expect(await seen(room), actor).toEqual(await seen(quiet))
    }
    const { provenances } = await provenanceIn('fraChair', `draft:${draft.draft.id}`)
    for (const id of [provenances[0]!.id, 'provenance-none'])
      for (const actor of ['japChair', 'organiser', 'japLead'] as const) {
        const answers = [
          await room.call(actor, 'POST /api/provenances/:id/update', { params: { id }, body: {} }),
          await room.call(actor, 'POST /api/provenances/:id/dismissal', {
            params: { id },
            body: { sha256: '0'.repeat(64), reason: { fr: 'x', ja: '' } },
          }),
        ]
        expect(answers.map(refusalOf), actor).toEqual(['not-found', 'not-found'])
      }
    await quiet.close()
  })

  test('[M3] no event of it is heard outside the side', async () => {
    const heard = (['japChair', 'organiser', 'observer'] as const).map(actor => room.listen(actor))
    const own = room.listen('fraReviewer')
    await placed()
    expect(heard).toEqual([[], [], []])
    expect(own.length).toBeGreaterThan(0)
  })

  test('[M3] with the version the other side learns what stands in it, and neither who placed it nor what was taken out again', async () => {
    const draft = await placed()
    await type(room, 'fraDrafter', draft, doc => {
      const text = readBilingualText(doc)
      applyBilingualText(doc, { fr: text.fr.slice(1), ja: text.ja.slice(1) })
    })
    const without = await transmitDraft(room, 'fraChair', draft)
    for (const actor of ['japChair', 'fraChair'] as const)
      expect((await provenanceIn(actor, `version:${without.id}`)).provenances, actor).toEqual([])
    await openTurn(room, 'fra')
    const second = await placed()
    const version = await transmitDraft(room, 'fraChair', second)
    expect((await provenanceIn('japChair', `version:${version.id}`)).provenances).toMatchObject([
      { by: null, workshop: { number: 1 } },
    ])
    expect((await provenanceIn('fraChair', `version:${version.id}`)).provenances).toMatchObject([
      { by: { side: 'fra' } },
    ])
    const observer = await room.call('observer', 'GET /api/texts/:id/provenance', {
      params: declarationOf(room),
      query: { place: `version:${version.id}` },
    })
    expect(refusalOf(observer)).toBe('not-found')
  })

  test('[M3] a draft that was left open tells nothing, even where the other side’s version says the same words', async () => {
    const draft = await placed()
    await openTurn(room, 'jap')
    const theirs = await openDraft(room, 'japDrafter')
    const placedText = await room.sync.readText(draft.draft.id)
    await type(room, 'japDrafter', theirs, doc => {
      const text = readBilingualText(doc)
      const own = (block: (typeof text)['fr'][number]) => ({
        ...{ ...block, id: `own-${block.id}` as typeof block.id, unit: 'own' as typeof block.unit },
      })
      applyBilingualText(doc, {
        fr: [...text.fr, own(placedText.fr[0]!)],
        ja: [...text.ja, own(placedText.ja[0]!)],
      })
    })
    room.wait({ minutes: 1 })
    const version = await transmitDraft(room, 'japChair', theirs)
    const seen = async (actor: Actor) => (await provenanceIn(actor, `version:${version.id}`)).provenances
    expect(await seen('japChair')).toEqual([])
    expect(await seen('organiser')).toEqual([])
    expect(await seen('fraChair')).toMatchObject([{ units: ['own'] }])
    const basis = async (actor: Actor) => (await coverageFor(room, actor)).summaries[0]!.rows[0]!.basis
    expect([await basis('japChair'), await basis('japLead')]).toEqual(['likeness', 'likeness'])
  })
})

describe('[W3] the source changes afterwards', () => {
  test('both wordings are shown; in one’s own draft the difference is taken over as an edit', async () => {
    const draft = await placed()
    await type(room, 'fraDrafter', draft, doc => {
      wordsOf(doc, 'fr', 0).insert(25, ' durable')
      wordsOf(doc, 'ja', 0).insert(11, '十分')
    })
    const second = await changedSource()
    const place = `draft:${draft.draft.id}`
    const [before] = (await provenanceIn('fraChair', place)).provenances
    expect(before).toMatchObject({
      source: { version: { label: 'S1' } },
      now: { version: { id: second.id, label: 'S2' }, dismissed: null, proposed: false },
    })
    for (const actor of FRENCH.filter(each => each !== 'fraDrafter' && each !== 'fraChair'))
      expect(
        (await room.call(actor, 'POST /api/provenances/:id/update', { params: { id: before!.id }, body: {} }))
          .ok,
        actor,
      ).toBe(false)
    const update = (replace: boolean) =>
      room.call('fraDrafter', 'POST /api/provenances/:id/update', {
        params: { id: before!.id },
        body: { replace },
      })
    expect((await update(false)).ok).toBe(true)
    const { fr, ja } = await room.sync.readText(draft.draft.id)
    expect(frenchOf({ fr })[0]).toBe('Longuement, Nous avons parlé d’emploi durable. ')
    expect(ja[0]!.content).toEqual([{ type: 'text', text: '長い時間、雇用について話し合った十分。' }])
    const after = (await provenanceIn('fraChair', place)).provenances
    expect(after).toMatchObject([{ source: { version: { label: 'S2' } }, now: null }])
  })

  test('words of ours that stand in the way go only when that is asked for', async () => {
    const draft = await placed()
    await type(room, 'fraDrafter', draft, insertWords(0, 'Réunis, ', '集い、'))
    await changedSource()
    const [found] = (await provenanceIn('fraChair', `draft:${draft.draft.id}`)).provenances
    const update = (replace: boolean) =>
      room.call('fraDrafter', 'POST /api/provenances/:id/update', {
        params: { id: found!.id },
        body: { replace },
      })
    const before = await room.sync.readText(draft.draft.id)
    expect(refusalOf(await update(false))).toBe('unit-edited')
    expect(await room.sync.readText(draft.draft.id)).toEqual(before)
    expect((await update(true)).ok).toBe(true)
    expect(frenchOf(await room.sync.readText(draft.draft.id))[0]).toBe(
      'Longuement, Nous avons parlé d’emploi. ',
    )
  })

  test('it is dismissed with a reason, which stays with those who read the draft', async () => {
    const draft = await placed()
    await changedSource()
    const [found] = (await provenanceIn('fraChair', `draft:${draft.draft.id}`)).provenances
    const dismiss = (reason: string, sha256 = found!.now!.sha256) =>
      room.call('fraDrafter', 'POST /api/provenances/:id/dismissal', {
        params: { id: found!.id },
        body: { sha256, reason: { fr: reason, ja: '' } },
      })
    expect(refusalOf(await dismiss(''))).toBe('invalid')
    expect(refusalOf(await dismiss('Non.', '0'.repeat(64)))).toBe('text-changed-since-preview')
    expect((await dismiss('Notre réserve.')).ok).toBe(true)
    const version = await transmitDraft(room, 'fraChair', draft)
    const seen = async (actor: Actor) =>
      (await provenanceIn(actor, `version:${version.id}`)).provenances[0]!.now!.dismissed
    expect(await seen('fraReviewer')).toMatchObject({ reason: { fr: 'Notre réserve.' } })
    expect(await seen('japChair')).toEqual({ by: null, reason: null })
  })

  test('in a joint stage it becomes a proposal, which both sides decide, and is undone exactly', async () => {
    await transmitDraft(room, 'fraChair', await placed())
    await changedSource()
    await openTurn(room, 'joint')
    const draft = await openDraft(room, 'japDrafter')
    const before = await room.sync.readText(draft.draft.id)
    const place = `draft:${draft.draft.id}`
    const [found] = (await provenanceIn('japDrafter', place)).provenances
    await room.get('japDrafter', 'POST /api/provenances/:id/update', { params: { id: found!.id }, body: {} })
    const again = await room.call('fraChair', 'POST /api/provenances/:id/update', {
      params: { id: found!.id },
      body: {},
    })
    expect(refusalOf(again)).toBe('proposal-changed')
    const [proposal] = (await proposalsOf(room)).proposals
    expect(proposal).toMatchObject({ state: 'open', stands: 'not', unit: before.fr[0]!.unit })
    await decideAs(room, 'fraChair', proposal!)
    await decideAs(room, 'japChair', proposal!)
    expect(frenchOf(await room.sync.readText(draft.draft.id))[0]).toBe(
      'Longuement, Nous avons parlé d’emploi. ',
    )
    expect((await provenanceIn('japDrafter', place)).provenances).toMatchObject([{ now: null }])
    await room.get('japChair', 'POST /api/proposals/:id/decision/withdrawal', {
      params: { id: proposal!.id },
    })
    expect(await room.sync.readText(draft.draft.id)).toEqual(before)
    expect((await provenanceIn('japDrafter', place)).provenances).toMatchObject([
      { id: found!.id, now: { proposed: true } },
    ])
  })

  test('[T1] provenance survives edits, moves, merges and new rounds', async () => {
    const draft = await placed()
    await type(room, 'fraDrafter', draft, doc => {
      const text = readBilingualText(doc)
      const moved = (blocks: (typeof text)['fr']) => [...blocks.slice(1), blocks[0]!]
      applyBilingualText(doc, { fr: moved(text.fr), ja: moved(text.ja) })
    })
    await transmitDraft(room, 'fraChair', draft)
    await openTurn(room, 'joint')
    const joint = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', joint, doc => {
      const text = readBilingualText(doc)
      const into = text.fr[1]!.unit
      const merged = (blocks: (typeof text)['fr']) =>
        blocks.map((block, index) => (index === blocks.length - 1 ? { ...block, unit: into } : block))
      applyBilingualText(doc, { fr: merged(text.fr), ja: merged(text.ja) })
    })
    const text = await room.sync.readText(joint.draft.id)
    expect((await provenanceIn('fraDrafter', `draft:${joint.draft.id}`)).provenances).toMatchObject([
      { units: [text.fr[1]!.unit] },
    ])
    expect((await coverageFor(room, 'fraDrafter')).summaries[0]!.rows).toMatchObject([
      { state: 'integrated', basis: 'provenance', places: [text.fr[1]!.unit] },
    ])
  })
})
