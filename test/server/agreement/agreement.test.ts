import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pairForm, pairHashes } from '../../../shared/model/agreement.ts'
import { unitsOf } from '../../../shared/model/bilingual-text.ts'
import type { Place } from '../../../shared/model/thread.ts'
import { agreementAt, consentTo } from '../../support/agreeing.ts'
import { insertWords, openDraft, transmitDraft, transmitV1, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'

let room: TestRoom
let v1: Place
beforeEach(async () => {
  room = await createTestRoom()
  v1 = `version:${(await transmitV1(room)).v1.id}`
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const params = () => ({ id: room.edition.declaration })
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const statesAt = async (actor: Actor, place = v1) =>
  (await agreementAt(room, actor, place)).units.map(({ state }) => state)

describe('[A3] agreement on a unit', () => {
  test('is what the chairs of both sides consented to; silence is none', async () => {
    expect(await statesAt('fraDrafter')).toEqual(['open', 'open', 'open'])
    await consentTo(room, 'japChair', v1, [0, 1])
    await consentTo(room, 'fraChair', v1, [0])
    await consentTo(room, 'fraChair', v1, [1], 'ad-referendum')
    expect(await statesAt('fraReviewer')).toEqual(['agreed', 'ad-referendum', 'open'])
    await consentTo(room, 'fraChair', v1, [1])
    expect(await statesAt('japReviewer')).toEqual(['agreed', 'agreed', 'open'])
    const { units } = await agreementAt(room, 'organiser', v1)
    expect(units[0]!.consents.map(({ side }) => side).sort()).toEqual(['fra', 'jap'])
  })

  test('is bound to the pair of texts: an edit of one language reopens it, and undoing the edit does not', async () => {
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1)
    const draft = await openDraft(room, 'fraDrafter')
    const place: Place = `draft:${draft.draft.id}`
    expect(await statesAt('fraDrafter', place)).toEqual(['agreed', 'agreed', 'agreed'])
    await type(room, 'fraDrafter', draft, insertWords(1, '', '当然、'))
    const { units } = await agreementAt(room, 'fraDrafter', place)
    expect(units[1]).toMatchObject({ state: 'open', consents: [], reopened: ['jap', 'fra'].sort() })
    await type(room, 'fraDrafter', draft, doc => {
      const text = doc.getXmlFragment('ja').get(1) as never as {
        get(n: number): { delete(at: number, n: number): void }
      }
      text.get(0).delete(0, '当然、'.length)
    })
    expect(await statesAt('fraDrafter', place)).toEqual(['agreed', 'agreed', 'agreed'])
    const answer = await transmitDraft(room, 'fraChair', draft)
    expect(await statesAt('japDrafter', `version:${answer.id}`)).toEqual(['agreed', 'agreed', 'agreed'])
  })

  test('is not given to what was not seen: all of it, or nothing', async () => {
    const { units } = await agreementAt(room, 'japChair', v1)
    const asked = units.map(({ unit, pair }, index) => ({ unit, pair: index ? pair : '0'.repeat(64) }))
    const answer = await room.call('japChair', 'POST /api/texts/:id/consents', {
      params: params(),
      body: { place: v1, units: asked, kind: 'agreed' },
    })
    expect(refusalOf(answer)).toBe('pair-changed')
    expect(await statesAt('japChair')).toEqual(['open', 'open', 'open'])
  })

  test('[M2] is given and withdrawn by chairs alone', async () => {
    for (const actor of ['fraDrafter', 'fraReviewer', 'japLead', 'organiser'] as const)
      expect(refusalOf(await consentTo(room, actor, v1)), actor).toBe('not-allowed')
    const observing = room.call('observer', 'GET /api/texts/:id/agreement', {
      params: params(),
      query: { place: v1 },
    })
    expect(refusalOf(await observing)).toBe('not-found')
    await consentTo(room, 'japChair', v1, [0])
    const withdraw = (actor: Actor, units: string[]) =>
      room.call(actor, 'POST /api/texts/:id/consents/withdrawal', {
        params: params(),
        body: { place: v1, units },
      })
    const [first] = (await agreementAt(room, 'japChair', v1)).units
    expect(refusalOf(await withdraw('japDrafter', [first!.unit]))).toBe('not-allowed')
    await withdraw('fraChair', [first!.unit])
    expect((await statesAt('japChair'))[0]).toBe('proposed')
    await withdraw('japChair', [first!.unit])
    expect((await statesAt('japChair'))[0]).toBe('open')
  })

  test('[M3] is not given in a private draft, of which the other side learns nothing', async () => {
    const draft = await openDraft(room, 'fraDrafter')
    const place: Place = `draft:${draft.draft.id}`
    expect((await agreementAt(room, 'fraChair', place)).consentsFor).toBeNull()
    expect(refusalOf(await consentTo(room, 'fraChair', place))).toBe('not-allowed')
    const asked = room.call('japChair', 'GET /api/texts/:id/agreement', {
      params: params(),
      query: { place },
    })
    expect(refusalOf(await asked)).toBe('not-found')
  })

  test('is heard by both sides and written in the log', async () => {
    const heard = room.listen('japDrafter')
    await consentTo(room, 'fraChair', v1)
    expect(heard).toEqual([{ topic: 'agreement', subject: room.edition.declaration }])
    const [act] = await room.get('japReviewer', 'GET /api/acts', {})
    expect(act).toMatchObject({ kind: 'units-agreed', detail: { units: '3', consent: 'agreed' } })
  })
})

test('[A3] the hash of a pair is the words’ of both languages, whatever ids their blocks have', async () => {
  const { content } = await room.get('fraDrafter', 'GET /api/versions/:id', {
    params: { id: v1.slice('version:'.length) },
  })
  const renamed = {
    fr: content.fr.map(block => ({ ...block, id: `x${block.id}` as typeof block.id })),
    ja: content.ja,
  }
  expect(await pairHashes(renamed)).toEqual(await pairHashes(content))
  expect(JSON.parse(pairForm(unitsOf(content)[0]!))).toMatchObject({ format: 'concordance-pair/1' })
})
