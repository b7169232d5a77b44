/** A transmission while people are typing: the real sync server, the real log, one database file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rooms } from '../../../server/sync/sync-server.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { CLOSE } from '../../../shared/protocol/sync-protocol.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import { COVER_NOTE, importPrevious, openDraft, transmitDraft } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import { blockCount, flushUntil, type LiveRoom, openLiveRoom } from '../sync/support/live-room.ts'

let live: LiveRoom
let room: TestRoom
let rooms: Rooms
beforeEach(async () => {
  live = await openLiveRoom()
  ;({ room, rooms } = live)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await live.close()
})

describe('a transmission while people type', () => {
  it('[R4] [R9] takes what was typed, closes the room, and the next draft is open to the other side', async () => {
    await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    const peer = live.enter('japDrafter', draft.id)
    await flushUntil([peer], () => blockCount(peer) === 3)
    wordsOf(peer.doc, 'fr', 1).insert(0, 'Tapé à l’instant. ')
    wordsOf(peer.doc, 'ja', 1).insert(0, '今入力した。')
    await flushUntil([peer], () => peer.sent > 0 && peer.stored === peer.sent)
    const version = await transmitDraft(room, 'japChair', await openDraft(room, 'japChair'))
    const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: version.id } })
    expect(plainText(content.fr[1]!)).toBe('Tapé à l’instant. Nous, les représentants, coopérons.')
    expect(peer.socket!.closedWith).toBe(CLOSE.draftClosed)

    const answer = await openDraft(room, 'fraDrafter')
    const french = live.enter('fraDrafter', answer.draft.id)
    await flushUntil([french], () => blockCount(french) === 3)
    expect(wordsOf(french.doc, 'ja', 1).toString()).toBe('今入力した。私たち代表は協力する。')
  })

  it('[R5] that is refused lets everyone go on typing', async () => {
    await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    const peer = live.enter('japDrafter', draft.id)
    await flushUntil([peer], () => blockCount(peer) === 3)
    const body = { coverNote: COVER_NOTE, sha256: '0'.repeat(64) }
    expect(
      await room.call('japChair', 'POST /api/drafts/:id/transmission', { params: { id: draft.id }, body }),
    ).toMatchObject({ refusal: 'text-changed-since-preview' })
    wordsOf(peer.doc, 'fr', 1).insert(0, 'Encore. ')
    await flushUntil([peer], () => peer.sent > 0 && peer.stored === peer.sent)
    expect(peer.socket!.closedWith).toBeNull()
    expect(plainText((await rooms.readText(draft.id)).fr[1]!)).toContain('Encore.')
  })

  it('[R4] while others type without pause, what leaves is one text that was shown', async () => {
    await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    const peers = [live.enter('japDrafter', draft.id), live.enter('japChair', draft.id)]
    await flushUntil(peers, () => peers.every(peer => blockCount(peer) === 3))
    const typing = setInterval(() => {
      for (const peer of peers) if (peer.isOpen) wordsOf(peer.doc, 'fr', 1).insert(0, 'x')
      for (const peer of peers) peer.flush()
    }, 3)
    const params = { id: draft.id }
    let previewed = ''
    try {
      for (let attempt = 0; attempt < 5; attempt++) {
        const shown = await room.get('japChair', 'GET /api/drafts/:id/preview', { params })
        previewed = plainText(shown.content.fr[1]!)
        const stored = peers[0]!.stored
        await flushUntil(peers, () => peers[0]!.stored > stored)
        const body = { coverNote: COVER_NOTE, sha256: shown.sha256 }
        const answer = await room.call('japChair', 'POST /api/drafts/:id/transmission', { params, body })
        if (!answer.ok) expect(answer.refusal).toBe('text-changed-since-preview')
      }
    } finally {
      clearInterval(typing)
    }
    await flushUntil(peers, () => peers.every(peer => peer.stored === peer.sent))
    const version = await transmitDraft(room, 'japChair', await openDraft(room, 'japChair'))
    const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: version.id } })
    const left = plainText(content.fr[1]!)
    expect(left.length).toBeGreaterThan(previewed.length)
    expect(left).toBe(wordsOf(peers[0]!.doc, 'fr', 1).toString())
    expect(peers.map(peer => peer.socket!.closedWith)).toEqual([CLOSE.draftClosed, CLOSE.draftClosed])
  })
})
