import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const SAID = {
  number: 4,
  name: { fr: 'Rencontres à venir', ja: '次の会議', en: 'Meeting to come' },
  place: { fr: 'Autre ville', ja: '別の都市' },
  startsOn: '2033-05-09',
  endsOn: '2033-05-11',
  zone: 'Asia/Tokyo',
  penholder: 'fra',
} as const

const edition = async (actor: Actor = 'observer') => (await room.get(actor, 'GET /api/edition', {})).edition

describe('[R1] the edition is what its organiser says of it', () => {
  test('name, place, days, zone and penholder change, everybody hears of it, and it is an act of the log', async () => {
    const heard = room.listen('fraReviewer')
    const before = await edition()
    const changed = await room.get('organiser', 'PUT /api/edition', { body: SAID })
    expect(changed).toEqual({ ...SAID, id: before.id, demonstration: false })
    expect(await edition()).toEqual(changed)
    expect((await room.get('japDrafter', 'GET /api/session', {})).edition).toEqual(changed)
    expect(heard).toEqual([
      { topic: 'plan', subject: before.id },
      { topic: 'session', subject: before.id },
    ])
    const [act] = await room.get('observer', 'GET /api/acts', {})
    expect(act).toMatchObject({
      kind: 'edition-changed',
      by: { fr: 'Mandat organiser' },
      detail: {
        editionFr: 'Rencontres à venir',
        editionJa: '次の会議',
        placeFr: 'Autre ville',
        penholder: 'fra',
      },
    })
  })

  test('the penholder gives the right to bring in the first text, at once', async () => {
    const mayImport = async (actor: Actor) =>
      (await room.get(actor, 'GET /api/texts/:id', { params: { id: room.edition.declaration } })).abilities
        .importText
    expect([await mayImport('japDrafter'), await mayImport('fraDrafter')]).toEqual([true, false])
    await room.get('organiser', 'PUT /api/edition', { body: SAID })
    expect([await mayImport('japDrafter'), await mayImport('fraDrafter')]).toEqual([false, true])
  })

  test('the penholder is fixed once a version was transmitted; everything else can still be said anew', async () => {
    await transmitV1(room)
    const before = await edition()
    const refused = await room.call('organiser', 'PUT /api/edition', { body: SAID })
    expect(refused).toMatchObject({ status: 409, refusal: 'penholder-fixed' })
    expect(await edition()).toEqual(before)
    const [last] = await room.get('observer', 'GET /api/acts', {})
    expect(last?.kind).not.toBe('edition-changed')
    await room.get('organiser', 'PUT /api/edition', { body: { ...SAID, penholder: 'jap' } })
    expect(await edition()).toMatchObject({ place: SAID.place, penholder: 'jap' })
  })

  test('[M3] a private draft does not fix it: the answer tells nothing of what is not transmitted', async () => {
    await room.get('japDrafter', 'POST /api/texts/:id/draft', { params: { id: room.edition.declaration } })
    await room.get('organiser', 'PUT /api/edition', { body: SAID })
  })

  for (const [wrong, change, detail] of [
    ['ends before it begins', { endsOn: '2033-05-08' }, 'endsOn'],
    ['is nowhere on earth', { zone: 'Mars/Olympus' }, 'zone'],
    ['has no name in either language', { name: { fr: ' ', ja: '' } }, 'name'],
    ['is held on a day that does not exist', { startsOn: '2033-02-30' }, 'startsOn'],
    ['is proposed by nobody', { penholder: 'joint' as 'fra' }, 'penholder'],
  ] as const)
    test(`an edition that ${wrong} is refused, and the field is named`, async () => {
      const answer = await room.call('organiser', 'PUT /api/edition', { body: { ...SAID, ...change } })
      expect(answer).toMatchObject({ refusal: 'invalid', detail })
      expect(await edition()).toMatchObject({ number: 3 })
    })

  test('what is not the organiser’s to say is left as it is', async () => {
    const { id } = await edition()
    const body = { ...SAID, id: 'edition-other', demonstration: true }
    expect(await room.get('organiser', 'PUT /api/edition', { body })).toMatchObject({
      id,
      demonstration: false,
    })
  })

  test('[M2] nobody else changes it', async () => {
    const before = await edition()
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      if (actor === 'organiser') continue
      const refusal = actor === 'stranger' ? 'not-found' : 'not-allowed'
      expect(await room.call(actor, 'PUT /api/edition', { body: SAID }), actor).toMatchObject({ refusal })
    }
    expect(await room.call(null, 'PUT /api/edition', { body: SAID })).toMatchObject({
      refusal: 'not-signed-in',
    })
    expect(await edition()).toEqual(before)
  })
})
