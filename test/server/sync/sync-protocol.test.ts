import { describe, expect, it } from 'vitest'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as Y from 'yjs'
import { UpdateLogError } from '../../../server/sync/update-log.ts'
import type { MandateId } from '../../../shared/model/ids.ts'
import { ACK_RECEIVED, ACK_STORED, CLOSE, MAX_FRAME_BYTES } from '../../../shared/protocol/sync-protocol.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { DRAFT, OTHER_DRAFT, SyncWorld } from './support/sync-world.ts'

describe('writing together', () => {
  it('shows everybody what one types', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('Bonjour')
    await world.settle()
    expect(b.read()).toBe('Bonjour')
  })

  it('[R9] stores before it relays or acknowledges', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    world.log.hold()
    a.type('Bonjour')
    await world.until(() => world.log.appends > 0)
    expect([b.relayed.length, a.stored]).toEqual([0, 1])
    world.log.continue()
    await world.settle()
    expect([b.read(), a.stored, a.sent]).toEqual(['Bonjour', 3, 3])
  })

  it('[R9] the log holds byte for byte what was acknowledged', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    for (const word of ['Nous, ', 'les communes, ', 'déclarons']) a.type(word)
    await world.settle()
    expect(a.stored).toBe(a.sent)
    expect(Y.encodeStateAsUpdate(world.log.document(DRAFT))).toEqual(Y.encodeStateAsUpdate(a.doc))
  })

  it('[M6] records every update with the mandate of its connection', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('un')
    await world.settle()
    b.type('deux')
    await world.settle()
    expect(new Set(world.log.rows.map(row => row.mandate))).toEqual(new Set(['mandate-a', 'mandate-b']))
  })

  it('[M6] refuses new words under the client id of somebody else, whose own would be lost', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('un')
    await world.settle()
    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(a.doc))
    forger.clientID = a.doc.clientID
    const before = Y.encodeStateVector(forger)
    forger.getXmlFragment('fr').push([new Y.XmlElement('block')])
    b.sendContent(Y.encodeStateAsUpdate(forger, before))
    a.type(' deux')
    await world.settle()
    expect([b.socket?.closedWith, a.stored === a.sent, a.isOpen]).toEqual([CLOSE.malformed, true, true])
    expect(world.log.document(DRAFT).getXmlFragment('fr').toString()).toContain('un deux')
  })

  it('merges what several type in one tick into one frame for everybody, and one row for each', async () => {
    const world = new SyncWorld()
    const [a, b, c] = [world.enter('a'), world.enter('b'), world.enter('c')]
    await world.settle()
    a.text()
    await world.settle()
    const rows = world.log.rows.length
    c.relayed.length = 0
    a.type('x')
    a.type('y')
    b.type('z')
    await world.settle()
    expect([c.relayed.length, world.log.rows.length - rows]).toEqual([1, 2])
    expect(c.read()).toBe(a.read())
  })

  it('keeps drafts apart', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    const b = world.enter('b', { draft: OTHER_DRAFT })
    await world.settle()
    a.type('privé')
    await world.settle()
    expect([b.read(), b.relayed.length]).toEqual(['', 0])
  })

  it('asks at once for what an update lacks', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('a')
    a.type('b')
    a.outgoing.shift()
    a.sent--
    await world.settle()
    expect(b.read()).toBe('ab')
  })

  it('stores an update whose past is missing, and shows nothing of it until that came', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.type('a')
    a.type('b')
    a.outgoing.shift()
    a.sent--
    a.flush()
    a.drop()
    const b = world.enter('b')
    await world.settle()
    expect([world.log.rows.length, b.read(), b.doc.store.pendingStructs]).toEqual([1, '', null])
    world.enter('a', {}, a)
    await world.until(() => b.read() === 'ab')
  })
})

describe('the three states of saving', () => {
  it('[D3] says “received” when the disk is slow, then “stored”', async () => {
    const world = new SyncWorld({ lateCommit: 5 })
    const a = world.enter('a')
    await world.settle()
    world.log.hold()
    a.type('Bonjour')
    await world.until(() => a.received === a.sent)
    expect(a.stored).toBeLessThan(a.sent)
    world.log.continue()
    await world.settle()
    expect(a.acknowledgements.slice(-2)).toEqual([
      { state: ACK_RECEIVED, count: a.sent },
      { state: ACK_STORED, count: a.sent },
    ])
  })

  it('[R9] never acknowledges what could not be stored, and takes it again once there is room', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('stocké. ')
    await world.settle()
    const stored = a.stored
    world.log.fail(new UpdateLogError('full', 'no room'))
    a.type('perdu ? ')
    await world.until(() => a.socket?.closedWith === CLOSE.tryLater)
    expect([a.stored, b.read(), b.isOpen]).toEqual([stored, 'stocké. ', true])
    world.log.fail(null)
    world.enter('a', {}, a)
    await world.settle()
    expect([b.read(), a.stored]).toEqual(['stocké. perdu ? ', a.sent])
  })

  it('[R9] reads a draft again when it is not certain whether a batch was stored', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('certain. ')
    await world.settle()
    // The rows are written, and the answer says that they were not.
    const append = world.log.append.bind(world.log)
    world.log.append = async batch => {
      await append(batch)
      throw new UpdateLogError('failing', 'fsync')
    }
    a.type('incertain. ')
    await world.until(() => a.socket?.closedWith === CLOSE.tryLater && b.socket?.closedWith === CLOSE.restart)
    expect(b.read()).toBe('certain. ')
    world.log.append = append
    world.enter('b', {}, b)
    await world.until(() => b.read() === 'certain. incertain. ')
  })

  it('[R8] writes nothing for somebody who comes back with what is stored, deletions included', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('un deux')
    await world.settle()
    b.text().delete(0, 3)
    await world.settle()
    const rows = world.log.rows.length
    a.drop()
    world.enter('a', {}, a)
    await world.settle()
    expect([world.log.rows.length, a.stored, a.sent]).toEqual([rows, 1, 1])
    // One deletion that is not known, among many that are, is still taken.
    a.drop()
    a.text().delete(0, 1)
    world.enter('a', {}, a)
    await world.settle()
    expect([world.log.rows.length, b.read()]).toEqual([rows + 1, 'eux'])
  })

  it('acknowledges an empty answer to sync step 1 in its turn', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    expect([a.sent, a.stored, world.log.rows.length]).toEqual([1, 1, 0])
  })
})

describe('readers', () => {
  it('[M1] see what is written', async () => {
    const world = new SyncWorld()
    const [a, reader] = [world.enter('a'), world.enter('r', { access: 'read' })]
    await world.settle()
    a.type('Bonjour')
    await world.settle()
    expect(reader.read()).toBe('Bonjour')
  })

  it('[M1] are not asked for anything', async () => {
    const world = new SyncWorld()
    const reader = world.enter('r', { access: 'read' })
    await world.settle()
    expect(reader.sent).toBe(0)
  })

  it('[M1] are disconnected when they write, and nothing of it is stored', async () => {
    const world = new SyncWorld()
    const [a, reader] = [world.enter('a'), world.enter('r', { access: 'read' })]
    await world.settle()
    reader.type('glissé')
    await world.settle()
    expect([reader.socket?.closedWith, world.log.rows.length, a.read()]).toEqual([CLOSE.notAllowed, 0, ''])
  })

  it('[M1] may send the empty update that some clients send', async () => {
    const world = new SyncWorld()
    const reader = world.enter('r', { access: 'read' })
    await world.settle()
    reader.sendContent(new Uint8Array([0, 0]))
    await world.settle()
    expect(reader.isOpen).toBe(true)
  })
})

describe('who is there', () => {
  it('[M6] writes the identity itself', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.setCursor({ cursor: { anchor: 1 }, user: { name: 'Somebody else', mandate: 'mandate-b' } })
    await world.until(() => b.heard.has(a.doc.clientID))
    expect(b.heard.get(a.doc.clientID)).toEqual({
      cursor: { anchor: 1 },
      user: { name: 'a', mandate: 'mandate-a', colour: expect.any(Number) },
    })
  })

  it('echoes to the speaker, whose client would believe the line dead', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.setCursor({ active: true })
    await world.until(() => a.heard.has(a.doc.clientID))
  })

  it('[M6] lets nobody speak for or remove somebody else', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.setCursor({ active: true })
    b.setCursor({ active: true })
    await world.until(() => b.heard.size === 2 && a.heard.size === 2)
    const forged = new awarenessProtocol.Awareness(a.doc)
    forged.setLocalState({ active: 'forged' })
    for (let clock = 0; clock < 5; clock++) forged.setLocalState({ active: 'forged' })
    b.sendAwareness(awarenessProtocol.encodeAwarenessUpdate(forged, [a.doc.clientID]))
    b.sendAwareness(awarenessProtocol.encodeAwarenessUpdate(forged, [a.doc.clientID], new Map()))
    b.setCursor({ active: false })
    await world.until(() => (a.heard.get(b.doc.clientID) as { active: unknown }).active === false)
    expect(a.heard.get(a.doc.clientID)).toMatchObject({ active: true, user: { name: 'a' } })
    forged.destroy()
  })

  it('forgets whoever leaves', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.setCursor({ active: true })
    await world.until(() => b.heard.size === 1)
    a.drop()
    await world.until(() => b.heard.size === 0)
  })

  it('drops __proto__ and unknown shapes of fields', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.setCursor(
      JSON.parse('{"__proto__": {"admin": true}, "a-b": 1, "active": true}') as Record<string, unknown>,
    )
    await world.until(() => b.heard.size === 1)
    expect(Object.keys(b.heard.get(a.doc.clientID) as object)).toEqual(['active', 'user'])
  })

  it('tells the server who has a draft open, once per mandate', async () => {
    const world = new SyncWorld()
    world.enter('a')
    world.enter('a')
    world.enter('r', { access: 'read' })
    await world.settle()
    expect(world.rooms.presence(DRAFT).map(({ name, access }) => [name, access])).toEqual([
      ['a', 'write'],
      ['r', 'read'],
    ])
  })
})

describe('rights that end', () => {
  it.each([
    ['not-signed-in', CLOSE.signedOut],
    ['not-found', CLOSE.notAllowed],
    ['draft-closed', CLOSE.draftClosed],
  ] as const)('[M4] a connection whose re-check says %s is closed with %i', async (refusal, code) => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    world.rights.set('a', refusal)
    await world.rooms.recheck()
    expect([a.socket?.closedWith, b.socket?.closedWith]).toEqual([code, null])
  })

  it('[M4] a writer who may only read from now on is closed', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    world.rights.set('a', { ...a.connection!.admission, access: 'read' })
    await world.rooms.recheck(admission => admission.mandate === 'mandate-a')
    expect(a.socket?.closedWith).toBe(CLOSE.notAllowed)
  })

  it('[M4] a re-check that fails closes nobody', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    world.rights.get = () => {
      throw new Error('the database is away')
    }
    await world.rooms.recheck()
    expect(a.isOpen).toBe(true)
  })
})

describe('transmission', () => {
  it('[R4] a frozen draft takes nothing until it is released', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('avant')
    a.flush()
    const frozen = await world.rooms.freeze(DRAFT)
    expect(frozen.doc.getXmlFragment('fr').toString()).toContain('avant')
    b.type(' après')
    for (let i = 0; i < 5; i++) {
      b.flush()
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(world.log.document(DRAFT).getXmlFragment('fr').toString()).not.toContain('après')
    frozen.release()
    await world.settle()
    expect(world.log.document(DRAFT).getXmlFragment('fr').toString()).toContain('après')
    expect(b.stored).toBe(b.sent)
  })

  it('[R4] a closed draft closes its connections and refuses what came in the meantime', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.type('avant')
    await world.settle()
    const frozen = await world.rooms.freeze(DRAFT)
    a.type(' après')
    a.flush()
    frozen.close()
    await world.settle()
    expect(a.socket?.closedWith).toBe(CLOSE.draftClosed)
    expect(world.log.document(DRAFT).getXmlFragment('fr').toString()).not.toContain('après')
  })

  it('[M3] the frozen document holds no deleted word', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.type('secret public')
    await world.settle()
    a.text().delete(0, 7)
    await world.settle()
    const { doc, release } = await world.rooms.freeze(DRAFT)
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc))
    release()
    expect([bytes.includes('public'), bytes.includes('secret')]).toEqual([true, false])
  })

  it('a draft is not frozen twice', async () => {
    const world = new SyncWorld()
    const frozen = await world.rooms.freeze(DRAFT)
    await expect(world.rooms.freeze(DRAFT)).rejects.toThrow('frozen already')
    frozen.release()
    frozen.close()
    const again = await world.rooms.freeze(DRAFT)
    again.close()
  })

  it('reads a draft with everything received until now', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.type('Bonjour')
    a.flush()
    const text = await world.rooms.readText(DRAFT)
    expect(text.fr[0]?.content).toEqual([{ type: 'text', text: 'Bonjour' }])
  })

  it('begins a draft once, with its first content', async () => {
    const world = new SyncWorld()
    const state = newDocumentState({ fr: [], ja: [] })
    const a = world.enter('a')
    a.type('x')
    const content = Y.encodeStateAsUpdate(a.doc)
    a.drop()
    await world.rooms.begin(OTHER_DRAFT, content, 'mandate-a' as MandateId)
    expect((await world.rooms.readText(OTHER_DRAFT)).fr).toHaveLength(1)
    await expect(world.rooms.begin(OTHER_DRAFT, state, 'mandate-a' as MandateId)).rejects.toThrow('already')
  })

  it('does not begin a draft that cannot be stored', async () => {
    const world = new SyncWorld()
    world.log.fail(new UpdateLogError('full', 'no room'))
    const peer = world.enter('a')
    peer.type('x')
    await expect(
      world.rooms.begin(OTHER_DRAFT, Y.encodeStateAsUpdate(peer.doc), 'mandate-a' as MandateId),
    ).rejects.toThrow('no room')
  })
})

describe('bounds', () => {
  it('closes on a frame that is too large', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.outgoing.push(new Uint8Array(MAX_FRAME_BYTES + 1))
    await world.settle()
    expect(a.socket?.closedWith).toBe(CLOSE.tooLarge)
  })

  it('cuts a consumer that does not read, and the others go on', async () => {
    const world = new SyncWorld({ unsent: 1000 })
    const [a, slow, b] = [world.enter('a'), world.enter('slow'), world.enter('b')]
    await world.settle()
    slow.socket!.backlog = 50_000
    a.type('Bonjour')
    await world.settle()
    expect([slow.socket?.closedWith, b.read()]).toEqual(['cut', 'Bonjour'])
  })

  it('reads a fast sender more slowly, and closes one that never stops', async () => {
    const world = new SyncWorld({ framesPerSecond: 10, frameBurst: 5, patience: 20 })
    const a = world.enter('a')
    await world.settle()
    const flood = () => a.sendContent(new Uint8Array([0, 0]))
    for (let i = 0; i < 10; i++) flood()
    a.flush()
    expect([a.isOpen, a.socket?.paused]).toEqual([true, true])
    await world.until(() => {
      flood()
      return a.socket?.closedWith === CLOSE.tooFast
    })
  })

  it('stops reading from whoever is far ahead of the disk', async () => {
    const world = new SyncWorld({ unstored: 100 })
    const a = world.enter('a')
    await world.settle()
    world.log.hold()
    a.type('x'.repeat(200))
    await world.until(() => a.socket?.paused === true)
    world.log.continue()
    await world.settle()
    expect([a.socket?.paused, a.stored]).toEqual([false, a.sent])
  })
})

describe('the life of a room', () => {
  it('is unloaded when idle and loaded again as it was', async () => {
    const world = new SyncWorld({ idle: 5 })
    const a = world.enter('a')
    await world.settle()
    a.type('Bonjour')
    await world.settle()
    a.drop()
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(world.rooms.presence(DRAFT)).toEqual([])
    const b = world.enter('b')
    await world.settle()
    expect(b.read()).toBe('Bonjour')
  })

  it('[R8] folds a long log into a state and keeps who wrote when', async () => {
    const world = new SyncWorld({ compactRows: 5 })
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    for (let i = 0; i < 12; i++) {
      ;(i % 2 ? a : b).type(`${i} `)
      await world.settle()
    }
    expect(world.log.rows.length).toBeLessThan(12)
    expect(world.log.document(DRAFT).getXmlFragment('fr').toString()).toBe(
      a.doc.getXmlFragment('fr').toString(),
    )
    const history = await world.log.history(DRAFT)
    const whole = new Y.Doc()
    for (const { bytes } of history) Y.applyUpdate(whole, bytes)
    expect(whole.getXmlFragment('fr').toString()).toBe(a.doc.getXmlFragment('fr').toString())
    expect(new Set(history.map(({ mandate }) => mandate))).toEqual(new Set(['mandate-a', 'mandate-b']))
  })

  it('ends with 1012 and everything received on disk', async () => {
    const world = new SyncWorld()
    const a = world.enter('a')
    await world.settle()
    a.type('dernier mot')
    a.flush()
    await world.rooms.shutdown()
    expect(a.socket?.closedWith).toBe(CLOSE.restart)
    expect(world.log.document(DRAFT).getXmlFragment('fr').toString()).toContain('dernier mot')
  })
})
