/** Decisions while people type: the real sync server, the real log, one database file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Outcome } from '../../../shared/model/amendment.ts'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import { importPrevious, openDraft, transmitDraft } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import type { Actor } from '../../support/test-edition.ts'
import { blockCount, flushUntil, type LiveRoom, openLiveRoom } from '../sync/support/live-room.ts'
import type { Peer } from '../sync/support/peer.ts'

let live: LiveRoom
let room: TestRoom
let draft: DraftView
beforeEach(async () => {
  live = await openLiveRoom()
  room = live.room
  await importPrevious(room)
  await write('japDrafter', 'Réunis ici, ', 'ここに集う')
  await transmitDraft(room, 'japChair', await openDraft(room, 'japChair'))
  await write('fraDrafter', 'Naturellement, ', '当然、')
  await transmitDraft(room, 'fraChair', await openDraft(room, 'fraChair'))
  draft = await openDraft(room, 'japDrafter')
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await live.close()
})

/** Puts words before the second paragraph, in both languages, and leaves. */
async function write(actor: Actor, fr: string, ja: string): Promise<void> {
  const peer = await enter(actor, (await openDraft(room, actor)).draft.id)
  wordsOf(peer.doc, 'fr', 1).insert(0, fr)
  wordsOf(peer.doc, 'ja', 1).insert(0, ja)
  await flushUntil([peer], () => peer.sent > 0 && peer.stored === peer.sent)
  peer.drop()
}

async function enter(actor: Actor, id: DraftView['draft']['id']): Promise<Peer> {
  const peer = live.enter(actor, id)
  await flushUntil([peer], () => blockCount(peer) === 3)
  return peer
}

async function decide(outcome: Outcome) {
  const params = { id: draft.draft.id }
  const view = (await room.get('japChair', 'GET /api/drafts/:id/amendments', { params }))!
  return room.call('japChair', 'POST /api/drafts/:id/decisions', {
    params,
    body: { amendments: view.amendments.map(({ key }) => key), outcome, reason: null, edited: null },
  })
}

const paragraph = (peer: Peer, language: 'fr' | 'ja') => wordsOf(peer.doc, language, 1).toString()

describe('a decision while people type', () => {
  it('[A1] [U2] reaches every editor, and keeps what a colleague typed in the same paragraph meanwhile', async () => {
    const [one, two] = [await enter('japDrafter', draft.draft.id), await enter('japChair', draft.draft.id)]
    // Typed, and not yet at the server when the decision is carried out.
    wordsOf(one.doc, 'fr', 1).insert(wordsOf(one.doc, 'fr', 1).length, ' Ensemble.')
    expect(await decide('accepted')).toMatchObject({ ok: true })
    const both = 'Naturellement, Réunis ici, Nous, les représentants, coopérons. Ensemble.'
    await flushUntil([one, two], () => paragraph(one, 'fr') === both && paragraph(two, 'fr') === both)
    expect(paragraph(two, 'ja')).toBe('当然、ここに集う私たち代表は協力する。')
    expect(plainText((await live.rooms.readText(draft.draft.id)).fr[1]!)).toBe(both)
  })

  it('[A1] [T1] changes only what differs: a place in the kept words stays in them', async () => {
    const peer = await enter('japDrafter', draft.draft.id)
    const words = wordsOf(peer.doc, 'fr', 1)
    const at = words.toString().indexOf('représentants')
    const anchor = Y.createRelativePositionFromTypeIndex(words, at)
    await decide('accepted')
    await flushUntil([peer], () => paragraph(peer, 'fr').startsWith('Naturellement, '))
    const found = Y.createAbsolutePositionFromRelativePosition(anchor, peer.doc)!
    expect(found.type).toBe(words)
    expect(words.toString().slice(found.index)).toMatch(/^représentants/)
  })

  it('[A1] on what was typed a moment ago is decided on the words as they stand, and says so', async () => {
    const peer = await enter('japDrafter', draft.draft.id)
    wordsOf(peer.doc, 'ja', 1).insert(0, '本日')
    await flushUntil([peer], () => peer.sent > 0 && peer.stored === peer.sent)
    expect(await decide('accepted')).toMatchObject({ value: { decided: [], edited: [{ mergeable: false }] } })
    expect(paragraph(peer, 'ja')).toBe('本日ここに集う私たち代表は協力する。')
  })

  it('[R2] that comes after the transmission is refused, and changes nothing', async () => {
    expect(await decide('accepted')).toMatchObject({ ok: true })
    const made = await transmitDraft(room, 'japChair', draft)
    expect(await decide('reserved')).toMatchObject({ refusal: 'draft-closed' })
    const { content } = await room.get('fraChair', 'GET /api/versions/:id', { params: { id: made.id } })
    expect(plainText(content.fr[1]!)).not.toContain('[')
  })
})
