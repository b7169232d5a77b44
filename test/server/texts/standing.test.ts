/** [C5] The comparisons one click away, for each reader of what that reader may read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StandingComparison } from '../../../shared/protocol/views.ts'
import {
  declarationOf,
  importPrevious,
  insertWords,
  openDraft,
  transmitDraft,
  transmitV1,
  type,
} from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor, FRENCH } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const standing = (actor: Actor) =>
  room.get(actor, 'GET /api/texts/:id/standing', { params: declarationOf(room) })
const look = (actor: Actor) => room.get(actor, 'POST /api/texts/:id/visit', { params: declarationOf(room) })

/** `last-version V1 draft 2`: kind, from, to, units that changed. Ids are told by `names`. */
function told(list: readonly StandingComparison[], names: Readonly<Record<string, string>>): string[] {
  const name = (ref: string) => names[ref] ?? ref.replace(/^(draft|state):.*/, '$1')
  return list.map(({ kind, from, to, changed }) => `${kind} ${name(from)} ${name(to)} ${changed?.units}`)
}

/** The previous declaration and V1 by the Japanese side; the French draft of the answer with one change. */
async function answering() {
  const { previous, v1 } = await transmitV1(room)
  const draft = await openDraft(room, 'fraDrafter')
  room.wait({ minutes: 1 })
  await type(room, 'fraDrafter', draft, insertWords(2, 'Oui : ', ''))
  const names = { [`version:${previous.id}`]: 'previous', [`version:${v1.id}`]: 'V1' }
  return { previous, v1, draft, names }
}

describe('standing comparisons', () => {
  it('[C5] [M3] are of one’s draft for its side, of versions for the other', async () => {
    const { names } = await answering()
    const lists: Partial<Record<Actor, string[]>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[])
      if (actor !== 'stranger') lists[actor] = told(await standing(actor), names)
    const ours = ['last-version V1 draft 1', 'previous-edition previous draft 2']
    const theirs = ['last-version previous V1 1']
    expect(lists).toEqual({
      organiser: theirs,
      fraChair: ours,
      fraDrafter: ours,
      fraReviewer: ours,
      fraLead: theirs,
      japChair: theirs,
      japDrafter: theirs,
      japReviewer: theirs,
      japLead: theirs,
      observer: [],
    })
  })

  it('[C5] since the last visit compares what one could read then with now', async () => {
    const { draft, names } = await answering()
    for (const actor of ['fraReviewer', 'japReviewer', 'organiser'] as const) await look(actor)
    const seen = room.now
    room.wait({ days: 1 })
    await type(room, 'fraDrafter', draft, insertWords(1, 'Ensemble, ', '共に'))
    const first = async (actor: Actor) => (await standing(actor))[0]!
    expect(await first('fraReviewer')).toMatchObject({
      kind: 'last-visit',
      from: `state:${draft.draft.id}@${seen}`,
      at: seen,
      changed: { units: 1, fr: 1, ja: 1 },
    })
    expect(told([await first('japReviewer')], names)).toEqual(['last-visit V1 V1 0'])
    room.wait({ days: 1 })
    const answer = await transmitDraft(room, 'fraChair', draft)
    const after = { ...names, [`version:${answer.id}`]: 'V1-FRA' }
    expect(told([await first('japReviewer')], after)).toEqual(['last-visit V1 V1-FRA 2'])
    expect(told([await first('organiser')], after)).toEqual(['last-visit V1 V1-FRA 2'])
    // What the side saw then was its draft, which has become the version.
    expect(told([await first('fraReviewer')], after)).toEqual(['last-visit state V1-FRA 1'])
  })

  it('[C5] since the last visit is not offered before there was one, nor within the first sitting', async () => {
    await answering()
    const kinds = async () => (await standing('fraReviewer')).map(({ kind }) => kind)
    expect(await kinds()).not.toContain('last-visit')
    await look('fraReviewer')
    room.wait({ minutes: 20 })
    await look('fraReviewer')
    expect(await kinds()).not.toContain('last-visit')
    room.wait({ minutes: 31 })
    expect(await kinds()).toContain('last-visit')
  })

  it('[C5] a visit in the middle of a sitting shows more rather than less', async () => {
    const { draft } = await answering()
    room.wait({ minutes: 1 })
    await look('fraReviewer')
    room.wait({ minutes: 1 })
    await type(room, 'fraDrafter', draft, insertWords(1, 'Ensemble, ', ''))
    room.wait({ days: 1 })
    const [since] = await standing('fraReviewer')
    expect(since!.changed).toMatchObject({ units: 2 })
  })

  it('[C5] since one’s own side’s last version, where that is not the last one', async () => {
    const { draft, names } = await answering()
    const answer = await transmitDraft(room, 'fraChair', draft)
    const second = await openDraft(room, 'japDrafter')
    room.wait({ minutes: 1 })
    await type(room, 'japDrafter', second, insertWords(0, 'Belle ', ''))
    const all = { ...names, [`version:${answer.id}`]: 'V1-FRA' }
    expect(told(await standing('japReviewer'), all)).toEqual([
      'last-version V1-FRA draft 2',
      'last-own V1 draft 1',
      'previous-edition previous draft 2',
    ])
    expect(told(await standing('fraReviewer'), all)).toEqual([
      'last-version V1 V1-FRA 1',
      'previous-edition previous V1-FRA 2',
    ])
  })

  it('[M2] for an observer are of the versions opened to them, from when they were opened', async () => {
    const { previous, v1, names } = await answering()
    await look('observer')
    room.wait({ days: 1 })
    for (const version of [previous, v1])
      await room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: version.id } })
    expect(told(await standing('observer'), names)).toEqual(['last-version previous V1 1'])
    await look('observer')
    room.wait({ days: 1 })
    expect(told(await standing('observer'), names)).toEqual([
      'last-visit V1 V1 0',
      'last-version previous V1 1',
    ])
  })

  it('[C5] of a text with one version, or none, are none', async () => {
    expect(await standing('organiser')).toEqual([])
    await importPrevious(room)
    expect(await standing('organiser')).toEqual([])
    expect(await standing('japDrafter')).toEqual([])
  })

  it('[M1] each can be opened by whom it is shown to', async () => {
    const { draft } = await answering()
    for (const actor of ['fraReviewer', 'japReviewer', 'organiser', 'observer'] as const) await look(actor)
    room.wait({ days: 1 })
    await transmitDraft(room, 'fraChair', draft)
    await openDraft(room, 'japDrafter')
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      if (actor === 'stranger') continue
      for (const { from, to, changed } of await standing(actor)) {
        const shown = await room.get(actor, 'GET /api/comparisons', { query: { from, to } })
        expect(shown.comparison.counts.changed, `${actor} ${from} ${to}`).toBe(changed!.units)
        expect(shown.text.id).toBe(room.edition.declaration)
      }
    }
  })

  it('[M3] tell nothing of what the other side does in private', async () => {
    await transmitV1(room)
    for (const actor of ['japReviewer', 'organiser', 'fraLead'] as const) await look(actor)
    room.wait({ days: 1 })
    const before = await Promise.all((['japReviewer', 'organiser', 'fraLead'] as const).map(standing))
    const draft = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', draft, insertWords(1, 'Secret. ', '秘密。'))
    expect(await Promise.all((['japReviewer', 'organiser', 'fraLead'] as const).map(standing))).toEqual(
      before,
    )
  })
})

describe('a visit to a text', () => {
  it('[M1] is recorded for whoever may know of the text, and for nobody else', async () => {
    const call = (actor: Actor | null, id: string) =>
      room.call(actor, 'POST /api/texts/:id/visit', { params: { id } })
    const { id } = declarationOf(room)
    for (const actor of [...FRENCH, 'observer', 'organiser'] as const)
      expect(await call(actor, id)).toMatchObject({ ok: true })
    expect(await call('stranger', id)).toMatchObject({ status: 404, refusal: 'not-found' })
    expect(await call('fraChair', 'text-none')).toMatchObject({ status: 404, refusal: 'not-found' })
    expect(await call(null, id)).toMatchObject({ refusal: 'not-signed-in' })
    const rows = await room.deps.db.selectFrom('visits').selectAll().execute()
    expect(new Set(rows.map(row => row.subject))).toEqual(new Set([`text:${id}`]))
    expect(rows).toHaveLength(6)
  })
})
