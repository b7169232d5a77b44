import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { insertWords } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import {
  createWorkshopRoom,
  openWorkshopDraft,
  submitDraft,
  workshopsFor,
  workshopText,
} from '../../support/workshops.ts'

let room: TestRoom
let draft: DraftView
let params: { readonly id: string }
beforeEach(async () => {
  room = await createWorkshopRoom()
  const { text } = await workshopText(room, 'fraLead')
  draft = await openWorkshopDraft(room, 'fraLead', text.id)
  params = { id: text.id }
  await write('fraLead', 2, 'Nous avons parlé d’emploi.', '')
  await write('fraLead', 4, 'Nous proposons un réseau.', '')
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const write = (actor: Actor, index: number, fr: string, ja: string) =>
  room.sync.edit(draft.draft.id, room.edition.people[actor].mandate!.id, insertWords(index, fr, ja))
const ask = (actor: Actor, units: string[] | null = null, wanted = true) =>
  room.call(actor, 'PUT /api/texts/:id/translations', { params, body: { language: 'ja', units, wanted } })
const waiting = (actor: Actor) => room.get(actor, 'GET /api/texts/:id/translations', { params })
const awaited = async (actor: Actor) =>
  (await room.get(actor, 'GET /api/awaiting', {})).find(({ kind }) => kind === 'translation')

describe('[W1] what is to be said in the other language', () => {
  test('is in the other side’s lead’s list until that language was written', async () => {
    expect((await ask('fraLead')).ok).toBe(true)
    expect(await waiting('japLead')).toMatchObject([
      { number: 3, language: 'ja', words: 'Nous avons parlé d’emploi.', by: { fr: 'Mandat fraLead' } },
      { number: 5, words: 'Nous proposons un réseau.' },
    ])
    expect(await awaited('japLead')).toMatchObject({ language: 'ja', units: 2, draft: draft.draft.id })
    expect(await awaited('fraLead')).toBeUndefined()
    expect(await awaited('japChair')).toBeUndefined()
    await write('japLead', 2, '', '雇用について話し合った。')
    expect(await awaited('japLead')).toMatchObject({ units: 1 })
    expect(await waiting('fraLead')).toMatchObject([{ number: 5 }])
  })

  test('is taken off by hand, one by one or all', async () => {
    await ask('fraLead')
    const [first] = await waiting('fraLead')
    await ask('japLead', [first!.unit], false)
    expect(await waiting('fraLead')).toHaveLength(1)
    await ask('fraLead', null, false)
    expect(await waiting('fraLead')).toEqual([])
    expect(await awaited('japLead')).toBeUndefined()
  })

  test('may be a unit that already says something, and never one that says nothing', async () => {
    const text = await room.sync.readText(draft.draft.id)
    const units = [text.fr[1]!.unit, 'unit-none']
    await ask('fraLead', units)
    expect(await waiting('japLead')).toMatchObject([{ unit: units[0], before: '共有された認識' }])
  })

  test('goes on waiting when one language was submitted alone', async () => {
    await ask('fraLead')
    await submitDraft(room, 'fraLead', draft)
    expect(await awaited('japLead')).toMatchObject({ units: 2, draft: null })
    const next = await openWorkshopDraft(room, 'japLead', draft.text.id)
    expect(await awaited('japLead')).toMatchObject({ units: 2, draft: next.draft.id })
  })

  test('[M2] is asked by the leads of the workshop, read by whoever reads their draft, and is nothing to others', async () => {
    await ask('fraLead')
    for (const actor of ['fraChair', 'japReviewer', 'japDrafter'] as const) {
      expect(await waiting(actor), actor).toHaveLength(2)
      expect(await ask(actor), actor).toMatchObject({ ok: false, refusal: 'not-allowed' })
    }
    for (const actor of ['organiser', 'observer', 'stranger'] as const) {
      const answer = await room.call(actor, 'GET /api/texts/:id/translations', { params })
      expect(answer, actor).toMatchObject({ ok: false, refusal: 'not-found' })
      expect(await ask(actor), actor).toMatchObject({ ok: false, refusal: 'not-found' })
      expect(await awaited('organiser')).toBeUndefined()
    }
    const other = (await workshopsFor(room, 'fraLead')).workshops[1]!.texts[0]!.text.id
    const elsewhere = await room.call('fraLead', 'GET /api/texts/:id/translations', {
      params: { id: other },
    })
    expect(elsewhere).toMatchObject({ ok: false, refusal: 'not-found' })
    const declaration = { params: { id: room.edition.declaration } }
    expect(await room.call('fraChair', 'GET /api/texts/:id/translations', declaration)).toMatchObject({
      ok: false,
      refusal: 'not-found',
    })
  })
})
