/** Frames that no client sends: each costs its sender the connection, and nobody else anything. */
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { InadmissibleUpdate, inspectUpdate } from '../../../server/sync/update-gate.ts'
import { CLOSE } from '../../../shared/protocol/sync-protocol.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { randomText } from '../../support/random-text.ts'
import { type Random, seeded } from '../../support/seeded.ts'
import { SyncWorld } from './support/sync-world.ts'

const FRAMES = Number(process.env.FUZZ_FRAMES ?? 4_000)
const SEED = Number(process.env.SEED ?? 1)

describe('malformed frames', () => {
  it.each<[string, number[]]>([
    ['nothing', []],
    ['an unknown message', [77]],
    ['an acknowledgement, which only the server sends', [100, 1, 1]],
    ['an authentication message', [2, 0, 1, 65]],
    ['an unknown sync message', [0, 9, 0]],
    ['a number that does not end', [0, 2, 255, 255, 255, 255]],
    ['a number that is too large', [0, 2, 255, 255, 255, 255, 255, 255, 255, 255, 127]],
    ['a length beyond the frame', [0, 2, 200, 1, 0, 0]],
    ['bytes after the message', [0, 2, 2, 0, 0, 1]],
    ['a state vector that is none', [0, 0, 3, 9, 9, 9]],
    ['an awareness state that is not JSON', [1, 5, 1, 5, 1, 1, 65]],
    ['an awareness state that is a list', [1, 6, 1, 5, 1, 2, 91, 93]],
  ])('%s closes with 4400', async (_what, bytes) => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.outgoing.push(Uint8Array.from(bytes))
    await world.settle()
    expect(a.socket?.closedWith).toBe(CLOSE.malformed)
  })

  it('a length beyond the frame never reads what lies next to it in memory', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    // As sockets give them: a view into a buffer that goes on after it.
    const pool = new Uint8Array(64)
    pool.set([0, 2, 30, 1, 1])
    a.outgoing.push(pool.subarray(0, 5))
    await world.settle()
    expect([a.socket?.closedWith, world.log.rows.length]).toEqual([CLOSE.malformed, 0])
  })

  it(`${FRAMES} spoilt frames end connections only (seed ${SEED})`, {
    timeout: 60_000 + FRAMES * 10,
  }, async () => {
    const random = seeded(SEED)
    const world = new SyncWorld({ frameBurst: 1e9, compactRows: 200 })
    const witness = world.enter('witness')
    await world.settle()
    const valid = validFrames(random)
    let peer = world.enter('a')
    let closed = 0
    for (let i = 0; i < FRAMES; i++) {
      if (!peer.isOpen) {
        closed++
        world.peers.pop()?.awareness.destroy()
        peer = world.enter('a')
        await new Promise(resolve => setImmediate(resolve))
      }
      peer.connection?.receive(spoil(random, random.pick(valid)))
      if (i % 50 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    await world.until(() => !witness.connection?.hasUnstored)
    const own = world.faults.filter(fault => !fault.includes('was refused'))
    console.info(`${FRAMES} frames, ${closed} connections closed, ${world.log.rows.length} rows stored`)
    expect(own).toEqual([])
    expect(closed).toBeGreaterThan(FRAMES / 20)
    witness.doc.getXmlFragment('ja').push([new Y.XmlElement('block')])
    await world.settle()
    expect([witness.isOpen, witness.stored]).toEqual([true, witness.sent])
    expect(world.log.document(witness.connection!.admission.draft).store.pendingDs).toBe(null)
  })

  it(`whatever the gate lets through, Yjs can apply and delete again (seed ${SEED})`, {
    timeout: 60_000 + FRAMES * 10,
  }, () => {
    const random = seeded(SEED)
    const updates = [1, 2, 3].map(() => newDocumentState(randomText(random)))
    let doc = new Y.Doc()
    Y.applyUpdate(doc, updates[0]!)
    let passed = 0
    for (let i = 0; i < FRAMES; i++) {
      const update = spoil(random, random.pick(updates))
      try {
        inspectUpdate(update, doc)
      } catch (error) {
        expect(error).toBeInstanceOf(InadmissibleUpdate)
        continue
      }
      passed++
      Y.applyUpdate(doc, update)
      if (i % 500 === 0) {
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        copy.getXmlFragment('fr').delete(0, copy.getXmlFragment('fr').length)
        doc = new Y.Doc()
        Y.applyUpdate(doc, updates[0]!)
      }
    }
    expect(passed).toBeGreaterThan(0)
  })
})

/** Frames as clients send them. */
function validFrames(random: Random): Uint8Array[] {
  const update = newDocumentState(randomText(random, 2))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return [
    frame(0, [0], Y.encodeStateVector(doc)),
    frame(0, [1], update),
    frame(0, [2], update),
    frame(1, [], awareness(doc.clientID)),
    Uint8Array.from([3]),
  ]
}

function frame(type: number, more: readonly number[], bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [type, ...more]) encoding.writeVarUint(encoder, number)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

function awareness(client: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, client, 1]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, '{"cursor":{"anchor":1}}')
  return encoding.toUint8Array(encoder)
}

/** Cut, changed, doubled, or noise. */
function spoil(random: Random, bytes: Uint8Array): Uint8Array {
  const spoilt = Uint8Array.from(bytes)
  switch (random.below(5)) {
    case 0:
      return spoilt.slice(0, random.below(spoilt.length))
    case 1:
      return Uint8Array.from({ length: random.below(40) }, () => random.below(256))
    case 2:
      return Uint8Array.from([...spoilt, ...spoilt.slice(random.below(spoilt.length))])
    default:
      for (let n = 1 + random.below(4); n > 0; n--) spoilt[random.below(spoilt.length)] = random.below(256)
      return spoilt
  }
}
