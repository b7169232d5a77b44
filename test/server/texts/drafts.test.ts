import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStage } from '../../../server/store/stages.ts'
import { findStoredVersion } from '../../../server/store/versions.ts'
import { readState } from '../../../server/transmission/version-state.ts'
import type { StageId } from '../../../shared/model/ids.ts'
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
import { ACTORS, type Actor, FRENCH, JAPANESE } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const begin = (actor: Actor) => room.call(actor, 'POST /api/texts/:id/draft', { params: declarationOf(room) })
const read = (actor: Actor, id: string) => room.call(actor, 'GET /api/drafts/:id', { params: { id } })
const openTurn = (turn: string) =>
  openStage(
    room.deps.db,
    room.edition.edition.id,
    room.edition.stages.find(stage => stage.turn === turn)!.id as StageId,
    room.now,
  )

describe('the draft of a stage', () => {
  it('[R2] [R3] is begun by the side whose turn it is, from the public state of the previous declaration', async () => {
    const previous = await importPrevious(room)
    const view = await openDraft(room, 'japDrafter')
    expect(view).toMatchObject({
      access: 'write',
      base: { id: previous.id },
      draft: { audience: 'jap', base: previous.id, closedAt: null },
      stage: { state: 'current' },
      epoch: 'epoch-test',
    })
    const rows = await room.deps.db.selectFrom('draft_updates').selectAll().execute()
    expect(rows.map(row => [row.draft_id, row.mandate_id])).toEqual([
      [view.draft.id, room.edition.people.japDrafter.mandate!.id],
    ])
    const { state } = (await findStoredVersion(room.deps.db, previous.id))!
    expect(Buffer.from(rows[0]!.bytes).equals(Buffer.from(state))).toBe(true)
  })

  it('[R2] is one, however many open it at once', async () => {
    await importPrevious(room)
    const views = await Promise.all(
      (['japDrafter', 'japChair', 'japDrafter', 'japChair', 'japDrafter'] as const).map(actor =>
        openDraft(room, actor),
      ),
    )
    expect(new Set(views.map(view => view.draft.id)).size).toBe(1)
    expect(await room.deps.db.selectFrom('drafts').selectAll().execute()).toHaveLength(1)
    expect(await room.deps.db.selectFrom('draft_updates').selectAll().execute()).toHaveLength(1)
    const opened = await room.deps.db
      .selectFrom('acts')
      .selectAll()
      .where('kind', '=', 'draft-opened')
      .execute()
    expect(opened.map(act => act.audience)).toEqual(['jap'])
  })

  it('[fault 5] from nothing has one empty block per language in one unit, written by the server', async () => {
    const view = await openDraft(room, 'japDrafter')
    expect(view.base).toBeNull()
    const text = await room.sync.readText(view.draft.id)
    expect([text.fr.length, text.ja.length]).toEqual([1, 1])
    expect(text.fr[0]!.unit).toBe(text.ja[0]!.unit)
    expect(text.fr[0]!.content).toEqual([])
  })

  it('[fault 2] made but not filled, because the process ended in between, is filled at the next opening', async () => {
    await importPrevious(room)
    const { sync } = room
    const fill = sync.begin.bind(sync)
    sync.begin = () => Promise.reject(new Error('killed'))
    expect(await begin('japDrafter')).toMatchObject({ refusal: 'internal' })
    expect(room.faults.splice(0)).toHaveLength(1)
    sync.begin = fill
    const { draft } = await room.get('japDrafter', 'GET /api/texts/:id', { params: declarationOf(room) })
    expect(draft).not.toBeNull()
    await room.get('japReviewer', 'GET /api/drafts/:id', { params: { id: draft!.id } })
    expect((await sync.readText(draft!.id)).fr).toHaveLength(3)
  })

  it('[M2] is written by chairs and drafters, read by reviewers, of its side alone', async () => {
    await importPrevious(room)
    expect(await begin('japReviewer')).toMatchObject({ refusal: 'not-allowed' })
    const { draft } = await openDraft(room, 'japDrafter')
    const access: Partial<Record<Actor, string>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      const answer = await read(actor, draft.id)
      access[actor] = answer.ok ? answer.value.access : answer.refusal
    }
    expect(access).toEqual({
      organiser: 'not-found',
      fraChair: 'not-found',
      fraDrafter: 'not-found',
      fraReviewer: 'not-found',
      fraLead: 'not-found',
      japChair: 'write',
      japDrafter: 'write',
      japReviewer: 'read',
      japLead: 'not-found',
      observer: 'not-found',
      stranger: 'not-found',
    })
    expect(await begin('japReviewer')).toMatchObject({ value: { access: 'read', draft: { id: draft.id } } })
  })

  it('[M3] the other side is told the same whether or not there is a draft', async () => {
    await importPrevious(room)
    const asked = async () => {
      const answers: string[] = []
      for (const actor of [...FRENCH, 'organiser', 'observer', 'stranger'] as const)
        for (const [method, path] of [
          ['POST', `/api/texts/${room.edition.declaration}/draft`],
          ['GET', `/api/texts/${room.edition.declaration}`],
          ['GET', '/api/desk'],
          ['GET', '/api/acts'],
          ['GET', '/api/drafts/draft-none'],
        ] as const)
          answers.push(await (await room.fetch(actor, method, path)).text())
      return answers
    }
    const heard = (['fraChair', 'organiser', 'observer'] as const).map(actor => room.listen(actor))
    const before = await asked()
    const view = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', view, insertWords(1, 'Secret. ', '秘密。'))
    expect(await asked()).toEqual(before)
    expect(heard).toEqual([[], [], []])
    const hidden = await room.fetch('fraChair', 'GET', `/api/drafts/${view.draft.id}`)
    const missing = await room.fetch('fraChair', 'GET', '/api/drafts/draft-none')
    expect([hidden.status, await hidden.text()]).toEqual([missing.status, await missing.text()])
  })

  it('[R2] is not for the side whose turn it is not, nor in a stage of the leads', async () => {
    for (const actor of FRENCH.slice(0, 3))
      expect(await begin(actor)).toMatchObject({ refusal: 'not-your-turn' })
    await openTurn('leads')
    for (const actor of [...FRENCH, ...JAPANESE])
      expect(await begin(actor)).toMatchObject({ refusal: 'not-your-turn' })
  })

  it('[R3] of an answer starts from the version received; of V2 from the side’s own V1', async () => {
    const { v1 } = await transmitV1(room)
    const answer = await openDraft(room, 'fraDrafter')
    expect(answer.draft.base).toBe(v1.id)
    await type(room, 'fraDrafter', answer, insertWords(2, 'Et ', 'また'))
    const v1Fra = await transmitDraft(room, 'fraChair', answer)
    expect(v1Fra.base).toBe(v1.id)
    const second = await openDraft(room, 'japDrafter')
    expect(second.draft.base).toBe(v1.id)
    expect((await room.sync.readText(second.draft.id)).fr).toEqual(
      readState((await findStoredVersion(room.deps.db, v1.id))!.state).fr,
    )
  })

  it('[R2] of a stage that another was opened over is read-only until its stage is opened again', async () => {
    await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    await openTurn('fra')
    expect(await read('japDrafter', draft.id)).toMatchObject({ value: { access: 'read' } })
    expect(await read('japDrafter', draft.id)).toMatchObject({ value: { abilities: { writeDraft: false } } })
    await openTurn('jap')
    expect(await begin('japDrafter')).toMatchObject({ value: { access: 'write', draft: { id: draft.id } } })
  })

  it('[R2] in a joint stage is one for both sides', async () => {
    await importPrevious(room)
    await openTurn('joint')
    const { draft } = await openDraft(room, 'fraDrafter')
    expect((await openDraft(room, 'japChair')).draft).toEqual(draft)
    for (const actor of ['organiser', 'observer', 'stranger'] as const)
      expect(await read(actor, draft.id)).toMatchObject({ refusal: 'not-found' })
  })

  it('[M4] is closed to someone whose mandate has ended', async () => {
    await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    await room.deps.db
      .updateTable('mandates')
      .set({ ends_at: room.now })
      .where('id', '=', room.edition.people.japDrafter.mandate!.id)
      .execute()
    expect(await read('japDrafter', draft.id)).toMatchObject({ refusal: 'not-found' })
  })
})

describe('a text', () => {
  it('[D1] says what one may begin from, to those who may begin', async () => {
    const previous = await importPrevious(room)
    const view = (actor: Actor) => room.get(actor, 'GET /api/texts/:id', { params: declarationOf(room) })
    expect(await view('japDrafter')).toMatchObject({
      mayBeginFrom: { base: previous.id },
      draft: null,
      abilities: { writeDraft: true, transmit: false, compare: false },
    })
    for (const actor of ['japReviewer', 'fraChair', 'organiser', 'observer'] as const)
      expect((await view(actor)).mayBeginFrom).toBeNull()
    await openDraft(room, 'japDrafter')
    expect(await view('japChair')).toMatchObject({ mayBeginFrom: null, abilities: { transmit: true } })
  })

  it('[M2] shows observers only the versions opened to them', async () => {
    const { v1 } = await transmitV1(room)
    const labels = async () =>
      (await room.get('observer', 'GET /api/texts/:id', { params: declarationOf(room) })).versions.map(
        version => version.label,
      )
    expect(await labels()).toEqual([])
    await room.get('organiser', 'POST /api/versions/:id/opening', { params: { id: v1.id } })
    expect(await labels()).toEqual(['V1'])
  })

  it('of an unknown id, or asked for by a stranger, is not found', async () => {
    expect(await room.call('japChair', 'GET /api/texts/:id', { params: { id: 'text-none' } })).toMatchObject({
      refusal: 'not-found',
    })
    expect(await room.call('stranger', 'GET /api/texts/:id', { params: declarationOf(room) })).toMatchObject({
      refusal: 'not-found',
    })
    expect(await room.call(null, 'GET /api/texts/:id', { params: declarationOf(room) })).toMatchObject({
      refusal: 'not-signed-in',
    })
  })
})
