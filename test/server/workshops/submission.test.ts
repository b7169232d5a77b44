import { afterEach, describe, expect, test } from 'vitest'
import type { TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import {
  createWorkshopRoom,
  openWorkshopDraft,
  submitDraft,
  submitSummary,
  workshopsFor,
  workshopText,
} from '../../support/workshops.ts'

let room: TestRoom
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const review = (actor: Actor, version: string, outcome: 'returned' | 'accepted', reason = '') =>
  room.call(actor, 'POST /api/versions/:id/review', {
    params: { id: version },
    body: { outcome, reason: reason ? { fr: reason, ja: '' } : null },
  })
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal

describe('[W1] the texts of a workshop', () => {
  test('are there from the beginning, written by its leads of both sides together', async () => {
    room = await createWorkshopRoom()
    const { workshops } = await workshopsFor(room, 'fraReviewer')
    expect(workshops).toHaveLength(4)
    expect(workshops[0]).toMatchObject({
      leads: [{ side: 'fra' }, { side: 'jap' }],
      texts: [{ state: 'none', mayWrite: false }, { state: 'none' }],
    })
    const { text } = await workshopText(room, 'fraLead')
    const [mine, theirs] = [
      await openWorkshopDraft(room, 'fraLead', text.id),
      await openWorkshopDraft(room, 'japLead', text.id),
    ]
    expect(mine.draft).toMatchObject({ id: theirs.draft.id, audience: 'joint' })
    expect([mine.access, theirs.access]).toEqual(['write', 'write'])
    const words = await room.sync.readText(mine.draft.id)
    expect(words.fr[0]!.content).toEqual([{ type: 'text', text: 'Résumé de l’atelier 1' }])
    expect(words.fr.map(({ unit }) => unit)).toEqual(words.ja.map(({ unit }) => unit))
  })

  test('[M2] are not begun by anybody else', async () => {
    room = await createWorkshopRoom()
    const { text } = await workshopText(room, 'fraLead')
    for (const actor of ['fraChair', 'japDrafter', 'organiser', 'observer'] as const)
      expect(
        (await room.call(actor, 'POST /api/texts/:id/draft', { params: { id: text.id } })).ok,
        actor,
      ).toBe(false)
    const other = (await workshopsFor(room, 'fraLead')).workshops[1]!.texts[0]!
    expect(other.mayWrite).toBe(false)
    expect(
      refusalOf(await room.call('fraLead', 'POST /api/texts/:id/draft', { params: { id: other.text.id } })),
    ).toBe('not-allowed')
  })
})

describe('[W2] a text on its way', () => {
  test('is submitted, returned with a reason, submitted again with what changed since, accepted', async () => {
    room = await createWorkshopRoom()
    const first = await submitSummary(room, 'fraLead')
    expect(first).toMatchObject({ label: 'S1', side: null, late: false })
    expect(await workshopText(room, 'organiser')).toMatchObject({ state: 'submitted', mayReview: true })
    expect(refusalOf(await review('organiser', first.id, 'returned'))).toBe('reason-missing')
    expect((await review('organiser', first.id, 'returned', 'Trop long.')).ok).toBe(true)
    expect(await workshopText(room, 'japLead')).toMatchObject({
      state: 'returned',
      marks: [{ kind: 'returned', reason: { fr: 'Trop long.' } }],
    })
    const draft = await openWorkshopDraft(room, 'japLead', first.text)
    expect(draft.base).toMatchObject({ id: first.id })
    const params = { id: draft.draft.id }
    const preview = await room.get('japLead', 'GET /api/drafts/:id/submission', { params })
    expect(preview).toMatchObject({
      label: 'S2',
      base: { label: 'S1' },
      comparison: { counts: { changed: 0 } },
    })
    const second = await submitDraft(room, 'japLead', draft)
    expect(await workshopText(room, 'organiser')).toMatchObject({ state: 'resubmitted', accepted: null })
    expect(refusalOf(await review('organiser', first.id, 'accepted'))).toBe('submission-superseded')
    await review('organiser', second.id, 'accepted')
    expect(await workshopText(room, 'fraReviewer')).toMatchObject({ state: 'accepted', accepted: second.id })
    const acts = await room.get('fraChair', 'GET /api/acts', {})
    expect(acts.slice(0, 4).map(({ kind }) => kind)).toEqual([
      'text-accepted',
      'text-submitted',
      'text-returned',
      'text-submitted',
    ])
  })

  test('[M2] is submitted by its leads and reviewed by the secretariat, by nobody else', async () => {
    room = await createWorkshopRoom()
    const { text } = await workshopText(room, 'fraLead')
    const { draft } = await openWorkshopDraft(room, 'fraLead', text.id)
    for (const [actor, refusal] of [
      ['fraChair', 'not-allowed'],
      ['organiser', 'not-found'],
      ['observer', 'not-found'],
    ] as const)
      expect(
        refusalOf(await room.call(actor, 'GET /api/drafts/:id/submission', { params: { id: draft.id } })),
        actor,
      ).toBe(refusal)
    const version = await submitSummary(room, 'fraLead')
    for (const actor of ['fraLead', 'japChair'] as const)
      expect(refusalOf(await review(actor, version.id, 'accepted'))).toBe('not-allowed')
    expect(refusalOf(await review('observer', version.id, 'accepted'))).toBe('not-found')
    expect(refusalOf(await room.call('observer', 'GET /api/workshops', {}))).toBe('not-found')
  })

  test('[R7] is late after the deadline, and taken all the same', async () => {
    room = await createWorkshopRoom({ dueAt: '2031-01-11T00:00:00.000Z' })
    expect(await workshopText(room, 'fraLead')).toMatchObject({ overdue: false })
    room.wait({ days: 2 })
    expect(await workshopText(room, 'fraLead')).toMatchObject({ overdue: true })
    expect(await submitSummary(room, 'fraLead')).toMatchObject({ late: true })
  })

  test('[R5] what changed since the preview is not submitted unseen', async () => {
    room = await createWorkshopRoom()
    const { text } = await workshopText(room, 'fraLead')
    const { draft } = await openWorkshopDraft(room, 'fraLead', text.id)
    const body = { sha256: '0'.repeat(64), note: { fr: '', ja: '' } }
    const answer = await room.call('fraLead', 'POST /api/drafts/:id/submission', {
      params: { id: draft.id },
      body,
    })
    expect(refusalOf(answer)).toBe('text-changed-since-preview')
    expect(await workshopText(room, 'fraLead')).toMatchObject({ state: 'draft', draft: draft.id })
  })
})
