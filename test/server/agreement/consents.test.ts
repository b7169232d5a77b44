/** [A3] What a consent covers, where it is given, what becomes of it in later rounds; and who tries to give it in vain. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../../../shared/model/thread.ts'
import { agreementAt, consentTo, consentUnchanged } from '../../support/agreeing.ts'
import { openTurn } from '../../support/integrating.ts'
import {
  declarationOf,
  insertWords,
  openDraft,
  receiveAnswer,
  transmitDraft,
  transmitV1,
  type,
} from '../../support/negotiation.ts'
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

const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) =>
  answer.ok ? 'ok' : answer.refusal
const statesAt = async (actor: Actor, place: Place) =>
  (await agreementAt(room, actor, place)).units.map(({ state }) => state)

describe('[A3] a consent', () => {
  it('is of the chair who wrote the version as of the one who received it; transmitting it is none', async () => {
    const { v1 } = await transmitV1(room)
    const place: Place = `version:${v1.id}`
    expect(await statesAt('japChair', place)).toEqual(['open', 'open', 'open'])
    expect(refusalOf(await consentTo(room, 'japChair', place, [0]))).toBe('ok')
    expect(refusalOf(await consentTo(room, 'fraChair', place, [0]))).toBe('ok')
    expect(await statesAt('japChair', place)).toEqual(['agreed', 'open', 'open'])
  })

  it('follows its words through every round, and says in what other words it was given', async () => {
    const { v1 } = await transmitV1(room)
    const at: Place = `version:${v1.id}`
    for (const chair of ['japChair', 'fraChair'] as const) await consentTo(room, chair, at)
    const answering = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', answering, insertWords(1, 'Naturellement, ', '当然、'))
    room.wait({ minutes: 5 })
    const answer: Place = `version:${(await transmitDraft(room, 'fraChair', answering)).id}`
    const { units } = await agreementAt(room, 'japReviewer', answer)
    expect(units.map(({ state }) => state)).toEqual(['agreed', 'open', 'agreed'])
    const [changed] = units.filter(({ reopened }) => reopened.length > 0)
    expect(changed!.reopened).toEqual(['fra', 'jap'])
    const words = changed!.earlier[0]!.words!
    expect([words.fr, words.ja].map(([block]) => block!.content)).toEqual([
      [{ type: 'text', text: 'Réunis ici, Nous, les représentants, coopérons.' }],
      [{ type: 'text', text: 'ここに集う私たち代表は協力する。' }],
    ])
    // In the version where the words stand they are agreed still.
    expect(await statesAt('japReviewer', at)).toEqual(['agreed', 'agreed', 'agreed'])
    // What the sides say last counts: an agreement on the new words takes the place of that on the old ones.
    for (const chair of ['japChair', 'fraChair'] as const) await consentTo(room, chair, answer, [1])
    expect(await statesAt('japReviewer', answer)).toEqual(['agreed', 'agreed', 'agreed'])
    expect(await statesAt('japReviewer', at)).toEqual(['agreed', 'open', 'agreed'])
    expect((await agreementAt(room, 'japChair', answer)).units[1]!.history.length).toBe(4)
  })

  it('is given on the last version, not on one that was overtaken, nor on the previous edition', async () => {
    const { v1, answer } = await receiveAnswer(room)
    const old: Place = `version:${v1.id}`
    for (const chair of ['japChair', 'fraChair'] as const) {
      expect(refusalOf(await consentTo(room, chair, `version:${answer.id}`, [0]))).toBe('ok')
      // It would take the place of the one that was just given.
      expect(refusalOf(await consentTo(room, chair, old, [1]))).toBe('not-on-table')
      expect((await agreementAt(room, chair, old)).consentsFor).toBeNull()
      const withdrawn = room.call(chair, 'POST /api/texts/:id/consents/withdrawal', {
        params: declarationOf(room),
        body: { place: old, units: [(await agreementAt(room, chair, old)).units[0]!.unit] },
      })
      expect(refusalOf(await withdrawn)).toBe('not-on-table')
    }
    const versions = (await room.get('japChair', 'GET /api/texts/:id', { params: declarationOf(room) }))
      .versions
    expect(refusalOf(await consentTo(room, 'japChair', `version:${versions[0]!.id}`))).toBe('not-on-table')
  })

  it('is given in the joint draft once there is one, by the chairs of both sides', async () => {
    const { draft, version } = await jointDraft()
    const place: Place = `draft:${draft.draft.id}`
    expect(refusalOf(await consentTo(room, 'japChair', `version:${version.id}`, [0]))).toBe('not-on-table')
    for (const chair of ['japChair', 'fraChair'] as const)
      expect(refusalOf(await consentTo(room, chair, place))).toBe('ok')
    await type(room, 'japDrafter', draft, insertWords(1, 'Enfin, ', ''))
    expect(await statesAt('fraChair', place)).toEqual(['agreed', 'open', 'agreed'])
    const stale = await room.call('fraChair', 'POST /api/texts/:id/consents', {
      params: declarationOf(room),
      body: {
        ...{ place, kind: 'agreed' },
        units: (await agreementAt(room, 'fraChair', place)).units.map(({ unit, earlier, pair }) => ({
          unit,
          pair: earlier[0]?.pair ?? pair,
        })),
      },
    })
    expect(refusalOf(stale)).toBe('pair-changed')
  })

  it('withdrawn is withdrawn for the words that were read, not for others', async () => {
    const { draft } = await jointDraft()
    const place: Place = `draft:${draft.draft.id}`
    await consentTo(room, 'fraChair', place)
    await type(room, 'japDrafter', draft, insertWords(1, 'Enfin, ', ''))
    const { units } = await agreementAt(room, 'fraChair', place)
    const withdraw = (unit: string) =>
      room.get('fraChair', 'POST /api/texts/:id/consents/withdrawal', {
        params: declarationOf(room),
        body: { place, units: [unit] },
      })
    await withdraw(units[1]!.unit)
    await withdraw(units[0]!.unit)
    const now = await agreementAt(room, 'fraChair', place)
    expect(now.units.map(({ state }) => state)).toEqual(['open', 'open', 'proposed'])
    expect(now.units[1]!.reopened).toEqual(['fra'])
    const acts = await room.get('japChair', 'GET /api/acts', {})
    expect(acts.filter(({ kind }) => kind === 'units-disagreed')).toHaveLength(1)
  })
})

describe('[A3] all that is unchanged', () => {
  it('is agreed at once by a chair who says since which version, and nothing is when one has changed', async () => {
    const { v1, answer } = await receiveAnswer(room)
    const place: Place = `version:${answer.id}`
    const view = await agreementAt(room, 'japChair', place)
    expect(view.unchanged?.since).toEqual({ id: v1.id, label: v1.label })
    expect(view.unchanged?.units).toEqual([view.units[0]!.unit])
    expect(refusalOf(await consentUnchanged(room, 'japChair', place, v1.id, [0, 1]))).toBe('not-unchanged')
    expect(await statesAt('japChair', place)).toEqual(['open', 'open', 'open', 'open'])
    expect(refusalOf(await consentUnchanged(room, 'japChair', place, v1.id, [0]))).toBe('ok')
    const [first] = (await agreementAt(room, 'fraChair', place)).units
    expect(first!.consents).toMatchObject([{ side: 'jap', unchangedSince: 'V1' }])
    const [act] = await room.get('fraChair', 'GET /api/acts', {})
    expect(act).toMatchObject({ kind: 'units-agreed', detail: { units: '1', since: 'V1' } })
  })

  it('is unchanged since an earlier version of this text: not since itself, a later one, or nothing', async () => {
    const { v1, answer } = await receiveAnswer(room)
    const place: Place = `version:${answer.id}`
    for (const since of [answer.id, 'version-none', 'draft-none'])
      expect(refusalOf(await consentUnchanged(room, 'japChair', place, since, [0])), since).toBe(
        'not-unchanged',
      )
    const asked = await room.get('japChair', 'GET /api/texts/:id/agreement', {
      params: declarationOf(room),
      query: { place, since: answer.id },
    })
    expect(asked.unchanged?.since.id).toBe(v1.id)
  })

  it('may be compared with the previous edition as well', async () => {
    const { previous, v1 } = await transmitV1(room)
    const place: Place = `version:${v1.id}`
    const view = await agreementAt(room, 'fraChair', place)
    expect(view.unchanged?.units).toEqual([view.units[0]!.unit, view.units[2]!.unit])
    expect(refusalOf(await consentUnchanged(room, 'fraChair', place, previous.id, [0, 2]))).toBe('ok')
    expect(await statesAt('japChair', place)).toEqual(['proposed', 'open', 'proposed'])
  })
})

describe('[M2] [M3] who tries in vain', () => {
  const EVERYONE_ELSE = [
    ...(['organiser', 'fraDrafter', 'fraReviewer', 'fraLead'] as const),
    ...(['japDrafter', 'japReviewer', 'japLead'] as const),
  ]

  it('consents, withdraws and reopens: nobody but a chair, and each chair for its own side alone', async () => {
    const { v1 } = await transmitV1(room)
    const place: Place = `version:${v1.id}`
    const unit = (await agreementAt(room, 'fraChair', place)).units[0]!.unit
    const params = declarationOf(room)
    for (const actor of EVERYONE_ELSE) {
      expect(refusalOf(await consentTo(room, actor, place)), actor).toBe('not-allowed')
      const body = { place, units: [unit] }
      const withdrawn = await room.call(actor, 'POST /api/texts/:id/consents/withdrawal', { params, body })
      expect(refusalOf(withdrawn), actor).toBe('not-allowed')
      const reopening = { place, unit, reason: { fr: 'Non', ja: '' } }
      const reopened = await room.call(actor, 'POST /api/texts/:id/reopenings', { params, body: reopening })
      expect(refusalOf(reopened), actor).toBe('not-allowed')
    }
    // The side is that of the mandate: nothing in the request can name another.
    await room.fetch('japChair', 'POST', `/api/texts/${params.id}/consents`, {
      ...{ place, kind: 'agreed', side: 'fra', by: room.edition.people.fraChair.mandate!.id },
      units: (await agreementAt(room, 'japChair', place)).units.map(each => ({ ...each, side: 'fra' })),
    })
    const { units } = await agreementAt(room, 'fraChair', place)
    expect(units.map(({ consents }) => consents.map(({ side }) => side))).toEqual([['jap'], ['jap'], ['jap']])
  })

  it('reads it: no observer, even of a version that is open to them, and no stranger', async () => {
    const { v1 } = await transmitV1(room)
    await room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: v1.id } })
    const query = { place: `version:${v1.id}` }
    for (const actor of ['observer', 'stranger'] as const) {
      const answer = await room.call(actor, 'GET /api/texts/:id/agreement', {
        ...{ params: declarationOf(room), query },
      })
      expect(answer.ok, actor).toBe(false)
      const none = await room.call(actor, 'GET /api/texts/:id/agreement', {
        ...{ params: declarationOf(room), query: { place: 'version:none' } },
      })
      expect(answer, actor).toEqual(none)
    }
  })

  it('consents at a private draft: its own chair is told so, for the other side there is none', async () => {
    await transmitV1(room)
    const { draft } = await openDraft(room, 'fraDrafter')
    const place: Place = `draft:${draft.id}`
    expect(refusalOf(await consentTo(room, 'fraChair', place))).toBe('not-allowed')
    const body = { place, units: [{ unit: 'u', pair: '0'.repeat(64) }], kind: 'agreed' as const }
    const params = declarationOf(room)
    const hidden = await room.call('japChair', 'POST /api/texts/:id/consents', { params, body })
    const missing = await room.call('japChair', 'POST /api/texts/:id/consents', {
      ...{ params, body: { ...body, place: 'draft:draft-none' } },
    })
    expect(hidden).toEqual(missing)
    expect(refusalOf(hidden)).toBe('not-found')
  })

  it('sends the same unit twice, no unit at all, or thousands', async () => {
    const { v1 } = await transmitV1(room)
    const { units } = await agreementAt(room, 'fraChair', `version:${v1.id}`)
    const { unit, pair } = units[0]!
    const post = async (asked: readonly unknown[]) =>
      (
        await room.fetch('fraChair', 'POST', `/api/texts/${room.edition.declaration}/consents`, {
          ...{ place: `version:${v1.id}`, units: asked, kind: 'agreed' },
        })
      ).status
    expect(
      await post([
        { unit, pair },
        { unit, pair },
      ]),
    ).toBe(422)
    expect(await post([])).toBe(422)
    expect(await post(Array.from({ length: 2_001 }, (_, n) => ({ unit: `u${n}`, pair })))).toBe(422)
  })
})

/** The stages before are over; both sides share a draft that continues the last version. */
async function jointDraft() {
  const { v1: version } = await transmitV1(room)
  await openTurn(room, 'joint')
  return { version, draft: await openDraft(room, 'fraDrafter') }
}
