import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_SPEECH } from '../../../shared/model/workshop.ts'
import type { WorkshopBody } from '../../../shared/protocol/bodies.ts'
import type { TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'
import {
  createWorkshopRoom,
  openWorkshopDraft,
  submitSummary,
  workshopsFor,
  workshopText,
} from '../../support/workshops.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createWorkshopRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const FIFTH: WorkshopBody = {
  title: { fr: 'Jeunesse', ja: '若者' },
  aliases: ['Les jeunes'],
  status: 'confirmed',
  room: { fr: 'Salle Estérel', ja: '' },
  startsAt: '2031-10-23T07:30:00.000Z',
  endsAt: '2031-10-23T10:00:00.000Z',
}
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const listed = async () => (await workshopsFor(room, 'fraReviewer')).workshops
const idOf = async (number: number) =>
  (await listed()).find(({ workshop }) => workshop.number === number)!.workshop.id
const remove = (id: string) => room.call('organiser', 'DELETE /api/workshops/:id', { params: { id } })
const kinds = async (actor: Actor) => (await room.get(actor, 'GET /api/acts', {})).map(({ kind }) => kind)

describe('[W1] the workshops of an edition', () => {
  test('are added with the next number and their texts, changed, and removed again', async () => {
    const [member, observer] = [room.listen('japReviewer'), room.listen('observer')]
    const made = await room.get('organiser', 'POST /api/workshops', { body: FIFTH })
    expect(made).toMatchObject({ ...FIFTH, number: 5 })
    expect((await listed()).at(-1)).toMatchObject({
      workshop: made,
      leads: [],
      texts: [
        { text: { kind: 'workshop-summary', title: { fr: 'Résumé de l’atelier 5' } } },
        { text: { kind: 'restitution', title: { ja: '第5分科会報告' } } },
      ],
    })
    const params = { id: made.id }
    const body = { ...FIFTH, room: { fr: '', ja: '' }, startsAt: null, endsAt: null }
    const changed = await room.get('organiser', 'PUT /api/workshops/:id', { params, body })
    expect(changed).toEqual({ ...made, room: null, startsAt: null, endsAt: null })
    expect(await remove(made.id)).toMatchObject({ ok: true })
    expect(await listed()).toHaveLength(4)
    expect((await kinds('fraLead')).slice(0, 3)).toEqual([
      'workshop-removed',
      'workshop-changed',
      'workshop-added',
    ])
    expect(await kinds('observer')).not.toContain('workshop-added')
    expect(member.map(({ topic }) => topic)).toEqual(['plan', 'texts', 'plan', 'texts', 'plan', 'texts'])
    expect(observer.map(({ topic }) => topic)).toEqual(['plan', 'plan', 'plan'])
  })

  test('are numbered anew, and the titles of their texts follow', async () => {
    const before = (await listed()).map(({ workshop }) => workshop.id)
    const order = [before[3]!, before[0]!, before[1]!, before[2]!]
    await room.get('organiser', 'PUT /api/workshops', { body: { order } })
    const after = await listed()
    expect(after.map(({ workshop }) => workshop.id)).toEqual(order)
    expect(after.map(({ workshop }) => workshop.number)).toEqual([1, 2, 3, 4])
    expect(after.map(({ texts }) => texts[0]!.text.title.fr)).toEqual(
      [1, 2, 3, 4].map(number => `Résumé de l’atelier ${number}`),
    )
    for (const wrong of [[], order.slice(1), [...order.slice(1), order[1]!], [...order, 'workshop-none']])
      expect(await room.call('organiser', 'PUT /api/workshops', { body: { order: wrong } })).toMatchObject({
        refusal: 'invalid',
        detail: 'order',
      })
    expect((await listed()).map(({ workshop }) => workshop.id)).toEqual(order)
  })

  test('are not removed while something is written, led or chosen in them', async () => {
    const second = await idOf(2)
    const body = {
      fra: { name: { fr: 'Exemple', ja: '' } },
      jap: null,
      choices: [second],
      workshop: null,
      note: '',
    }
    const taking = await room.get('organiser', 'POST /api/participations', { body })
    expect(refusalOf(await remove(second))).toBe('workshop-is-chosen')
    await room.get('organiser', 'DELETE /api/participations/:id', { params: { id: taking.id } })
    expect(await remove(second)).toMatchObject({ ok: true })

    const { text, ...led } = await workshopText(room, 'fraLead')
    expect(led.state).toBe('none')
    expect(refusalOf(await remove(text.workshop!))).toBe('workshop-has-leads')
    await openWorkshopDraft(room, 'fraLead', text.id)
    expect(refusalOf(await remove(text.workshop!))).toBe('workshop-has-texts')
    expect(refusalOf(await remove('workshop-none'))).toBe('not-found')
  })

  test('are not removed while an invitation offers to lead them', async () => {
    const workshop = await idOf(3)
    const title = { fr: 'Cheffe', ja: '座長' }
    const offer = { role: 'lead', side: 'jap', organisation: null, workshop, title, person: null } as const
    const { invitation } = await room.get('organiser', 'POST /api/invitations', { body: offer })
    expect(refusalOf(await remove(workshop))).toBe('workshop-has-leads')
    await room.get('organiser', 'DELETE /api/invitations/:id', { params: { id: invitation.id } })
    expect(await remove(workshop)).toMatchObject({ ok: true })
  })

  test('end after they begin', async () => {
    const body = { ...FIFTH, endsAt: FIFTH.startsAt }
    expect(await room.call('organiser', 'POST /api/workshops', { body })).toMatchObject({
      refusal: 'invalid',
      detail: 'endsAt',
    })
  })

  test('a mandate that has ended does not keep its workshop', async () => {
    room.wait({ minutes: 1 })
    for (const lead of ['fraLead', 'japLead'] as const)
      await room.get('organiser', 'POST /api/mandates/:id/end', {
        params: { id: room.edition.people[lead].mandate!.id },
      })
    expect(await remove(await idOf(1))).toMatchObject({ ok: true })
  })
})

describe('[W1] who takes part', () => {
  const fra = { name: { fr: 'Ville d’Exemple', ja: '' } }
  const jap = { name: { fr: '', ja: '見本市' } }

  test('an intervention gets its summary where it is given a workshop, and takes it along while nothing is written', async () => {
    const [first, second] = [await idOf(1), await idOf(2)]
    const body = { fra, jap, choices: [first, second], workshop: null, note: 'Binôme' }
    const made = await room.get('organiser', 'POST /api/participations', { body })
    expect(made).toMatchObject({ choices: [first, second], workshop: null, text: null })
    const params = { id: made.id }
    const known = { ...body, fra: { id: made.fra! }, jap: { id: made.jap! } }
    const say = (workshop: string | null) =>
      room.call('organiser', 'PUT /api/participations/:id', { params, body: { ...known, workshop } })
    await say(second)
    const [inSecond] = (await listed())[1]!.texts
    expect(inSecond).toMatchObject({
      text: {
        kind: 'intervention-summary',
        title: {
          fr: 'Résumé d’intervention : Ville d’Exemple et 見本市',
          ja: '発表要旨：Ville d’Exemple・見本市',
        },
      },
      state: 'none',
    })
    await say(first)
    const [view, other] = await listed()
    expect(view!.texts[0]!.text.id).toBe(inSecond!.text.id)
    expect(other!.texts).toHaveLength(2)
    expect((await workshopsFor(room, 'japLead')).workshops[0]!.texts[0]).toMatchObject({ mayWrite: true })

    await say(null)
    expect((await listed())[0]!.texts).toHaveLength(2)
    await say(first)
    await openWorkshopDraft(room, 'japLead', (await listed())[0]!.texts[0]!.text.id)
    for (const elsewhere of [second, null]) expect(refusalOf(await say(elsewhere))).toBe('intervention-begun')
    expect(refusalOf(await room.call('organiser', 'DELETE /api/participations/:id', { params }))).toBe(
      'intervention-begun',
    )
    // What is said besides can still be said anew.
    const noted = { ...known, workshop: first, note: 'Salle à préciser' }
    expect(
      await room.call('organiser', 'PUT /api/participations/:id', { params, body: noted }),
    ).toMatchObject({
      ok: true,
    })
    expect((await kinds('japChair')).slice(0, 2)).toEqual(['participation-changed', 'participation-changed'])
  })

  test('a name that an organisation of the side bears already means that one', async () => {
    const body = { fra, jap: null, choices: [], workshop: null, note: '' }
    const alone = await room.get('organiser', 'POST /api/participations', { body })
    const named = { fr: 'VILLE D’EXEMPLE', ja: '' }
    const pair = await room.get('organiser', 'POST /api/participations', {
      body: { ...body, fra: { name: named }, jap },
    })
    expect(pair.fra).toBe(alone.fra)
    const { organisations } = await room.get('fraChair', 'GET /api/edition', {})
    expect(organisations.filter(({ name }) => name.fr === 'Ville d’Exemple')).toHaveLength(1)
    expect(organisations.find(({ id }) => id === pair.jap)).toMatchObject({
      side: 'jap',
      name: { ja: '見本市' },
    })
  })

  test('nobody takes part twice in the same form, on the other side, in unknown workshops or as nobody', async () => {
    const body = { fra, jap: null, choices: [] as string[], workshop: null, note: '' }
    const { fra: known } = await room.get('organiser', 'POST /api/participations', { body })
    const say = (changes: object) =>
      room.call('organiser', 'POST /api/participations', { body: { ...body, ...changes } })
    const before = (await room.get('organiser', 'GET /api/edition', {})).organisations.length
    expect(refusalOf(await say({}))).toBe('takes-part-already')
    expect(await say({ fra: null })).toMatchObject({ refusal: 'invalid', detail: 'fra' })
    expect(await say({ fra: null, jap: { id: known } })).toMatchObject({ refusal: 'invalid', detail: 'jap' })
    expect(await say({ jap, choices: ['workshop-none'] })).toMatchObject({
      refusal: 'invalid',
      detail: 'choices',
    })
    expect(await say({ jap, choices: [await idOf(1), await idOf(1)] })).toMatchObject({ refusal: 'invalid' })
    expect(await say({ jap, workshop: 'workshop-none' })).toMatchObject({
      refusal: 'invalid',
      detail: 'workshop',
    })
    expect((await room.get('organiser', 'GET /api/edition', {})).organisations).toHaveLength(before)
  })

  test('a file is taken over whole or not at all', async () => {
    const row = (name: string) => ({
      fra: { name: { fr: name, ja: '' } },
      jap: null,
      choices: [],
      workshop: null,
      note: '',
    })
    const before = (await room.get('organiser', 'GET /api/edition', {})).organisations.length
    const twice = await room.call('organiser', 'POST /api/participations/import', {
      body: { rows: [row('Une'), row('Deux'), row('Une')] },
    })
    expect(twice).toMatchObject({ refusal: 'takes-part-already', detail: '2' })
    expect((await workshopsFor(room, 'fraChair')).participations).toEqual([])
    expect((await room.get('organiser', 'GET /api/edition', {})).organisations).toHaveLength(before)
    await room.get('organiser', 'POST /api/participations/import', {
      body: { rows: [row('Une'), row('Deux')] },
    })
    const { participations } = await workshopsFor(room, 'fraChair')
    const { organisations } = await room.get('fraChair', 'GET /api/edition', {})
    expect(participations.map(({ fra: id }) => organisations.find(each => each.id === id)!.name.fr)).toEqual([
      'Une',
      'Deux',
    ])
    expect((await room.get('japLead', 'GET /api/acts', {}))[0]).toMatchObject({
      kind: 'participations-imported',
      detail: { count: '2' },
    })
  })
})

test('[W2] how long one speaks and how long texts may be is said by the organiser and seen by all members', async () => {
  const speech = { ...DEFAULT_SPEECH, interventionMinutes: 8, pairs: 'each', interpreted: false } as const
  await room.get('organiser', 'PUT /api/speech', { body: speech })
  expect((await workshopsFor(room, 'japReviewer')).speech).toEqual(speech)
  expect((await kinds('fraChair'))[0]).toBe('speech-changed')
  const body = { ...speech, interventionMinutes: 0 }
  expect(refusalOf(await room.call('organiser', 'PUT /api/speech', { body }))).toBe('invalid')
})

describe('[M2] whoever does not run the edition', () => {
  test('changes nothing of its workshops; observers and strangers are told that nothing is there', async () => {
    await submitSummary(room, 'fraLead')
    const participation = {
      fra: { name: { fr: 'Intrus', ja: '' } },
      jap: null,
      choices: [],
      workshop: null,
      note: '',
    }
    const made = await room.get('organiser', 'POST /api/participations', { body: participation })
    const [workshops, taking] = [{ id: await idOf(4) }, { id: made.id }]
    const before = JSON.stringify(await workshopsFor(room, 'organiser'))
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      if (actor === 'organiser') continue
      const refusal = actor === 'stranger' || actor === 'observer' ? 'not-found' : 'not-allowed'
      for (const answer of [
        await room.call(actor, 'POST /api/workshops', { body: FIFTH }),
        await room.call(actor, 'PUT /api/workshops/:id', { params: workshops, body: FIFTH }),
        await room.call(actor, 'DELETE /api/workshops/:id', { params: workshops }),
        await room.call(actor, 'PUT /api/workshops', { body: { order: [] } }),
        await room.call(actor, 'PUT /api/speech', { body: DEFAULT_SPEECH }),
        await room.call(actor, 'POST /api/participations', { body: participation }),
        await room.call(actor, 'PUT /api/participations/:id', { params: taking, body: participation }),
        await room.call(actor, 'DELETE /api/participations/:id', { params: taking }),
        await room.call(actor, 'POST /api/participations/import', { body: { rows: [participation] } }),
      ])
        expect(answer, actor).toMatchObject({ refusal })
      const reads = (await room.call(actor, 'GET /api/workshops', {})).ok
      expect([actor, reads]).toEqual([actor, refusal === 'not-allowed'])
      const session = await room.get(actor, 'GET /api/session', {})
      expect([actor, session.readsWorkshops]).toEqual([actor, reads])
    }
    expect(JSON.stringify(await workshopsFor(room, 'organiser'))).toBe(before)
  })
})
