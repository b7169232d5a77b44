/** [S1] After the adoption nothing can be edited: not by a route, not in the database, not over a socket. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { verify } from '../../../server/maintenance/verify.ts'
import { createSyncAccess } from '../../../server/policies/sync-access.ts'
import type { DialectName } from '../../../server/store/database.ts'
import { CLOSE } from '../../../shared/protocol/sync-protocol.ts'
import type { DraftView, VersionView } from '../../../shared/protocol/views.ts'
import { adopt, adoptionAs, agreeOnAll, readyToSeal, sealAs } from '../../support/adopting.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import { COVER_NOTE, openDraft, PREVIOUS_ROWS, transmitV1 } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import { DIALECTS, openMigrated } from '../store/dialects.ts'
import { blockCount, flushUntil, openLiveRoom } from '../sync/support/live-room.ts'

let room: TestRoom
let v1: VersionView
let draft: DraftView
let version: VersionView
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const text = () => ({ id: room.edition.declaration })
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => answer.refusal

describe('[S1] an adopted text', () => {
  beforeEach(async () => {
    room = await createTestRoom()
    ;({ v1, draft, version } = await adopt(room))
  })

  test('is refused by every route that would change it, whoever asks', async () => {
    const unit = (await room.get('fraChair', 'GET /api/versions/:id', { params: { id: version.id } })).content
      .fr[0]!.unit
    const place = `version:${version.id}`
    const reason = { fr: 'Parce que.', ja: '理由。' }
    const draftId = { id: draft.draft.id }
    const sha256 = version.sha256
    const asked = (actor: Actor) =>
      [
        room.call(actor, 'POST /api/texts/:id/draft', { params: text() }),
        room.call(actor, 'GET /api/drafts/:id/preview', { params: draftId }),
        room.call(actor, 'POST /api/drafts/:id/transmission', {
          params: draftId,
          body: { coverNote: COVER_NOTE, sha256, decisions: null },
        }),
        room.call(actor, 'POST /api/drafts/:id/decisions', {
          params: draftId,
          body: { amendments: ['x'], outcome: 'accepted', reason: null, edited: null },
        }),
        room.call(actor, 'POST /api/drafts/:id/decisions/withdrawal', {
          params: draftId,
          body: { amendments: ['x'] },
        }),
        room.call(actor, 'POST /api/texts/:id/consents', {
          params: text(),
          body: { place, units: [{ unit, pair: sha256 }], kind: 'agreed' },
        }),
        room.call(actor, 'POST /api/texts/:id/consents/withdrawal', {
          params: text(),
          body: { place, units: [unit] },
        }),
        room.call(actor, 'POST /api/texts/:id/reopenings', { params: text(), body: { place, unit, reason } }),
        room.call(actor, 'POST /api/texts/:id/seals', { params: text(), body: { sha256 } }),
        room.call(actor, 'POST /api/texts/:id/seals/withdrawal', { params: text() }),
        room.call(actor, 'POST /api/texts/:id/integration', {
          params: text(),
          body: { version: version.id, units: [unit], after: null },
        }),
        room.call(actor, 'POST /api/texts/:id/import', {
          params: text(),
          body: { label: 'Autre', rows: [...PREVIOUS_ROWS] },
        }),
      ] as const
    for (const actor of ['fraChair', 'japChair', 'japDrafter'] as const)
      for (const [index, answer] of (await Promise.all(asked(actor))).entries())
        expect(refusalOf(answer), `${actor} ${index}`).toBe(
          // Of a summary that is none of the workshops', nobody hears more than that the text is adopted.
          'text-adopted',
        )
    const {
      versions,
      draft: shown,
      mayBeginFrom,
      abilities,
    } = await room.get('fraChair', 'GET /api/texts/:id', { params: text() })
    expect(versions.map(({ label }) => label)).toEqual(['Précédente', 'V1', version.label])
    expect([shown, mayBeginFrom]).toEqual([null, null])
    expect(abilities).toMatchObject({ writeDraft: false, transmit: false, seal: false, importText: false })
  })

  test('stays adopted when the organiser opens a stage again: no draft begins', async () => {
    const { stages } = room.edition
    for (const stage of [stages[0]!, stages.at(-1)!]) {
      await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: stage.id } })
      for (const actor of ['japDrafter', 'fraChair'] as const) {
        const begun = room.call(actor, 'POST /api/texts/:id/draft', { params: text() })
        expect(refusalOf(await begun), `${actor} ${stage.name.fr}`).toBe('text-adopted')
        const view = await room.get(actor, 'GET /api/texts/:id', { params: text() })
        expect(view.mayBeginFrom, actor).toBeNull()
      }
    }
  })

  test('reads as it did when a fact changes afterwards', async () => {
    const read = () =>
      room.fetch('fraChair', 'GET', `/api/versions/${version.id}/canonical`).then(answer => answer.text())
    const before = await read()
    await room.get('organiser', 'PUT /api/facts/:id', {
      params: { id: room.edition.facts.get('next-host')! },
      body: { value: { fr: 'Kochi', ja: '高知' }, status: 'confirmed' },
    })
    expect(await read()).toBe(before)
  })

  test('is no proposal any more: compared by the conventions of a text in force', async () => {
    const { from, to } = await room.get('japReviewer', 'GET /api/comparisons', {
      query: { from: `version:${v1.id}`, to: `version:${version.id}` },
    })
    expect([from.adopted, to.adopted]).toEqual([false, true])
  })

  test('[T4] can still be talked about', async () => {
    const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: version.id } })
    const { unit } = content.fr[0]!
    const begun = await room.call('japReviewer', 'POST /api/texts/:id/threads', {
      params: text(),
      body: {
        place: `version:${version.id}`,
        audience: 'joint',
        anchor: { unit, blocks: [], passage: null },
        body: 'Pour mémoire.',
      },
    })
    expect(begun).toMatchObject({ ok: true })
  })

  test('[M3] is known to an observer as adopted, and read once it was opened', async () => {
    const hidden = await adoptionAs(room, 'observer')
    expect(hidden).toMatchObject({ adopted: null, seals: [], text: { adoptedAt: room.now } })
    expect((await room.fetch('observer', 'GET', `/api/versions/${version.id}/corrigenda`)).status).toBe(404)
    await room.get('fraChair', 'POST /api/versions/:id/opening', { params: { id: version.id } })
    const opened = await adoptionAs(room, 'observer')
    expect(opened.adopted).toMatchObject({ version: { id: version.id }, correctsFor: null, proposals: [] })
  })

  test('[O1] is verified', async () => {
    expect((await verify(room.deps.db)).findings).toEqual([])
  })
})

test('[S1] a draft of another stage that was left open is read from then on, and written no more', async () => {
  room = await createTestRoom()
  await transmitV1(room)
  const left = await openDraft(room, 'fraDrafter')
  const stage = room.edition.stages.find(({ adopts }) => adopts)!
  const open = (id: string) => room.get('organiser', 'POST /api/stages/:id/open', { params: { id } })
  await open(stage.id)
  const joint = await openDraft(room, 'japDrafter')
  await agreeOnAll(room, joint)
  for (const chair of ['fraChair', 'japChair'] as const) await sealAs(room, chair)
  await open(room.edition.stages[1]!.id)
  const access = createSyncAccess(room.deps)
  const admitted = (actor: Actor, id: string) =>
    access.admit(
      new Headers({ cookie: `${room.deps.cookieName}=${room.edition.people[actor].token}` }),
      id as never,
    )
  expect(await admitted('fraDrafter', left.draft.id)).toMatchObject({ access: 'read' })
  expect(await admitted('japDrafter', left.draft.id)).toBe('not-found')
  expect(await admitted('japDrafter', joint.draft.id)).toBe('draft-closed')
  const restored = room.call('fraDrafter', 'POST /api/drafts/:id/restoration', {
    params: { id: left.draft.id },
    body: { at: room.now },
  })
  expect(refusalOf(await restored)).toMatch(/text-adopted|not-found/)
})

for (const dialect of DIALECTS)
  describe(`[S1] [R4] the database itself (${dialect})`, () => {
    beforeEach(async () => {
      room = await createTestRoom({ database: await openMigrated(dialect as DialectName) })
    })
    const run = (statement: string) => sql.raw(statement).execute(room.deps.db)

    test('takes nothing more for an adopted text', async () => {
      await adopt(room)
      const copies: Readonly<Record<string, string>> = {
        drafts: `insert into drafts select 'd2', text_id, audience, stage_id, base_version_id, created_at, null from drafts`,
        versions: `insert into versions select 'v2', text_id, 99, 'V99', origin, side, stage_id, base_version_id,
          sha256, canonical, state, cover_note, made_by, made_at, due_at, due_zone, late from versions where number = 1`,
        seals: `insert into seals select 's2', text_id, draft_id, side, sha256, mandate_id, at, null
          from seals where side = 'fra'`,
        consents: `insert into consents (id, text_id, unit_id, side, pair_sha256, kind, mandate_id, at)
          select 'c2', text_id, unit_id, side, pair_sha256, kind, mandate_id, at from consents limit 1`,
        reopenings: `insert into reopenings (id, text_id, unit_id, side, pair_sha256, reason, mandate_id, at)
          select 'r2', text_id, unit_id, side, pair_sha256, 'x', mandate_id, at from consents limit 1`,
        unit_changes: `insert into unit_changes (id, text_id, draft_id, unit_id, words_before, words_after,
          before_sha256, after_sha256, reason, mandate_id, at)
          select 'u2', text_id, draft_id, 'u', 'x', 'x', 'x', 'x', 'x', mandate_id, at from seals limit 1`,
      }
      for (const [table, statement] of Object.entries(copies))
        await expect(run(statement), table).rejects.toThrow('the text is adopted')
      await expect(run('update drafts set closed_at = null')).rejects.toThrow('the text is adopted')
    })

    test('keeps the adoption and its seals as they are', async () => {
      await adopt(room)
      for (const statement of [
        `update adoptions set at = 'x'`,
        'delete from adoptions',
        `update seals set withdrawn_at = 'x'`,
        `update seals set sha256 = 'x'`,
        'delete from seals',
      ])
        await expect(run(statement), statement).rejects.toThrow('cannot change')
      expect((await verify(room.deps.db)).findings).toEqual([])
    })

    test('makes no adoption without both seals on the very hash', async () => {
      const ready = await readyToSeal(room)
      await sealAs(room, 'fraChair')
      const seal = `(select id from seals where side = 'fra')`
      const values = (versionId: string) =>
        `insert into adoptions (version_id, text_id, fra_seal_id, jap_seal_id, at)
         values ('${versionId}', '${room.edition.declaration}', ${seal}, ${seal}, 'now')`
      await expect(run(values(ready.v1.id))).rejects.toThrow('needs the seals of both sides')
    })
  })

test('[S1] [R9] people who type while both seal: the text is what was sealed, and the sockets close', async () => {
  const live = await openLiveRoom()
  room = live.room
  try {
    const ready = await readyToSeal(room)
    const { id } = ready.draft.draft
    const peers = [live.enter('fraDrafter', id), live.enter('japDrafter', id)]
    await flushUntil(peers, () => peers.every(peer => blockCount(peer) === 3))
    const { sha256 } = (await adoptionAs(room, 'fraChair')).readiness!
    await sealAs(room, 'fraChair', sha256)
    // On its way to the server when the second seal arrives: whichever comes first counts.
    wordsOf(peers[0]!.doc, 'fr', 1).insert(0, 'Au dernier instant. ')
    for (const peer of peers) peer.flush()
    const refused = await sealAs(room, 'japChair', sha256)
    expect(refusalOf(refused)).toBe('text-changed-since-preview')
    expect(peers.map(peer => peer.socket!.closedWith)).toEqual([null, null])
    wordsOf(peers[0]!.doc, 'fr', 1).delete(0, 'Au dernier instant. '.length)
    await flushUntil(peers, () => peers[0]!.stored === peers[0]!.sent)
    expect(await sealAs(room, 'japChair', sha256)).toMatchObject({ ok: true })
    expect((await adoptionAs(room, 'fraChair')).adopted!.version.sha256).toBe(sha256)
    expect(peers.map(peer => peer.socket!.closedWith)).toEqual([CLOSE.draftClosed, CLOSE.draftClosed])
    // By a client of one's own making, which asks nobody for its rights.
    const rows = () =>
      room.deps.db.selectFrom('draft_updates').select('seq').where('draft_id', '=', id).execute()
    const before = (await rows()).length
    const forged = live.enter('fraDrafter', id)
    expect(forged.socket!.closedWith).toBe(CLOSE.draftClosed)
    Y.applyUpdate(forged.doc, Y.encodeStateAsUpdate(peers[0]!.doc))
    wordsOf(forged.doc, 'fr', 1).insert(0, 'Après. ')
    forged.flush()
    await live.rooms.shutdown()
    expect((await rows()).length).toBe(before)
  } finally {
    await live.rooms.shutdown()
  }
})
