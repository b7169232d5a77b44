/** [S1] From an open joint draft to the adopted text: obstacles, seals, races. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ObstacleKind } from '../../../shared/model/adoption.ts'
import { parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import type { Place } from '../../../shared/model/thread.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { adopt, adoptionAs, agreeOnAll, openAdoption, readyToSeal, sealAs } from '../../support/adopting.ts'
import { agreementAt, consentTo } from '../../support/agreeing.ts'
import { insertWords, openDraft, type } from '../../support/negotiation.ts'
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

const params = () => ({ id: room.edition.declaration })
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal
const obstacles = async (actor: Actor = 'fraChair'): Promise<ObstacleKind[]> =>
  (await adoptionAs(room, actor)).readiness!.obstacles.map(({ kind }) => kind)
const withdraw = (actor: Actor) =>
  room.call(actor, 'POST /api/texts/:id/seals/withdrawal', { params: params() })
const rowsOf = (table: 'adoptions' | 'seals' | 'versions') =>
  room.deps.db.selectFrom(table).selectAll().execute()
const host = () => room.edition.facts.get('next-host')!
const setFact = (name: string | null) =>
  room.get('organiser', 'PUT /api/facts/:id', {
    params: { id: host() },
    body: {
      value: name === null ? null : { fr: name, ja: name },
      status: name === null ? 'open' : 'confirmed',
    },
  })
/** Puts the fact of the next host into the third unit of both languages. */
const useFact = (draft: DraftView) =>
  room.sync.rewrite(draft.draft.id, room.edition.people.japDrafter.mandate!.id, text => {
    const put = (blocks: (typeof text)['fr']) =>
      blocks.map((block, index) =>
        index === 2
          ? { ...block, content: [...block.content, { type: 'fact' as const, fact: host() }] }
          : block,
      )
    return { fr: put(text.fr), ja: put(text.ja) }
  })

describe('[S1] the page of the adoption', () => {
  test('names what stands in the way, unit by unit, and nothing once it is done', async () => {
    const { draft } = await openAdoption(room)
    const before = await adoptionAs(room, 'fraDrafter')
    expect(before).toMatchObject({ draft: draft.draft.id, sealsFor: null, adopted: null, seals: [] })
    expect(before.readiness).toMatchObject({ units: 3, agreed: 0 })
    expect(before.readiness!.obstacles).toMatchObject([
      {
        kind: 'not-agreed',
        units: [{ number: 1, words: { fr: 'Déclaration précédente', ja: '前回の宣言' } }, {}, {}],
      },
    ])
    const place: Place = `draft:${draft.draft.id}`
    await consentTo(room, 'japChair', place)
    await consentTo(room, 'fraChair', place, 'all', 'ad-referendum')
    expect(await obstacles()).toEqual(['ad-referendum'])
    await consentTo(room, 'fraChair', place)
    expect((await adoptionAs(room, 'japChair')).readiness).toMatchObject({ obstacles: [], agreed: 3 })
  })

  test('[M3] tells those who may not read the joint draft nothing of it', async () => {
    await readyToSeal(room)
    await sealAs(room, 'japChair')
    for (const actor of ['organiser', 'fraLead'] as const) {
      const view = await adoptionAs(room, actor)
      expect(view, actor).toMatchObject({ draft: null, readiness: null, sealsFor: null })
      expect(view.seals, actor).toMatchObject([{ side: 'jap', void: null }])
    }
    expect(await adoptionAs(room, 'observer')).toMatchObject({ draft: null, readiness: null, seals: [] })
  })

  test('counts an edit of one language as such until both sides agree to the pair it makes', async () => {
    const { draft } = await readyToSeal(room)
    await type(room, 'fraDrafter', draft, insertWords(1, 'Certes, ', ''))
    expect(await obstacles()).toEqual(['one-language-changed', 'not-agreed'])
    await agreeOnAll(room, draft)
    expect(await obstacles()).toEqual([])
  })

  test('counts what is in square brackets, typed ones too, and facts that are open where they are used', async () => {
    const { draft } = await openAdoption(room)
    await type(room, 'fraDrafter', draft, insertWords(1, '[peut-être] ', '［もしかすると］'))
    await useFact(draft)
    await agreeOnAll(room, draft)
    const { readiness } = await adoptionAs(room, 'fraChair')
    expect(readiness!.obstacles).toMatchObject([
      { kind: 'typed-bracket', units: [{ number: 2 }] },
      { kind: 'open-fact', units: [{ number: 3 }], facts: [{ id: host() }] },
    ])
    await setFact('Kochi')
    expect(await obstacles()).toEqual(['typed-bracket'])
  })
})

test('[S1] [S2] a change of a paragraph that is asked for stands in the way until it is answered', async () => {
  const { draft } = await readyToSeal(room)
  const { units } = await agreementAt(room, 'fraChair', `draft:${draft.draft.id}`)
  const { change } = await room.get('fraDrafter', 'POST /api/drafts/:id/changes', {
    params: { id: draft.draft.id },
    body: {
      ...{ unit: units[1]!.unit, beforePair: units[1]!.pair, askedBy: 'fra' },
      ...{
        words: { fr: ['Nous coopérerons.'], ja: ['協力していく。'] },
        reason: { fr: 'Le temps.', ja: '' },
      },
    },
  })
  expect(await obstacles()).toEqual(['open-change'])
  await room.get('japChair', 'POST /api/changes/:id/refusal', {
    params: { id: change },
    body: { reason: { fr: '', ja: '現状のままで。' } },
  })
  expect(await obstacles()).toEqual([])
})

describe('[S1] a seal', () => {
  test('of each side on one hash adopts the text: a version, the end of draft and stage, acts with the hash', async () => {
    const { draft } = await readyToSeal(room)
    const { sha256 } = (await adoptionAs(room, 'fraChair')).readiness!
    const heard = room.listen('japReviewer')
    expect(await sealAs(room, 'fraChair')).toMatchObject({ ok: true, value: { adopted: null } })
    expect(heard).toEqual([{ topic: 'agreement', subject: room.edition.declaration }])
    expect((await adoptionAs(room, 'japChair')).seals).toMatchObject([
      { side: 'fra', sha256, void: false, at: room.now },
    ])
    room.wait({ minutes: 3 })
    const second = await sealAs(room, 'japChair')
    expect(second).toMatchObject({ ok: true, value: { adopted: expect.stringMatching(/^version-/) } })

    const view = await adoptionAs(room, 'fraDrafter')
    expect(view).toMatchObject({ draft: null, readiness: null, sealsFor: null })
    expect(view.text.adoptedAt).toBe(room.now)
    expect(view.adopted).toMatchObject({
      at: room.now,
      version: { origin: 'adoption', side: null, sha256, label: draft.stage!.versionLabel },
      seals: [
        { side: 'fra', sha256 },
        { side: 'jap', sha256 },
      ],
      corrigenda: [],
    })
    const canonical = await room.fetch(
      'fraDrafter',
      'GET',
      `/api/versions/${view.adopted!.version.id}/canonical`,
    )
    expect(parseCanonicalForm(await canonical.text()).text.fr).toHaveLength(3)
    const { draft: closed } = await room.get('fraDrafter', 'GET /api/drafts/:id', {
      params: { id: draft.draft.id },
    })
    expect(closed.closedAt).toBe(room.now)
    const { stages } = await room.get('observer', 'GET /api/edition', {})
    expect(stages.at(-1)).toMatchObject({ adopts: true, state: 'done' })
    const acts = await room.get('organiser', 'GET /api/acts', {})
    expect(acts.slice(0, 3).map(({ kind, detail }) => [kind, detail.sha256])).toEqual([
      ['text-adopted', sha256],
      ['text-sealed', sha256],
      ['text-sealed', sha256],
    ])
    expect(room.sync.closed.has(draft.draft.id)).toBe(true)
  })

  test('[A3] every unit of the adopted text is sealed, and nobody consents there', async () => {
    const { version } = await adopt(room)
    const view = await agreementAt(room, 'fraChair', `version:${version.id}`)
    expect(view.consentsFor).toBeNull()
    expect(new Set(view.units.map(({ state }) => state))).toEqual(new Set(['sealed']))
  })

  test('is not put on what has changed: another text, another value of a fact', async () => {
    const { draft } = await openAdoption(room)
    await useFact(draft)
    await setFact('Kochi')
    await agreeOnAll(room, draft)
    const { sha256 } = (await adoptionAs(room, 'fraChair')).readiness!
    await sealAs(room, 'fraChair')
    await setFact('Kobe')
    expect(refusalOf(await sealAs(room, 'japChair', sha256))).toBe('text-changed-since-preview')
    // The French seal stands on a text that is no more: the Japanese one does not meet it.
    expect(await sealAs(room, 'japChair')).toMatchObject({ ok: true, value: { adopted: null } })
    const { seals } = await adoptionAs(room, 'fraReviewer')
    expect(seals.map(({ side, void: gone }) => [side, gone])).toEqual([
      ['fra', true],
      ['jap', false],
    ])
    expect(await rowsOf('adoptions')).toEqual([])
    // Sealed anew, it counts again.
    expect(await sealAs(room, 'fraChair')).toMatchObject({
      value: { adopted: expect.stringMatching(/^version-/) },
    })
  })

  test('of a text that was edited since is void, and counts again when the text says again what was sealed', async () => {
    const { draft } = await readyToSeal(room)
    await sealAs(room, 'japChair')
    await type(room, 'fraDrafter', draft, insertWords(1, 'Or, ', 'さて、'))
    expect((await adoptionAs(room, 'fraChair')).seals).toMatchObject([{ side: 'jap', void: true }])
    await room.sync.rewrite(draft.draft.id, room.edition.people.fraDrafter.mandate!.id, text => ({
      fr: text.fr.map(block => ({
        ...block,
        content: block.content.map(inline =>
          inline.type === 'text' ? { ...inline, text: inline.text.replace('Or, ', '') } : inline,
        ),
      })),
      ja: text.ja.map(block => ({
        ...block,
        content: block.content.map(inline =>
          inline.type === 'text' ? { ...inline, text: inline.text.replace('さて、', '') } : inline,
        ),
      })),
    }))
    expect((await adoptionAs(room, 'fraChair')).seals).toMatchObject([{ side: 'jap', void: false }])
    expect(await sealAs(room, 'fraChair')).toMatchObject({
      value: { adopted: expect.stringMatching(/^version-/) },
    })
  })

  test('is refused while anything stands in the way', async () => {
    const { draft } = await readyToSeal(room)
    await type(room, 'fraDrafter', draft, insertWords(1, 'Or, ', 'さて、'))
    const answer = await sealAs(room, 'fraChair')
    expect(answer).toMatchObject({ refusal: 'adoption-obstructed', detail: 'not-agreed' })
    expect(await rowsOf('seals')).toEqual([])
    expect(room.sync.released).toContain(draft.draft.id)
  })

  test('[M2] is a chair’s, for its own side', async () => {
    await readyToSeal(room)
    const { sha256 } = (await adoptionAs(room, 'fraChair')).readiness!
    for (const actor of ['fraDrafter', 'japReviewer', 'japLead', 'organiser', 'observer'] as const) {
      expect(refusalOf(await sealAs(room, actor, sha256)), actor).toBe('not-allowed')
      expect(refusalOf(await withdraw(actor)), actor).toBe('not-allowed')
    }
    expect(
      refusalOf(await room.call(null, 'POST /api/texts/:id/seals', { params: params(), body: { sha256 } })),
    ).toBe('not-signed-in')
    await sealAs(room, 'fraChair')
    // Once more is not twice: no side seals for the other.
    expect(refusalOf(await sealAs(room, 'fraChair'))).toBe('already-sealed')
    expect(refusalOf(await withdraw('japChair'))).toBe('no-seal')
    expect(await rowsOf('adoptions')).toEqual([])
    expect((await adoptionAs(room, 'fraChair')).seals.map(({ side }) => side)).toEqual(['fra'])
  })

  test('one person who chairs both sides gives one side’s seal and no more', async () => {
    await readyToSeal(room)
    const held = room.edition.people.fraChair.mandate!
    await room.deps.db
      .updateTable('mandates')
      .set({ person_id: held.person })
      .where('id', '=', room.edition.people.japChair.mandate!.id)
      .execute()
    expect(await sealAs(room, 'fraChair')).toMatchObject({ ok: true })
    expect(refusalOf(await sealAs(room, 'fraChair'))).toBe('already-sealed')
    expect(await rowsOf('adoptions')).toEqual([])
  })

  test('can be taken back until both stand, and not any more then', async () => {
    await readyToSeal(room)
    await sealAs(room, 'fraChair')
    expect(await withdraw('fraChair')).toMatchObject({ ok: true })
    expect(await sealAs(room, 'japChair')).toMatchObject({ value: { adopted: null } })
    await sealAs(room, 'fraChair')
    expect(refusalOf(await withdraw('fraChair'))).toBe('text-adopted')
    expect(refusalOf(await sealAs(room, 'fraChair', '0'.repeat(64)))).toBe('text-adopted')
    expect(await rowsOf('adoptions')).toHaveLength(1)
  })

  test('is given in the stage that adopts and in no other', async () => {
    await readyToSeal(room)
    const { sha256 } = (await adoptionAs(room, 'fraChair')).readiness!
    const joint = room.edition.stages.find(({ turn, adopts }) => turn === 'joint' && !adopts)!
    await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: joint.id } })
    expect(refusalOf(await sealAs(room, 'fraChair', sha256))).toBe('stage-not-current')
    expect((await adoptionAs(room, 'fraChair')).readiness!.obstacles[0]!.kind).toBe('stage-not-current')
  })

  test('[R2] what is to be adopted is not transmitted', async () => {
    const { draft } = await readyToSeal(room)
    const view = await room.get('fraChair', 'GET /api/drafts/:id', { params: { id: draft.draft.id } })
    expect(view.abilities).toMatchObject({ writeDraft: true, transmit: false, seal: true })
    const { sha256 } = (await adoptionAs(room, 'fraChair')).readiness!
    const sent = room.call('fraChair', 'POST /api/drafts/:id/transmission', {
      params: { id: draft.draft.id },
      body: { coverNote: { fr: 'x', ja: 'x' }, sha256, decisions: null },
    })
    expect(refusalOf(await sent)).toBe('not-allowed')
  })
})

test('[D1] [S1] a seal is awaited of the chairs once nothing stands in the way, and then of the other side', async () => {
  const awaited = async (actor: Actor) =>
    (await room.get(actor, 'GET /api/awaiting', {})).filter(({ kind }) => kind === 'seal')
  const { draft } = await openAdoption(room)
  expect(await awaited('fraChair')).toEqual([])
  await agreeOnAll(room, draft)
  for (const actor of ['fraDrafter', 'organiser', 'japLead'] as const)
    expect(await awaited(actor)).toEqual([])
  expect(await awaited('japChair')).toMatchObject([{ sealedByOther: false }])
  await sealAs(room, 'fraChair')
  expect(await awaited('fraChair')).toEqual([])
  expect(await awaited('japChair')).toMatchObject([{ sealedByOther: true, at: room.now }])
  await sealAs(room, 'japChair')
  expect(await awaited('japChair')).toEqual([])
})

describe('[S1] at one instant', () => {
  test('both chairs seal: one adoption', async () => {
    await readyToSeal(room)
    const { sha256 } = (await adoptionAs(room, 'fraChair')).readiness!
    const answers = await Promise.all([
      sealAs(room, 'fraChair', sha256),
      sealAs(room, 'japChair', sha256),
      sealAs(room, 'fraChair', sha256),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await rowsOf('adoptions')).toHaveLength(1)
    expect((await rowsOf('versions')).filter(({ origin }) => origin === 'adoption')).toHaveLength(1)
  })

  test('a consent is withdrawn while the second seal is given: either, never both', async () => {
    const { draft } = await readyToSeal(room)
    const place: Place = `draft:${draft.draft.id}`
    const [first] = (await agreementAt(room, 'fraChair', place)).units
    await sealAs(room, 'fraChair')
    const { sha256 } = (await adoptionAs(room, 'japChair')).readiness!
    const [sealed] = await Promise.all([
      sealAs(room, 'japChair', sha256),
      room.call('japChair', 'POST /api/texts/:id/consents/withdrawal', {
        params: params(),
        body: { place, units: [first!.unit] },
      }),
    ])
    const adopted = (await rowsOf('adoptions')).length
    const withdrawn = await room.deps.db
      .selectFrom('consents')
      .select('id')
      .where('withdrawn_at', 'is not', null)
      .where('side', '=', 'jap')
      .execute()
    if (sealed.ok) expect(adopted).toBe(1)
    else expect([sealed.refusal, adopted, withdrawn.length]).toEqual(['adoption-obstructed', 0, 1])
  })

  test('if the disk fails, nothing is sealed and the room goes on', async () => {
    const { draft } = await readyToSeal(room)
    await sealAs(room, 'fraChair')
    const { sha256 } = (await adoptionAs(room, 'japChair')).readiness!
    room.sync.failure = new Error('disk full')
    expect(refusalOf(await sealAs(room, 'japChair', sha256))).toBe('internal')
    room.sync.failure = null
    room.faults.length = 0
    expect(await rowsOf('adoptions')).toEqual([])
    await type(room, 'fraDrafter', draft, insertWords(1, 'Or, ', 'さて、'))
    expect(refusalOf(await sealAs(room, 'japChair', sha256))).toBe('text-changed-since-preview')
  })
})

test('[S1] the draft of the stage that adopts is begun as any other', async () => {
  const { draft, v1 } = await openAdoption(room)
  expect(draft).toMatchObject({ access: 'write', draft: { audience: 'joint', base: v1.id } })
  expect((await openDraft(room, 'fraChair')).draft.id).toBe(draft.draft.id)
})
