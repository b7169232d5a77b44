import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FactsView } from '../../../shared/protocol/fact-views.ts'
import { insertFactAt, NEW_COUNT } from '../../support/facts.ts'
import { importPrevious, openDraft, transmitDraft, type } from '../../support/negotiation.ts'
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

const facts = async (actor: Actor): Promise<FactsView['facts']> =>
  (await room.get(actor, 'GET /api/facts', {})).facts
const viewOf = async (actor: Actor, id: string) => (await facts(actor)).find(({ fact }) => fact.id === id)
const add = (said = NEW_COUNT) => room.get('organiser', 'POST /api/facts', { body: said })
const say = (id: string, body: object) =>
  room.call('organiser', 'PUT /api/facts/:id', { params: { id }, body: body as never })
const withdraw = (id: string, withdrawn = true, actor: Actor = 'organiser') =>
  room.call(actor, 'PUT /api/facts/:id/withdrawal', { params: { id }, body: { withdrawn } })
const acts = async () => (await room.get('observer', 'GET /api/acts', {})).map(({ kind }) => kind)

describe('[F1] the organiser says facts', () => {
  test('adds one, which comes last, and gives it a value; both are acts that everybody hears of', async () => {
    const heard = room.listen('observer')
    const added = await add()
    expect(added).toMatchObject({ ...NEW_COUNT, withdrawnAt: null })
    expect((await facts('observer')).at(-1)?.fact).toEqual(added)
    const changed = await say(added.id, { value: { n: 35 }, status: 'confirmed' })
    expect(changed).toMatchObject({ value: { value: { n: 35 }, unit: NEW_COUNT.unit } })
    expect((await acts()).slice(0, 2)).toEqual(['fact-changed', 'fact-added'])
    const [act] = await room.get('fraReviewer', 'GET /api/acts', {})
    expect(act?.detail).toMatchObject({ valueFr: '35\u00A0collectivités', valueJa: '35自治体' })
    expect(heard.map(({ topic }) => topic)).toEqual(['facts', 'facts'])
  })

  test('each change keeps who, when, and what was said before and after', async () => {
    const { id } = await add()
    room.wait({ minutes: 5 })
    await say(id, { value: { n: 34 }, status: 'open', source: 'Note du 3 mai' })
    const at = room.now
    room.wait({ minutes: 5 })
    await say(id, { value: { n: 35 }, status: 'confirmed' })
    const changes = (await viewOf('japDrafter', id))?.changes
    expect(changes).toMatchObject([
      { before: null, after: { value: null, withdrawn: false } },
      {
        at,
        by: { fr: 'Mandat organiser' },
        before: { value: null },
        after: { value: { n: 34 }, source: 'Note du 3 mai' },
      },
      { before: { value: { n: 34 }, status: 'open' }, after: { value: { n: 35 }, status: 'confirmed' } },
    ])
  })

  test('what is said again without a difference is no change', async () => {
    const { id } = await add()
    const before = await acts()
    expect(await say(id, { value: null, status: 'open', label: NEW_COUNT.label })).toMatchObject({ ok: true })
    expect(await acts()).toEqual(before)
    expect((await viewOf('organiser', id))?.changes).toHaveLength(1)
  })

  test.each([
    ['a count in words', { value: { fr: '35', ja: '36' }, status: 'open' }],
    ['a date for a count', { value: { from: '2031', to: null, weekday: false }, status: 'open' }],
    ['a negative count', { value: { n: -1 }, status: 'open' }],
    ['half a count', { value: { n: 3.5 }, status: 'open' }],
    ['confirmed without a value', { value: null, status: 'confirmed' }],
    ['an organisation that nobody knows', { value: null, status: 'open', owner: { organisation: 'nobody' } }],
    ['a name for an unknown type', { value: null, status: 'open', type: 'number' }],
    ['a value of another type', { type: 'date', value: { n: 3 }, status: 'open' }],
    [
      'a day that does not exist',
      { type: 'date', value: { from: '2031-02-30', to: null, weekday: true }, status: 'open' },
    ],
    [
      'a span backwards',
      { type: 'date', value: { from: '2031-02-20', to: '2031-02-19', weekday: true }, status: 'open' },
    ],
  ])('%s is refused', async (_, body) => {
    const { id } = await add()
    expect(await say(id, body)).toMatchObject({ refusal: 'invalid' })
    expect((await viewOf('organiser', id))?.changes).toHaveLength(1)
  })

  test('the owner may be an organisation of the edition, a side or a post; only a count has a unit', async () => {
    const organisation = room.edition.organisations.get('secretariat')!
    const { id } = await add()
    for (const owner of [{ organisation }, { side: 'fra' }, { title: { fr: 'Le maire', ja: '市長' } }, null])
      expect(await say(id, { value: null, status: 'open', owner })).toMatchObject({ value: { owner } })
    const named = await say(id, { type: 'name', value: { fr: 'Nara', ja: '奈良市' }, status: 'open' })
    expect(named).toMatchObject({ value: { unit: null, type: 'name' } })
  })

  test('what an older room wrote once per language stays until a typed value is given', async () => {
    const { id } = await add()
    const value = JSON.stringify({ fr: 'une trentaine', ja: '約30' })
    await room.deps.db.updateTable('facts').set({ value }).where('id', '=', id).execute()
    const kept = { value: { fr: 'une trentaine', ja: '約30' }, status: 'confirmed' }
    expect(await say(id, kept)).toMatchObject({ ok: true, value: kept })
    expect(await say(id, { value: { fr: 'une trentaine', ja: '約31' }, status: 'open' })).toMatchObject({
      refusal: 'invalid',
      detail: 'value',
    })
    expect(await say(id, { value: { n: 31 }, status: 'open' })).toMatchObject({ ok: true })
  })
})

describe('[M2] nobody else writes facts', () => {
  test('whatever their role and side, chairs included; a stranger learns nothing', async () => {
    const { id } = await add()
    const before = await acts()
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      if (actor === 'organiser') continue
      const refusal = actor === 'stranger' ? 'not-found' : 'not-allowed'
      const body = { value: { n: 99 }, status: 'confirmed' } as const
      for (const answer of [
        await room.call(actor, 'POST /api/facts', { body: NEW_COUNT }),
        await room.call(actor, 'PUT /api/facts/:id', { params: { id }, body }),
        await room.call(actor, 'PUT /api/facts/:id', { params: { id: 'fact-none' }, body }),
        await withdraw(id, true, actor),
      ])
        expect(answer, actor).toMatchObject({ refusal })
    }
    expect(await room.call('stranger', 'GET /api/facts', {})).toMatchObject({ refusal: 'not-found' })
    expect(await room.call(null, 'GET /api/facts', {})).toMatchObject({ refusal: 'not-signed-in' })
    expect(await acts()).toEqual(before)
  })

  test('and the trace itself cannot be rewritten in the database', async () => {
    await add()
    await expect(room.deps.db.updateTable('fact_changes').set({ after: '{}' }).execute()).rejects.toThrow(
      'the trace of a fact cannot change',
    )
    await expect(room.deps.db.deleteFrom('fact_changes').execute()).rejects.toThrow()
  })
})

describe('[F1] where a fact is used', () => {
  test('names the units of the last version and of the draft one may read, and says when one language lacks it', async () => {
    await importPrevious(room)
    const { id } = await add()
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertFactAt(1, id))
    await type(room, 'japDrafter', draft, insertFactAt(2, id, ['ja']))
    const used = (await viewOf('japReviewer', id))?.uses
    expect(used).toMatchObject([
      {
        place: { kind: 'draft', id: draft.draft.id, audience: 'jap' },
        units: [
          {
            number: 2,
            only: null,
            words: { fr: 'Nous, les représentants, coopérons.[Collectivités présentes]' },
          },
          { number: 3, only: 'ja' },
        ],
      },
    ])
    const v1 = await transmitDraft(room, 'japChair', draft)
    for (const actor of ['fraDrafter', 'organiser', 'japChair'] as const)
      expect((await viewOf(actor, id))?.uses, actor).toMatchObject([
        { place: { kind: 'version', id: v1.id, label: 'V1' }, units: [{ number: 2 }, { number: 3 }] },
      ])
  })

  test('[M3] tells nobody else of a private draft: neither place nor number', async () => {
    await importPrevious(room)
    const { id } = await add()
    const before = new Map<Actor, unknown>()
    const others = (Object.keys(ACTORS) as Actor[]).filter(
      actor => !actor.startsWith('jap') && actor !== 'stranger',
    )
    for (const actor of others) before.set(actor, await facts(actor))
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertFactAt(1, id))
    for (const actor of others) expect(await facts(actor), actor).toEqual(before.get(actor))
    expect((await viewOf('japChair', id))?.uses).toHaveLength(1)
    // A lead writes a workshop’s text, not the declaration.
    expect((await viewOf('japLead', id))?.uses).toEqual([])
  })

  test('[M3] an observer sees the uses of a version once it was opened to the large committee', async () => {
    await importPrevious(room)
    const { id } = await add()
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertFactAt(1, id))
    const v1 = await transmitDraft(room, 'japChair', draft)
    expect((await viewOf('observer', id))?.uses).toEqual([])
    await room.get('fraChair', 'POST /api/versions/:id/opening', { params: { id: v1.id } })
    expect((await viewOf('observer', id))?.uses).toMatchObject([{ place: { id: v1.id } }])
  })
})

describe('[F1] a fact is taken off the list', () => {
  test('where no text uses it, and can be put back; both are acts and part of its trace', async () => {
    const { id } = await add()
    expect(await withdraw(id)).toMatchObject({ ok: true, value: { withdrawnAt: room.now } })
    expect(await viewOf('fraDrafter', id)).toBeUndefined()
    expect(await viewOf('organiser', id)).toMatchObject({
      changes: [{}, { before: { withdrawn: false }, after: { withdrawn: true } }],
    })
    expect(await withdraw(id, false)).toMatchObject({ ok: true, value: { withdrawnAt: null } })
    expect((await acts()).slice(0, 2)).toEqual(['fact-restored', 'fact-withdrawn'])
    expect(await withdraw('fact-none')).toMatchObject({ refusal: 'not-found' })
  })

  test('not while a version uses it, be it an old one', async () => {
    await importPrevious(room)
    const { id } = await add()
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertFactAt(1, id))
    await transmitDraft(room, 'japChair', draft)
    expect(await withdraw(id)).toMatchObject({ refusal: 'fact-in-use' })
    const answer = await openDraft(room, 'fraDrafter')
    await type(room, 'fraDrafter', answer, doc => {
      for (const language of ['fr', 'ja'] as const) {
        const block = doc.getXmlFragment(language).get(1) as import('yjs').XmlElement
        block.delete(1, 1)
      }
    })
    await transmitDraft(room, 'fraChair', answer)
    expect((await viewOf('organiser', id))?.uses).toEqual([])
    expect(await withdraw(id)).toMatchObject({ refusal: 'fact-in-use' })
  })

  test('[M3] a private draft that uses it is not betrayed: the answer is the same, and the draft reads on', async () => {
    await importPrevious(room)
    const [used, unused] = [await add(), await add()]
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertFactAt(1, used.id))
    await say(used.id, { value: { n: 35 }, status: 'confirmed' })
    const [one, other] = [await withdraw(used.id), await withdraw(unused.id)]
    expect([one.ok, other.ok]).toEqual([true, true])
    const preview = await room.get('japChair', 'GET /api/drafts/:id/preview', {
      params: { id: draft.draft.id },
    })
    expect(preview.facts[used.id]).toEqual({ fr: '35\u00A0collectivités', ja: '35自治体' })
    // Those who read the draft still see what it is.
    expect((await viewOf('japDrafter', used.id))?.uses).toHaveLength(1)
    expect(await viewOf('fraDrafter', used.id)).toBeUndefined()
  })
})

describe('[F1] [R4] a figure known late', () => {
  test('changes once and everywhere, stays in the version as it was, and shows as a change in both languages', async () => {
    await importPrevious(room)
    const { id } = await add()
    await say(id, { value: { n: 34 }, status: 'open' })
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertFactAt(1, id))
    const v1 = await transmitDraft(room, 'japChair', draft)

    await say(id, { value: { n: 35 }, status: 'confirmed' })
    const kept = await room.get('fraReviewer', 'GET /api/versions/:id', { params: { id: v1.id } })
    expect(kept.facts[id]).toEqual({ fr: '[34\u00A0collectivités]', ja: '［34自治体］' })
    const answer = await openDraft(room, 'fraDrafter')
    const v2 = await transmitDraft(room, 'fraChair', answer)

    const query = { from: `version:${v1.id}`, to: `version:${v2.id}` }
    const shown = await room.get('japReviewer', 'GET /api/comparisons', { query })
    expect(shown.comparison.counts).toMatchObject({ changed: 1, alarms: 0 })
    expect(shown.comparison.rows[1]).toMatchObject({
      fr: { kinds: ['modified'] },
      ja: { kinds: ['modified'] },
      alarm: null,
    })
    expect([shown.oldFacts[id], shown.facts[id]]).toEqual([
      { fr: '[34\u00A0collectivités]', ja: '［34自治体］' },
      { fr: '35\u00A0collectivités', ja: '35自治体' },
    ])
  })
})
