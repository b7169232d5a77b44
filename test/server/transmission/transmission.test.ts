import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findStoredVersion } from '../../../server/store/versions.ts'
import { readState } from '../../../server/transmission/version-state.ts'
import type { DraftId, VersionId } from '../../../shared/model/ids.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import {
  COVER_NOTE,
  importPrevious,
  insertWords,
  openDraft,
  transmitDraft,
  transmitV1,
  type,
} from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { type Actor, FRENCH, TEST_TEMPLATE } from '../../support/test-edition.ts'

let room: TestRoom
beforeEach(async () => {
  room = await createTestRoom()
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await room.close()
})

const preview = (actor: Actor, draft: DraftView) =>
  room.call(actor, 'GET /api/drafts/:id/preview', { params: { id: draft.draft.id } })
const transmission = (
  actor: Actor,
  draft: DraftView,
  sha256: string,
  coverNote: { fr: string; ja: string } = COVER_NOTE,
) =>
  room.call(actor, 'POST /api/drafts/:id/transmission', {
    params: { id: draft.draft.id },
    body: { coverNote, sha256 },
  })
const NO_HASH = '0'.repeat(64)

/** The Japanese draft of V1, with words in it that are new in both languages. */
async function changedDraft(): Promise<DraftView> {
  await importPrevious(room)
  const draft = await openDraft(room, 'japDrafter')
  await type(room, 'japDrafter', draft, insertWords(1, 'Réunis ici, ', 'ここに集う'))
  return draft
}

/** Everything that a transmission changes. */
async function situation() {
  const { db } = room.deps
  return {
    versions: await db.selectFrom('versions').select(['id', 'label', 'number']).execute(),
    drafts: await db.selectFrom('drafts').selectAll().execute(),
    stages: await db.selectFrom('stages').select(['id', 'opened_at', 'closed_at']).execute(),
    acts: await db.selectFrom('acts').select('seq').execute(),
  }
}

describe('the preview', () => {
  it('[R5] shows what leaves: text, differences with the base, label, hash, the next stage', async () => {
    const draft = await changedDraft()
    const answer = await room
      .get('japDrafter', 'GET /api/drafts/:id/preview', { params: { id: draft.draft.id } })
      .catch(() => null)
    expect(answer).toBeNull()
    const shown = await room.get('japChair', 'GET /api/drafts/:id/preview', {
      params: { id: draft.draft.id },
    })
    expect(shown).toMatchObject({ label: 'V1', late: false, due: null, findings: [] })
    expect(shown.base?.label).toBe('Précédente')
    expect(shown.comparison.counts).toMatchObject({ changed: 1, alarms: 0 })
    expect(shown.content.fr[1]!.content[0]).toMatchObject({
      text: 'Réunis ici, Nous, les représentants, coopérons.',
    })
    expect(shown.nextStage).toMatchObject({ turn: 'fra' })
  })

  it('[C3] [R5] names a unit changed in one language only', async () => {
    const draft = await changedDraft()
    await type(room, 'japDrafter', draft, insertWords(2, '', 'また'))
    const shown = await room.get('japChair', 'GET /api/drafts/:id/preview', {
      params: { id: draft.draft.id },
    })
    expect(shown.findings).toMatchObject([{ kind: 'one-language-changed', blocks: false }])
  })

  it('[M3] is shown to the chair of the side only', async () => {
    const draft = await changedDraft()
    for (const actor of [...FRENCH, 'organiser', 'observer', 'japLead', 'stranger'] as const)
      expect(await preview(actor, draft)).toMatchObject({ refusal: 'not-found' })
    for (const actor of ['japDrafter', 'japReviewer'] as const)
      expect(await preview(actor, draft)).toMatchObject({ refusal: 'not-allowed' })
    expect(
      await room.call(null, 'GET /api/drafts/:id/preview', { params: { id: draft.draft.id } }),
    ).toMatchObject({
      refusal: 'not-signed-in',
    })
  })
})

describe('a transmission', () => {
  it('[R4] [R6] makes a version, ends the draft and opens the next stage', async () => {
    const draft = await changedDraft()
    const heard = room.listen('fraDrafter')
    const version = await transmitDraft(room, 'japChair', draft)
    expect(version).toMatchObject({
      label: 'V1',
      number: 2,
      origin: 'transmission',
      side: 'jap',
      coverNote: COVER_NOTE,
      receipt: null,
      madeAt: room.now,
      madeBy: room.edition.people.japChair.mandate!.title,
    })
    expect(room.sync.closed.has(draft.draft.id)).toBe(true)
    const { current } = await room.get('fraDrafter', 'GET /api/desk', {})
    expect(current).toMatchObject({ turn: 'fra', openedAt: room.now })
    const text = await room.get('fraReviewer', 'GET /api/texts/:id', {
      params: { id: room.edition.declaration },
    })
    expect(text.versions.map(each => each.label)).toEqual(['Précédente', 'V1'])
    expect(heard.map(event => event.topic)).toEqual(['texts', 'plan'])
    expect(await transmission('japChair', draft, version.sha256)).toMatchObject({ refusal: 'draft-closed' })
  })

  it('[R4] its hash is the SHA-256 of the file that anyone who may read it downloads', async () => {
    const { v1 } = await transmitV1(room)
    const response = await room.fetch('fraReviewer', 'GET', `/api/versions/${v1.id}/canonical`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(v1.sha256)
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''V1.json")
  })

  it('[R5] refuses another text than the one previewed, and goes on', async () => {
    const draft = await changedDraft()
    const shown = await preview('japChair', draft)
    if (!shown.ok) throw new Error(shown.refusal)
    await type(room, 'japDrafter', draft, insertWords(2, 'Enfin, ', '最後に'))
    const before = await situation()
    expect(await transmission('japChair', draft, shown.value.sha256)).toMatchObject({
      refusal: 'text-changed-since-preview',
    })
    expect(await situation()).toEqual(before)
    expect(room.sync.released).toEqual([draft.draft.id])
    await type(room, 'japDrafter', draft, insertWords(2, 'Oui, ', 'はい'))
    expect((await transmitDraft(room, 'japChair', draft)).label).toBe('V1')
  })

  it('[F1] refuses another value of a fact than the one previewed', async () => {
    const draft = await changedDraft()
    const id = room.edition.facts.get('number-fra')!
    await type(room, 'japDrafter', draft, doc => {
      const fact = new Y.XmlElement('fact')
      ;(doc.getXmlFragment('fr').get(1) as Y.XmlElement).insert(1, [fact])
      fact.setAttribute('fact', id)
    })
    const shown = await preview('japChair', draft)
    if (!shown.ok) throw new Error(shown.refusal)
    expect(shown.value.facts[id]).toMatchObject({ fr: '[Nombre de collectivités françaises]' })
    expect(shown.value.findings.map(finding => finding.kind)).toContain('open-fact')
    await room.deps.db
      .updateTable('facts')
      .set({ value: '{"fr":"42","ja":"42"}', status: 'confirmed' })
      .where('id', '=', id)
      .execute()
    expect(await transmission('japChair', draft, shown.value.sha256)).toMatchObject({
      refusal: 'text-changed-since-preview',
    })
    const version = await transmitDraft(room, 'japChair', draft)
    const { facts } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: version.id } })
    expect(facts).toEqual({ [id]: { fr: '42', ja: '42' } })
  })

  it('[R5] an answer without amendment leaves as a version that says what its base says', async () => {
    await transmitV1(room)
    const answer = await openDraft(room, 'fraDrafter')
    const shown = await preview('fraChair', answer)
    if (!shown.ok) throw new Error(shown.refusal)
    expect(shown.value.findings).toEqual([{ kind: 'unchanged', blocks: false, units: [] }])
    expect((await transmitDraft(room, 'fraChair', answer)).label).toBe('V1-FRA')
  })

  it('[R5] lets the previous declaration be proposed as it stands', async () => {
    await importPrevious(room)
    expect((await transmitDraft(room, 'japChair', await openDraft(room, 'japChair'))).label).toBe('V1')
  })

  it('[R5] refuses a blank page', async () => {
    const draft = await openDraft(room, 'japDrafter')
    const shown = await preview('japChair', draft)
    if (!shown.ok) throw new Error(shown.refusal)
    expect(shown.value.findings[0]).toMatchObject({ kind: 'empty-text', blocks: true })
    expect(await transmission('japChair', draft, shown.value.sha256)).toMatchObject({
      refusal: 'nothing-to-transmit',
      detail: 'empty-text',
    })
  })

  it('[R4] needs a cover note in both languages', async () => {
    const draft = await changedDraft()
    const note = (fr: string, ja: string) => transmission('japChair', draft, NO_HASH, { fr, ja })
    expect(await note('Voici.', ' ')).toMatchObject({ refusal: 'cover-note-missing', detail: 'ja' })
    expect(await note('', '以上。')).toMatchObject({ refusal: 'cover-note-missing', detail: 'fr' })
  })

  it('[R6] is for the chair of the side whose turn it is; to the other side the draft does not exist', async () => {
    const draft = await changedDraft()
    for (const actor of [...FRENCH, 'organiser', 'observer', 'stranger'] as const)
      expect(await transmission(actor, draft, NO_HASH)).toMatchObject({ refusal: 'not-found' })
    for (const actor of ['japDrafter', 'japReviewer'] as const)
      expect(await transmission(actor, draft, NO_HASH)).toMatchObject({ refusal: 'not-allowed' })
    expect(room.sync.released).toEqual([])
  })

  it('[R2] waits while another stage is current', async () => {
    const draft = await changedDraft()
    const [, second] = room.edition.stages
    const { openStage } = await import('../../../server/store/stages.ts')
    await openStage(room.deps.db, room.edition.edition.id, second!.id, room.now)
    expect(await transmission('japChair', draft, NO_HASH)).toMatchObject({ refusal: 'stage-not-current' })
  })

  it('[R6] of two chairs who press at once, one transmits and the other is told', async () => {
    const draft = await changedDraft()
    const shown = await preview('japChair', draft)
    if (!shown.ok) throw new Error(shown.refusal)
    const answers = await Promise.all(
      [1, 2, 3].map(() => transmission('japChair', draft, shown.value.sha256)),
    )
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.filter(answer => !answer.ok && answer.refusal === 'draft-closed')).toHaveLength(2)
    expect((await situation()).versions).toHaveLength(2)
  })

  it('[fault 2] that fails in the middle leaves everything as before, and can be done again', async () => {
    const draft = await changedDraft()
    const before = await situation()
    const { db } = room.deps
    await sql`create trigger broken before insert on acts when new.kind = 'stage-opened'
      begin select raise(abort, 'disk on fire'); end`.execute(db)
    const shown = await preview('japChair', draft)
    if (!shown.ok) throw new Error(shown.refusal)
    expect(await transmission('japChair', draft, shown.value.sha256)).toMatchObject({ refusal: 'internal' })
    expect(room.faults.splice(0)).toHaveLength(1)
    expect(await situation()).toEqual(before)
    expect(room.sync.frozen.has(draft.draft.id)).toBe(false)
    expect(room.sync.closed.has(draft.draft.id)).toBe(false)
    await sql`drop trigger broken`.execute(db)
    expect((await transmitDraft(room, 'japChair', draft)).label).toBe('V1')
  })

  it('[fault 3] on a full disk is refused as such, and goes through once there is room', async () => {
    const draft = await changedDraft()
    // Words enough that a version needs new pages.
    await type(room, 'japDrafter', draft, insertWords(2, 'Longuement, '.repeat(2_000), '長く'.repeat(2_000)))
    const shown = await preview('japChair', draft)
    if (!shown.ok) throw new Error(shown.refusal)
    const before = await situation()
    const { db } = room.deps
    await sql`pragma max_page_count = 1`.execute(db)
    expect(await transmission('japChair', draft, shown.value.sha256)).toMatchObject({
      refusal: 'storage-failing',
      status: 503,
    })
    expect(room.faults.splice(0)).toHaveLength(1)
    expect(await situation()).toEqual(before)
    expect(room.sync.released).toEqual([draft.draft.id])
    await sql`pragma max_page_count = 1000000`.execute(db)
    expect(await transmission('japChair', draft, shown.value.sha256)).toMatchObject({ ok: true })
  })

  it('[R7] is late by the server’s clock after the deadline, not at it', async () => {
    const due = { at: '2031-05-31T21:59:00.000Z', zone: 'Europe/Paris' }
    const stages = TEST_TEMPLATE.stages.map(stage => ({ ...stage, due }))
    for (const [now, late] of [
      ['2031-05-31T21:59:00.000Z', false],
      ['2031-05-31T21:59:00.001Z', true],
    ] as const) {
      await room.close()
      room = await createTestRoom({ template: { ...TEST_TEMPLATE, stages }, now })
      const draft = await changedDraft()
      const shown = await preview('japChair', draft)
      expect(shown).toMatchObject({ value: { late, due } })
      expect(await transmitDraft(room, 'japChair', draft)).toMatchObject({ late, due })
    }
  })

  it('[R4] at a stage opened again gets a label of its own', async () => {
    await transmitV1(room)
    const { openStage } = await import('../../../server/store/stages.ts')
    await openStage(room.deps.db, room.edition.edition.id, room.edition.stages[0]!.id, room.now)
    const draft = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', draft, insertWords(1, 'Encore, ', '再び'))
    expect((await transmitDraft(room, 'japChair', draft)).label).toBe('V1 (2)')
  })

  it('[R2] in a joint stage is for the chair of either side, and speaks for both', async () => {
    await importPrevious(room)
    const { openStage } = await import('../../../server/store/stages.ts')
    const joint = room.edition.stages.find(stage => stage.turn === 'joint')!
    await openStage(room.deps.db, room.edition.edition.id, joint.id, room.now)
    const draft = await openDraft(room, 'fraDrafter')
    expect((await openDraft(room, 'japDrafter')).draft.id).toBe(draft.draft.id)
    await type(room, 'japDrafter', draft, insertWords(1, 'Ensemble, ', '共に'))
    const version = await transmitDraft(room, 'fraChair', draft)
    expect(version).toMatchObject({ side: null, label: 'V3' })
    const receipt = { params: { id: version.id } }
    expect(await room.call('japChair', 'POST /api/versions/:id/receipt', receipt)).toMatchObject({
      refusal: 'not-allowed',
    })
  })
})

describe('what leaves the delegation', () => {
  const contains = (bytes: Uint8Array, words: string) =>
    Buffer.from(bytes).includes(words) || Buffer.from(bytes).includes(Buffer.from(words, 'utf16le'))

  it('[M3] [fault 21] no deleted word and no typist’s client id is in the version or in the draft begun from it', async () => {
    await importPrevious(room)
    const draft = await openDraft(room, 'japDrafter')
    const typists = [
      await type(room, 'japDrafter', draft, insertWords(1, 'CONCESSION SECRÈTE ', '秘密の譲歩')),
      await type(room, 'japChair', draft, doc => {
        wordsOf(doc, 'fr', 1).delete(0, 'CONCESSION SECRÈTE '.length)
        wordsOf(doc, 'ja', 1).delete(0, '秘密の譲歩'.length)
      }),
      await type(room, 'japDrafter', draft, insertWords(1, 'Réunis, ', '集う')),
    ]
    const privateBytes = Y.encodeStateAsUpdate(await room.sync.open(draft.draft.id))
    const privateClients = [...Y.parseUpdateMeta(privateBytes).to.keys()]
    expect(privateClients).toEqual(expect.arrayContaining([typists[0], typists[2]]))

    const v1 = await transmitDraft(room, 'japChair', draft)
    const stored = (await findStoredVersion(room.deps.db, v1.id))!
    const answer = await openDraft(room, 'fraDrafter')
    const rows = await room.deps.db
      .selectFrom('draft_updates')
      .select('bytes')
      .where('draft_id', '=', answer.draft.id)
      .execute()
    expect(rows).toHaveLength(1)
    for (const bytes of [stored.state, rows[0]!.bytes]) {
      for (const secret of ['CONCESSION', '秘密', '譲歩']) expect(contains(bytes, secret)).toBe(false)
      const clients = [...Y.parseUpdateMeta(bytes).to.keys()]
      for (const typist of typists) expect(clients).not.toContain(typist)
      expect(readState(bytes).fr[1]!.content).toEqual([
        { type: 'text', text: 'Réunis, Nous, les représentants, coopérons.' },
      ])
    }
    for (const path of [
      `/api/versions/${v1.id}`,
      `/api/texts/${room.edition.declaration}`,
      '/api/desk',
      '/api/acts',
    ]) {
      const body = await (await room.fetch('fraChair', 'GET', path)).text()
      for (const secret of ['CONCESSION', '秘密', draft.draft.id, room.edition.people.japDrafter.person.id])
        expect(body, path).not.toContain(secret)
    }
  })

  it('[M3] an answer to a version carries no list of states, only what the views name', async () => {
    const { v1 } = await transmitV1(room)
    expect(Object.keys(v1)).not.toContain('state')
    expect(Object.keys(v1)).not.toContain('canonical')
  })
})

describe('a version', () => {
  it('[R4] cannot be changed, deleted or replaced, by code or by hand', async () => {
    const { v1 } = await transmitV1(room)
    const { db } = room.deps
    const stored = await findStoredVersion(db, v1.id as VersionId)
    const attempts = [
      sql`update versions set label = 'V9' where id = ${v1.id}`,
      sql`update versions set canonical = '{}'`,
      sql`delete from versions where id = ${v1.id}`,
      sql`insert or replace into versions select * from versions where id = ${v1.id}`,
      sql`insert or replace into versions select 'other', text_id, number, label, origin, side, stage_id,
        base_version_id, sha256, '{}', state, cover_note, made_by, made_at, due_at, due_zone, late
        from versions where id = ${v1.id}`,
      sql`update or replace versions set number = 1 where id = ${v1.id}`,
    ]
    for (const attempt of attempts) await expect(attempt.execute(db)).rejects.toThrow(/version/)
    expect(await findStoredVersion(db, v1.id as VersionId)).toEqual(stored)
  })

  it('[R6] is acknowledged once by a chair or drafter of the other side', async () => {
    const { v1, previous } = await transmitV1(room)
    const acknowledge = (actor: Actor, id: string = v1.id) =>
      room.call(actor, 'POST /api/versions/:id/receipt', { params: { id } })
    for (const actor of ['japChair', 'fraReviewer', 'fraLead', 'organiser'] as const)
      expect(await acknowledge(actor)).toMatchObject({ refusal: 'not-allowed' })
    for (const actor of ['observer', 'stranger'] as const)
      expect(await acknowledge(actor)).toMatchObject({ refusal: 'not-found' })
    expect(await acknowledge('fraChair', previous.id)).toMatchObject({ refusal: 'not-allowed' })
    room.wait({ minutes: 5 })
    const heard = room.listen('japReviewer')
    expect(await acknowledge('fraDrafter')).toMatchObject({
      value: { receipt: { at: room.now, by: room.edition.people.fraDrafter.mandate!.title } },
    })
    expect(heard).toHaveLength(1)
    expect(await acknowledge('fraChair')).toMatchObject({ refusal: 'already-acknowledged' })
  })

  it('[M2] is read by observers once a chair or the organiser has opened it', async () => {
    const { v1 } = await transmitV1(room)
    const read = () => room.call('observer', 'GET /api/versions/:id', { params: { id: v1.id } })
    const open = (actor: Actor) =>
      room.call(actor, 'POST /api/versions/:id/opening', { params: { id: v1.id } })
    expect(await read()).toMatchObject({ refusal: 'not-found' })
    const download = await room.fetch('observer', 'GET', `/api/versions/${v1.id}/canonical`)
    expect(download.status).toBe(404)
    for (const actor of ['fraDrafter', 'japReviewer', 'fraLead'] as const)
      expect(await open(actor)).toMatchObject({ refusal: 'not-allowed' })
    expect(await open('observer')).toMatchObject({ refusal: 'not-found' })
    expect(await open('fraChair')).toMatchObject({ value: { openedToLargeCommittee: true } })
    expect(await open('organiser')).toMatchObject({ ok: true })
    expect(await read()).toMatchObject({ value: { version: { label: 'V1', base: null } } })
    const opened = await room.deps.db
      .selectFrom('acts')
      .selectAll()
      .where('kind', '=', 'version-opened')
      .execute()
    expect(opened).toHaveLength(1)
  })

  it('[M3] an unknown version and one that may not be read are refused alike', async () => {
    const { v1 } = await transmitV1(room)
    for (const suffix of ['', '/canonical']) {
      const hidden = await room.fetch('observer', 'GET', `/api/versions/${v1.id}${suffix}`)
      const missing = await room.fetch('observer', 'GET', `/api/versions/version-none${suffix}`)
      expect(hidden.status).toBe(missing.status)
      expect(await hidden.text()).toBe(await missing.text())
    }
  })
})

it('[R4] a draft that is frozen by a fault of the log is told so and stays open', async () => {
  const draft = await changedDraft()
  const shown = await preview('japChair', draft)
  if (!shown.ok) throw new Error(shown.refusal)
  room.sync.failure = new Error('the disk is full')
  expect(await transmission('japChair', draft, shown.value.sha256)).toMatchObject({ refusal: 'internal' })
  expect(room.faults.splice(0)).toHaveLength(1)
  room.sync.failure = null
  expect((await transmitDraft(room, 'japChair', draft)).label).toBe('V1')
  expect(room.sync.closed.has(draft.draft.id as DraftId)).toBe(true)
})
