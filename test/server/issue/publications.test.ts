import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkFile } from '../../../shared/issue/check-file.ts'
import { issuedHtml } from '../../../shared/issue/issued-html.ts'
import { adopt } from '../../support/adopting.ts'
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

const params = () => ({ id: room.edition.declaration })
const issuedAs = (actor: Actor) => room.call(actor, 'GET /api/texts/:id/issued', { params: params() })
const publish = (actor: Actor) => room.call(actor, 'POST /api/texts/:id/publication', { params: params() })
const close = (actor: Actor) => room.call(actor, 'POST /api/texts/:id/publication/end', { params: params() })
const published = () => room.call(null, 'GET /api/published/:id', { params: params() })

describe('[S3] the adopted text', () => {
  test('is issued to whoever reads it, with the hash and the seals of its adoption, and its document holds by itself', async () => {
    const { version } = await adopt(room)
    for (const actor of ['fraReviewer', 'japChair', 'organiser'] as const) {
      const answer = await issuedAs(actor)
      if (!answer.ok) throw new Error(answer.refusal)
      const { issued, mayPublish } = answer.value
      expect(issued.sha256).toBe(version.sha256)
      expect(issued.seals.map(({ side, by }) => [side, by?.fr])).toEqual([
        ['fra', 'Mandat fraChair'],
        ['jap', 'Mandat japChair'],
      ])
      expect(mayPublish).toBe(actor === 'organiser')
      expect(await checkFile(issuedHtml(issued))).toMatchObject({ kind: 'issued', faults: [] })
    }
  })

  test('does not exist as such before it is adopted, and cannot be opened to the public', async () => {
    await transmitV1(room)
    for (const actor of ['fraChair', 'organiser', 'observer', 'stranger'] as const)
      expect(await issuedAs(actor)).toMatchObject({ ok: false })
    expect(await publish('organiser')).toMatchObject({ refusal: 'nothing-to-publish' })
    expect(await published()).toMatchObject({ status: 404, refusal: 'not-found' })
  })
})

describe('[S3] the public page', () => {
  test('is opened by the organiser alone, read by anybody, and closed again', async () => {
    const { version } = await adopt(room)
    expect(await published()).toMatchObject({ status: 404, refusal: 'not-found' })
    for (const actor of Object.keys(ACTORS) as Actor[])
      if (actor !== 'organiser')
        for (const act of [publish, close])
          expect(await act(actor), actor).toMatchObject({
            ok: false,
            status: expect.toSatisfy(s => s >= 401),
          })
    expect(await published()).toMatchObject({ refusal: 'not-found' })

    expect(await publish('organiser')).toMatchObject({ ok: true })
    expect(await publish('organiser')).toMatchObject({ ok: true })
    expect(await published()).toMatchObject({ ok: true, value: { sha256: version.sha256 } })
    expect(await issuedAs('fraDrafter')).toMatchObject({ value: { published: { at: room.now } } })

    expect(await close('organiser')).toMatchObject({ ok: true })
    expect(await published()).toMatchObject({ refusal: 'not-found' })
    const kinds = (await room.get('observer', 'GET /api/acts', {})).map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'text-published')).toHaveLength(1)
    expect(kinds.filter(kind => kind === 'publication-ended')).toHaveLength(1)
  })

  test('says nothing of the room but the adopted text: no id, no version before it, no name but of the seals', async () => {
    const { v1, draft } = await adopt(room)
    await publish('organiser')
    const answer = await published()
    const words = JSON.stringify(answer)
    for (const secret of [v1.id, draft.draft.id, 'Mandat organiser', 'mandate-', 'person-'])
      expect(words).not.toContain(secret)
  })
})
