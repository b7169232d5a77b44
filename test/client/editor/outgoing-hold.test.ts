import { describe, expect, it } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { OutgoingHold } from '../../../client/editor/connection/outgoing-hold.ts'
import { SavingTracker } from '../../../client/editor/connection/saving-tracker.ts'
import { ACK_STORED } from '../../../shared/protocol/sync-protocol.ts'

/** The part of the provider that sends, onto a list. */
function wire(doc: Y.Doc) {
  const sent: Uint8Array[] = []
  const provider = {
    _updateHandler: (update: Uint8Array, origin: unknown) => {
      if (origin !== provider) sent.push(update)
    },
  } as unknown as WebsocketProvider
  doc.on('update', provider._updateHandler)
  return { sent, provider }
}

describe('what is being composed', () => {
  it('[U5] is not sent before it is confirmed; then it is sent once', () => {
    const doc = new Y.Doc()
    const { sent, provider } = wire(doc)
    const hold = new OutgoingHold(doc, provider)
    const text = doc.getText('t')
    text.insert(0, '二番')
    hold.hold()
    text.insert(2, 'にほんご')
    text.delete(2, 4)
    text.insert(2, '日本語')
    expect(sent).toHaveLength(1)
    hold.release()
    expect(sent).toHaveLength(2)
    text.insert(5, '。')
    expect(sent).toHaveLength(3)
    const other = new Y.Doc()
    for (const update of sent) Y.applyUpdate(other, update)
    expect(other.getText('t').toString()).toBe('二番日本語。')
  })

  it('[U5] when nothing was composed nothing is sent', () => {
    const doc = new Y.Doc()
    const { sent, provider } = wire(doc)
    const hold = new OutgoingHold(doc, provider)
    hold.hold()
    hold.release()
    expect(sent).toEqual([])
  })

  it('[D3] is said to be on this device only', () => {
    const doc = new Y.Doc()
    const tracker = new SavingTracker(doc)
    tracker.connected()
    tracker.sentAnswer()
    tracker.acknowledged(ACK_STORED, 1)
    expect(tracker.state()).toEqual({ state: 'stored' })
    doc.getText('t').insert(0, 'に')
    tracker.edited()
    tracker.holding(true)
    expect(tracker.state().state).toBe('device')
    tracker.holding(false)
    tracker.sentUpdate()
    tracker.acknowledged(ACK_STORED, 2)
    expect(tracker.state()).toEqual({ state: 'stored' })
  })
})
