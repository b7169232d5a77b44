/** [A4] [S2] Changes of locked units: the real sync server, the real log, one database file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftId } from '../../../shared/model/ids.ts'
import { agreementAt, consentTo } from '../../support/agreeing.ts'
import { asked, consentAs, NEW_WORDS } from '../../support/changing.ts'
import { wordsOf } from '../../support/fake-sync.ts'
import { openTurn } from '../../support/integrating.ts'
import { importPrevious, openDraft } from '../../support/negotiation.ts'
import type { TestRoom } from '../../support/test-app.ts'
import { blockCount, flushUntil, type LiveRoom, openLiveRoom } from '../sync/support/live-room.ts'
import type { Peer } from '../sync/support/peer.ts'

let live: LiveRoom
let room: TestRoom
let draft: DraftId
beforeEach(async () => {
  live = await openLiveRoom()
  room = live.room
  await importPrevious(room)
  const { stages } = await room.get('organiser', 'GET /api/edition', {})
  const confirming = stages.find(({ confirmsEssential }) => confirmsEssential)!
  await room.get('organiser', 'POST /api/stages/:id/open', { params: { id: confirming.id } })
  await openTurn(room, 'joint')
  draft = (await openDraft(room, 'japDrafter')).draft.id
  for (const chair of ['fraChair', 'japChair'] as const) await consentTo(room, chair, `draft:${draft}`)
})
afterEach(async () => {
  expect(room.faults).toEqual([])
  await live.close()
})

async function enter(): Promise<Peer> {
  const peer = live.enter('japDrafter', draft)
  await flushUntil([peer], () => blockCount(peer) === 3)
  return peer
}

describe('a locked unit', () => {
  it('is changed with both sides’ consent, before everybody’s eyes, and stays locked on what it then says', async () => {
    const peer = await enter()
    const change = await asked(room, 'fraChair', draft, { consents: true })
    expect(await consentAs(room, 'japChair', change)).toMatchObject({ ok: true, value: { made: true } })
    await flushUntil([peer], () => wordsOf(peer.doc, 'fr', 1).toString() === NEW_WORDS.fr[0])
    const { units } = await agreementAt(room, 'fraReviewer', `draft:${draft}`)
    expect(units.map(({ state, locked }) => [state, locked])).toEqual([
      ['agreed', true],
      ['agreed', true],
      ['agreed', true],
    ])
    expect(units[1]!.pair).toBe(change.afterPair)
    // Nobody types into the new words.
    wordsOf(peer.doc, 'fr', 1).insert(0, 'Or, ')
    await flushUntil([peer], () => !peer.isOpen)
    const text = await live.rooms.readText(draft)
    expect(text.fr[1]!.content).toEqual([{ type: 'text', text: NEW_WORDS.fr[0] }])
  })
})
