/** [A4] Locks from the routes to the sockets: the real sync server, the real log, one database file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { Place } from '../../../shared/model/thread.ts'
import { CLOSE } from '../../../shared/protocol/sync-protocol.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { agreementAt, confirmEssential, consentTo } from '../../support/agreeing.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import { COVER_NOTE, importPrevious, openDraft, transmitDraft } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import { blockCount, flushUntil, type LiveRoom, openLiveRoom } from '../sync/support/live-room.ts'
import type { Peer } from '../sync/support/peer.ts'

let live: LiveRoom
let room: TestRoom
let v1: Place
beforeEach(async () => {
  live = await openLiveRoom()
  room = live.room
  await importPrevious(room)
  await write('japDrafter', 'Réunis ici, ', 'ここに集う')
  v1 = `version:${(await transmitDraft(room, 'japChair', await openDraft(room, 'japChair'))).id}`
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await live.close()
})

async function write(actor: Actor, fr: string, ja: string): Promise<void> {
  const peer = await enter(actor, await openDraft(room, actor))
  wordsOf(peer.doc, 'fr', 1).insert(0, fr)
  wordsOf(peer.doc, 'ja', 1).insert(0, ja)
  await stored(peer)
  peer.drop()
}

async function enter(actor: Actor, draft: DraftView): Promise<Peer> {
  const peer = live.enter(actor, draft.draft.id)
  await flushUntil([peer], () => blockCount(peer) === 3)
  return peer
}

const stored = (peer: Peer) => flushUntil([peer], () => peer.sent > 0 && peer.stored === peer.sent)
const paragraph = (peer: Peer, index: number) => wordsOf(peer.doc, 'fr', index).toString()

/** What becomes of a word typed into a unit: the code its author is closed with, or null. */
async function typedInto(peer: Peer, index: number): Promise<number | 'cut' | null> {
  wordsOf(peer.doc, 'fr', index).insert(0, 'Non. ')
  await flushUntil([peer], () => peer.socket!.closedWith !== null || peer.stored === peer.sent)
  return peer.socket!.closedWith
}

describe('[A4] units that both sides agreed to', () => {
  it('are locked by the plan as soon as it says that the essential content is confirmed, and not before', async () => {
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1, [0, 2])
    const draft = await openDraft(room, 'fraDrafter')
    const [one, two] = [await enter('fraDrafter', draft), await enter('fraChair', draft)]
    expect(await typedInto(one, 2)).toBe(null)
    await confirmEssential(room)
    // The third unit was edited since: it is open.
    expect(await typedInto(one, 2)).toBe(null)
    expect(await typedInto(one, 0)).toBe(CLOSE.locked)
    await confirmEssential(room, false)
    expect(await typedInto(two, 0)).toBe(null)
  })

  it('are locked by the second consent in the other side’s private draft, and not by one given ad referendum', async () => {
    await confirmEssential(room)
    const draft = await openDraft(room, 'fraDrafter')
    const [one, two] = [await enter('fraDrafter', draft), await enter('fraChair', draft)]
    await consentTo(room, 'fraChair', v1)
    await consentTo(room, 'japChair', v1, 'all', 'ad-referendum')
    expect(await typedInto(one, 0)).toBe(null)
    await consentTo(room, 'japChair', v1)
    expect(await typedInto(one, 0)).toBe(null)
    expect(await typedInto(one, 1)).toBe(CLOSE.locked)
    await flushUntil([two], () => paragraph(two, 0).startsWith('Non. Non. '))
    expect(paragraph(two, 1)).toBe('Réunis ici, Nous, les représentants, coopérons.')
  })

  it('are open in the open editors at once when a chair reopens one with a reason, which both sides read', async () => {
    await confirmEssential(room)
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1)
    const { units } = await agreementAt(room, 'fraChair', v1)
    const peer = await enter('fraDrafter', await openDraft(room, 'fraDrafter'))
    const reopen = (actor: Actor, reason = { fr: 'Le lieu a changé.', ja: '' }) =>
      room.call(actor, 'POST /api/texts/:id/reopenings', {
        params: { id: room.edition.declaration },
        body: { place: v1, unit: units[1]!.unit, reason },
      })
    expect(await reopen('fraDrafter')).toMatchObject({ refusal: 'not-allowed' })
    expect(await reopen('japChair', { fr: ' ', ja: '' })).toMatchObject({ refusal: 'reason-missing' })
    expect(await reopen('japChair')).toMatchObject({ ok: true })
    expect(await typedInto(peer, 1)).toBe(null)
    for (const reader of ['fraReviewer', 'japReviewer'] as const) {
      const view = await agreementAt(room, reader, v1)
      expect(view.units[1]).toMatchObject({
        locked: false,
        reopenings: [{ side: 'jap', reason: { fr: 'Le lieu a changé.' } }],
      })
      const [act] = await room.get(reader, 'GET /api/acts', {})
      expect(act).toMatchObject({ kind: 'unit-reopened' })
    }
    expect(await typedInto(peer, 0)).toBe(CLOSE.locked)
  })

  it('are locked in the draft that begins with them, and transmitting it works as ever', async () => {
    await confirmEssential(room)
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1, [1])
    const draft = await openDraft(room, 'fraDrafter')
    const [one, two] = [await enter('fraDrafter', draft), await enter('fraChair', draft)]
    expect(await typedInto(one, 1)).toBe(CLOSE.locked)
    expect(await typedInto(two, 2)).toBe(null)
    const { sha256 } = await room.get('fraChair', 'GET /api/drafts/:id/preview', {
      params: { id: draft.draft.id },
    })
    const made = await room.call('fraChair', 'POST /api/drafts/:id/transmission', {
      params: { id: draft.draft.id },
      body: { coverNote: COVER_NOTE, sha256, decisions: null },
    })
    expect(made).toMatchObject({ ok: true })
    expect(two.socket!.closedWith).toBe(CLOSE.draftClosed)
  })
})

describe('[A4] commands of the server', () => {
  it('[A1] do not carry out a decision on a locked unit, and say which it is; nothing of it is recorded', async () => {
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1, [1])
    await write('fraDrafter', 'Naturellement, ', '当然、')
    await transmitDraft(room, 'fraChair', await openDraft(room, 'fraChair'))
    const draft = await openDraft(room, 'japDrafter')
    const params = { id: draft.draft.id }
    await confirmEssential(room)
    const { amendments } = (await room.get('japChair', 'GET /api/drafts/:id/amendments', { params }))!
    const decided = await room.call('japChair', 'POST /api/drafts/:id/decisions', {
      params,
      body: { amendments: amendments.map(({ key }) => key), outcome: 'accepted', reason: null, edited: null },
    })
    const { units } = await agreementAt(room, 'japChair', v1)
    expect(decided).toMatchObject({ refusal: 'unit-locked', status: 409, detail: units[1]!.unit })
    const after = (await room.get('japChair', 'GET /api/drafts/:id/amendments', { params }))!
    expect(after.decisions).toEqual([])
    expect(plainText((await live.rooms.readText(draft.draft.id)).fr[1]!)).toBe(
      'Réunis ici, Nous, les représentants, coopérons.',
    )
  })

  it('[R8] do not restore a state in which a locked unit said something else', async () => {
    const draft = await openDraft(room, 'fraDrafter')
    await write('fraDrafter', 'Ici, ', 'ここで')
    const params = { id: draft.draft.id }
    room.wait({ minutes: 30 })
    const peer = await enter('fraDrafter', draft)
    wordsOf(peer.doc, 'fr', 1).delete(0, 5)
    wordsOf(peer.doc, 'ja', 1).delete(0, 3)
    await stored(peer)
    for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, v1, [1])
    await confirmEssential(room)
    const { sittings } = await room.get('fraDrafter', 'GET /api/drafts/:id/history', { params })
    const at = sittings.at(-1)!.state!
    const restored = await room.call('fraDrafter', 'POST /api/drafts/:id/restoration', {
      params,
      body: { at },
    })
    expect(restored).toMatchObject({ refusal: 'unit-locked' })
  })
})
