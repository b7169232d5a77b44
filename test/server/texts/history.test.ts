/** [R8] The history of a draft, any state of it, and the way back, as the routes give them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endMandate } from '../../../server/store/people.ts'
import { openStage } from '../../../server/store/stages.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { DraftView, HistoryView, SittingView } from '../../../shared/protocol/views.ts'
import { fragmentOf } from '../../../shared/schema/y-text.ts'
import { importPrevious, insertWords, openDraft, transmitDraft, type } from '../../support/negotiation.ts'
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

const idOf = ({ draft }: DraftView) => ({ params: { id: draft.id } })
const history = (actor: Actor, draft: DraftView) =>
  room.get(actor, 'GET /api/drafts/:id/history', idOf(draft))
const stateAt = (actor: Actor, draft: DraftView, at: string) =>
  room.call(actor, 'GET /api/drafts/:id/state', { ...idOf(draft), query: { at } })
const restore = (actor: Actor, draft: DraftView, at: string) =>
  room.call(actor, 'POST /api/drafts/:id/restoration', { ...idOf(draft), body: { at } })
const french = async (draft: DraftView) => (await room.sync.readText(draft.draft.id)).fr.map(plainText)
const title = (actor: Actor) => room.edition.people[actor].mandate!.title

/** A draft with two sittings: the drafter in both languages of unit 2, the chair in the French of unit 3. */
async function workedOn(): Promise<{ draft: DraftView; view: HistoryView }> {
  await importPrevious(room)
  const draft = await openDraft(room, 'japDrafter')
  room.wait({ minutes: 1 })
  await type(room, 'japDrafter', draft, insertWords(1, 'Réunis ici, ', 'ここに集う'))
  room.wait({ minutes: 30 })
  await type(room, 'japChair', draft, insertWords(2, 'Oui : ', ''))
  room.wait({ minutes: 30 })
  return { draft, view: await history('japReviewer', draft) }
}

/** What a sitting says of units: `2 fr ja` for the second unit changed in both. */
function unitsOf({ units }: SittingView): string[] {
  return units!.map(({ number, kinds }) =>
    [number, kinds.fr.length && 'fr', kinds.ja.length && 'ja'].filter(Boolean).join(' '),
  )
}

describe('the history of a draft', () => {
  it('[R8] says who worked when on which units, the newest first, and how it began', async () => {
    const { draft, view } = await workedOn()
    expect(view.begun).toMatchObject({ by: { by: title('japDrafter'), side: 'jap' } })
    expect(view.draft).toMatchObject({ base: { label: 'Précédente' }, access: 'read' })
    const [chairs, drafters] = view.sittings as [SittingView, SittingView]
    expect(view.sittings).toHaveLength(2)
    expect([unitsOf(chairs), unitsOf(drafters)]).toEqual([['3 fr'], ['2 fr ja']])
    expect(chairs.units![0]!.words.fr).toBe('Oui : Nous nous reverrons dans deux ans.')
    expect(drafters.units![0]).toMatchObject({ kinds: { fr: ['modified'], ja: ['modified'] } })
    expect(chairs.people).toEqual([{ by: title('japChair'), side: 'jap', units: { fr: [0], ja: [] } }])
    expect(drafters.people).toEqual([{ by: title('japDrafter'), side: 'jap', units: { fr: [0], ja: [0] } }])
    expect(chairs).toMatchObject({
      before: `state:${draft.draft.id}@${drafters.state}`,
      after: `state:${draft.draft.id}@${chairs.to}`,
      restored: null,
      decisions: false,
    })
    expect(drafters.before).toBe(`state:${draft.draft.id}@${view.begun.state}`)
  })

  it('[R8] shows what goes on now, whose end is the draft as it stands', async () => {
    const { draft } = await workedOn()
    await type(room, 'japDrafter', draft, insertWords(0, 'Encore ', ''))
    await type(room, 'japChair', draft, insertWords(0, '', 'また'))
    const [now] = (await history('japDrafter', draft)).sittings
    expect(now).toMatchObject({ state: null, after: `draft:${draft.draft.id}`, from: room.now })
    expect(now!.people.map(({ by }) => by)).toEqual([title('japDrafter'), title('japChair')])
    expect(now!.people.map(({ units }) => units)).toEqual([
      { fr: [0], ja: [] },
      { fr: [], ja: [0] },
    ])
  })

  it('[R8] tells of a unit that was deleted, with the number and the words that it had', async () => {
    const { draft } = await workedOn()
    await type(room, 'japDrafter', draft, doc => {
      fragmentOf(doc, 'fr').delete(1, 1)
      fragmentOf(doc, 'ja').delete(1, 1)
    })
    const [now] = (await history('japDrafter', draft)).sittings
    expect(now!.units).toMatchObject([
      {
        number: 2,
        kinds: { fr: ['deleted'], ja: ['deleted'] },
        words: { ja: 'ここに集う私たち代表は協力する。' },
      },
    ])
    expect(now!.people[0]!.units).toEqual({ fr: [0], ja: [0] })
  })

  it('[R8] keeps somebody’s mandate in words after it ended', async () => {
    const { draft } = await workedOn()
    await endMandate(room.deps.db, room.edition.people.japChair.mandate!.id, room.now)
    expect((await history('japReviewer', draft)).sittings[0]!.people[0]!.by).toEqual(title('japChair'))
  })

  it('[R8] marks decisions that were carried out', async () => {
    const { draft } = await workedOn()
    await room.sync.rewrite(draft.draft.id, room.edition.people.japChair.mandate!.id, text => ({
      ...text,
      fr: text.fr.slice(0, 2),
      ja: text.ja.slice(0, 2),
    }))
    const [decided, before] = (await history('japDrafter', draft)).sittings
    expect([decided!.decisions, before!.decisions]).toEqual([true, false])
    expect(unitsOf(decided!)).toEqual(['3 fr ja'])
  })

  it('[M3] [R8] stays with its side after the draft is transmitted', async () => {
    const { draft, view } = await workedOn()
    const version = await transmitDraft(room, 'japChair', draft)
    const after = await history('japReviewer', draft)
    expect(after.sittings).toEqual(view.sittings)
    expect(after.draft.draft.closedAt).toBe(room.now)
    const pastDrafts = async (actor: Actor) =>
      (await room.get(actor, 'GET /api/texts/:id', { params: { id: room.edition.declaration } })).pastDrafts
    expect(await pastDrafts('japReviewer')).toEqual([{ draft: draft.draft.id, version: version.id }])
    for (const actor of ['fraChair', 'organiser', 'observer', 'japLead'] as const)
      expect(await pastDrafts(actor), actor).toEqual([])
    for (const actor of ['fraChair', 'fraDrafter', 'organiser', 'observer', 'japLead', 'stranger'] as const)
      expect(await room.call(actor, 'GET /api/drafts/:id/history', idOf(draft)), actor).toMatchObject({
        refusal: 'not-found',
      })
  })

  it('[M3] shows the other side of a joint draft as one, and one’s own by mandate', async () => {
    await importPrevious(room)
    const { id } = room.edition.stages.find(stage => stage.turn === 'joint')!
    await openStage(room.deps.db, room.edition.edition.id, id, room.now)
    const draft = await openDraft(room, 'japDrafter')
    room.wait({ minutes: 1 })
    await type(room, 'japDrafter', draft, insertWords(0, 'Un ', ''))
    await type(room, 'japChair', draft, insertWords(1, 'Deux ', ''))
    await type(room, 'fraDrafter', draft, insertWords(2, 'Trois ', ''))
    const people = async (actor: Actor) => {
      const [sitting] = (await history(actor, draft)).sittings
      return sitting!.people.map(({ by, side, units }) => [by?.fr ?? null, side, units.fr])
    }
    expect(await people('japReviewer')).toEqual([
      ['Mandat japDrafter', 'jap', [0]],
      ['Mandat japChair', 'jap', [1]],
      [null, 'fra', [2]],
    ])
    expect(await people('fraReviewer')).toEqual([
      [null, 'jap', [0, 1]],
      ['Mandat fraDrafter', 'fra', [2]],
    ])
    expect((await history('fraReviewer', draft)).begun.by).toMatchObject({ by: null, side: 'jap' })
  })

  it('[R8] of a draft that nobody changed has no sitting', async () => {
    await importPrevious(room)
    const draft = await openDraft(room, 'japDrafter')
    const view = await history('japDrafter', draft)
    expect(view).toMatchObject({ sittings: [], begun: { at: room.now, state: room.now } })
  })

  it('[R8] says that a text cannot be read where it cannot, and what came before', async () => {
    const { draft } = await workedOn()
    await type(room, 'japDrafter', draft, doc => {
      const block = fragmentOf(doc, 'fr').get(0) as import('yjs').XmlElement
      block.setAttribute('kind', 'poem')
    })
    const [broken, sound] = (await history('japDrafter', draft)).sittings
    expect([broken!.units, sound!.units?.length]).toEqual([null, 1])
    expect(broken!.people).toHaveLength(1)
  })
})

describe('a draft as it was', () => {
  it('[R8] is read at the end of any sitting', async () => {
    const { draft, view } = await workedOn()
    const [chairs, drafters] = view.sittings
    const words = async (at: string) => {
      const answer = await stateAt('japReviewer', draft, at)
      return answer.ok && answer.value.content.fr.map(plainText)
    }
    expect(await words(view.begun.state!)).toEqual([
      'Déclaration précédente',
      'Nous, les représentants, coopérons.',
      'Nous nous reverrons dans deux ans.',
    ])
    expect(await words(drafters!.state!)).toEqual([
      'Déclaration précédente',
      'Réunis ici, Nous, les représentants, coopérons.',
      'Nous nous reverrons dans deux ans.',
    ])
    expect(await words(chairs!.state!)).toEqual(await french(draft))
  })

  it('[R8] at any other instant is not found', async () => {
    const { draft, view } = await workedOn()
    const later = new Date(Date.parse(view.sittings[1]!.state!) + 1).toISOString()
    for (const at of [later, room.now, '2031', '', 'x', "' or 1=1"])
      expect(await stateAt('japDrafter', draft, at), at).toMatchObject({ status: 404, refusal: 'not-found' })
  })

  it('[C1] is compared with what came before, with now, and with a version', async () => {
    const { draft, view } = await workedOn()
    const changed = async (from: string, to: string) => {
      const answer = await room.call('japReviewer', 'GET /api/comparisons', { query: { from, to } })
      return answer.ok ? answer.value.comparison.counts.changed : answer.refusal
    }
    const now = `draft:${draft.draft.id}`
    const [chairs, drafters] = view.sittings as [SittingView, SittingView]
    expect(await changed(chairs.before!, chairs.after)).toBe(1)
    expect(await changed(drafters.before!, now)).toBe(2)
    expect(await changed(`version:${draft.draft.base}`, drafters.after)).toBe(1)
    expect(await changed(chairs.after, now)).toBe(0)
    expect(await changed(`state:${draft.draft.id}@${room.now}`, now)).toBe('not-found')
    const answer = await room.get('japReviewer', 'GET /api/comparisons', {
      query: { from: drafters.after, to: now },
    })
    expect(answer.from).toMatchObject({ ref: drafters.after, at: drafters.state, label: 'V1' })
  })
})

describe('a restoration', () => {
  it('[R8] makes the draft read as it did, as one more change, and the way back stays open', async () => {
    const { draft, view } = await workedOn()
    const [chairs, drafters] = view.sittings as [SittingView, SittingView]
    const [before, heard, others] = [
      await french(draft),
      room.listen('japReviewer'),
      room.listen('fraReviewer'),
    ]
    const answer = await restore('japChair', draft, drafters.state!)
    expect(answer).toMatchObject({ value: { changed: true, before: chairs.state } })
    expect(heard).toEqual([{ topic: 'texts', subject: room.edition.declaration }])
    expect(others).toEqual([])
    expect((await french(draft))[2]).toBe('Nous nous reverrons dans deux ans.')
    const again = await history('japDrafter', draft)
    expect(again.sittings[0]).toMatchObject({
      restored: drafters.state,
      state: room.now,
      people: [{ by: title('japChair') }],
    })
    expect(again.sittings.slice(1)).toEqual(view.sittings)
    room.wait({ minutes: 1 })
    expect(await restore('japDrafter', draft, chairs.state!)).toMatchObject({ value: { changed: true } })
    expect(await french(draft)).toEqual(before)
  })

  it('[R8] right after somebody typed offers the way back to exactly that', async () => {
    const { draft, view } = await workedOn()
    await type(room, 'japDrafter', draft, insertWords(0, 'Encore ', ''))
    room.wait({ ms: 40 })
    const answer = await restore('japChair', draft, view.sittings[1]!.state!)
    const before = answer.ok ? answer.value.before! : ''
    room.wait({ ms: 40 })
    await restore('japChair', draft, before)
    expect((await french(draft))[0]).toBe('Encore Déclaration précédente')
  })

  it('[R8] is recorded for the circle of the draft, under the mandate of whoever did it', async () => {
    const { draft, view } = await workedOn()
    await restore('japChair', draft, view.sittings[1]!.state!)
    const acts = async (actor: Actor) =>
      (await room.get(actor, 'GET /api/acts', {})).filter(act => act.kind === 'draft-restored')
    expect(await acts('japReviewer')).toMatchObject([
      { by: title('japChair'), at: room.now, detail: { at: view.sittings[1]!.state } },
    ])
    for (const actor of ['fraChair', 'organiser', 'observer'] as const) expect(await acts(actor)).toEqual([])
    const row = await room.deps.db
      .selectFrom('draft_updates')
      .select('mandate_id')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(row.mandate_id).toBe(room.edition.people.japChair.mandate!.id)
  })

  it('[R8] of what stands already writes nothing', async () => {
    const { draft, view } = await workedOn()
    const rows = () => room.deps.db.selectFrom('draft_updates').selectAll().execute()
    const before = await rows()
    expect(await restore('japChair', draft, view.sittings[0]!.state!)).toMatchObject({
      value: { changed: false, before: null },
    })
    expect(await rows()).toEqual(before)
    expect((await room.get('japChair', 'GET /api/acts', {})).map(act => act.kind)).not.toContain(
      'draft-restored',
    )
  })

  it('[M1] [M3] is for whoever may write the draft; a reader may not, and for others there is no draft', async () => {
    const { draft, view } = await workedOn()
    const at = view.sittings[1]!.state!
    const outcome: Partial<Record<Actor, unknown>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      const answer = await restore(actor, draft, at)
      outcome[actor] = answer.ok ? answer.value.changed : answer.refusal
    }
    expect(outcome).toEqual({
      organiser: 'not-found',
      fraChair: 'not-found',
      fraDrafter: 'not-found',
      fraReviewer: 'not-found',
      fraLead: 'not-found',
      japChair: true,
      japDrafter: false,
      japReviewer: 'not-allowed',
      japLead: 'not-found',
      observer: 'not-found',
      stranger: 'not-found',
    })
  })

  it('[R4] [R2] of a draft that is closed, or whose stage is over, is refused', async () => {
    const { draft, view } = await workedOn()
    const at = view.sittings[1]!.state!
    const other = room.edition.stages.find(stage => stage.turn === 'joint')!
    const own = room.edition.stages.find(stage => stage.id === draft.draft.stage)!
    await openStage(room.deps.db, room.edition.edition.id, other.id, room.now)
    expect(await restore('japChair', draft, at)).toMatchObject({ refusal: 'stage-not-current' })
    await openStage(room.deps.db, room.edition.edition.id, own.id, room.now)
    await transmitDraft(room, 'japChair', draft)
    expect(await restore('japChair', draft, at)).toMatchObject({ refusal: 'draft-closed' })
  })

  it('[R4] that comes just after the transmission is refused, although it was looked up before', async () => {
    const { draft, view } = await workedOn()
    room.sync.closed.add(draft.draft.id)
    expect(await restore('japChair', draft, view.sittings[1]!.state!)).toMatchObject({
      refusal: 'draft-closed',
    })
  })

  it('[R8] to an instant that names no state is not found', async () => {
    const { draft } = await workedOn()
    expect(await restore('japChair', draft, room.now)).toMatchObject({ refusal: 'not-found' })
    expect(await restore('japChair', draft, 'yesterday')).toMatchObject({ refusal: 'invalid' })
  })
})
