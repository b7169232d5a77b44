/** The client's connection against a real sync server. */

import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectDraft, type DraftConnection } from '../../../client/editor/connection/draft-connection.ts'
import type { SavingState } from '../../../client/editor/connection/saving-state.ts'
import { UpdateLogError } from '../../../server/sync/update-log.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import { browserSocket, HttpWorld, until } from './support/http-world.ts'
import { TEST_EPOCH } from './support/sync-process.ts'
import { admissionOf, DRAFT } from './support/sync-world.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(limits = {}): Promise<HttpWorld> {
  const world = await new HttpWorld(limits).listen()
  ends.push(() => world.end())
  return world
}

function connect(
  world: HttpWorld,
  name: string,
  more: Partial<Parameters<typeof connectDraft>[0]> = {},
): DraftConnection & { readonly states: SavingState[] } {
  const connection = connectDraft({
    draft: DRAFT,
    person: `person-${name}` as PersonId,
    epoch: TEST_EPOCH,
    access: 'write',
    server: world.address,
    askWhy: async () => 'try-later',
    WebSocket: browserSocket(name),
    indexedDb: false,
    ...more,
  })
  const states = [connection.getSaving()]
  connection.subscribe(() => states.push(connection.getSaving()))
  ends.push(() => connection.destroy())
  return { ...connection, states }
}

describe('saving', () => {
  it('[D3] is “on this device”, then “stored”', async () => {
    const world = await open()
    const a = connect(world, 'a')
    await a.ready
    write(a, 'mot')
    expect(a.getSaving()).toEqual({ state: 'device', pending: 1 })
    await until(() => a.getSaving().state === 'stored')
    expect(readStored(world)).toContain('mot')
    expect(a.exportUnsaved()).toBe(null)
  })

  it('[D3] says “received” while the disk is slow', async () => {
    const world = await open({ lateCommit: 5 })
    const a = connect(world, 'a')
    await a.ready
    world.log.hold()
    write(a, 'mot')
    await until(() => a.getSaving().state === 'received')
    world.log.continue()
    await until(() => a.getSaving().state === 'stored')
  })

  it('[D3] [R9] says “on this device” as long as the disk is full, and stores without being asked once it is not', async () => {
    const world = await open()
    const [a, b] = [connect(world, 'a'), connect(world, 'b')]
    await Promise.all([a.ready, b.ready])
    world.log.fail(new UpdateLogError('full', 'no room'))
    write(a, 'mot')
    await until(() => !a.isConnected())
    expect(a.getSaving()).toEqual({ state: 'device', pending: 1 })
    world.log.fail(null)
    await until(() => a.getSaving().state === 'stored')
    await until(() => readText(b).includes('mot'))
    expect(a.states.some(({ state }) => state === 'refused')).toBe(false)
  })

  it('[D3] merges what was written without a network', async () => {
    const world = await open()
    const [a, b] = [connect(world, 'a'), connect(world, 'b')]
    await Promise.all([a.ready, b.ready])
    await world.end()
    await until(() => !a.isConnected() && !b.isConnected())
    write(a, 'de a')
    write(b, 'de b')
    expect(a.getSaving()).toEqual({ state: 'device', pending: 1 })
    await world.restart()
    await until(() => [a, b].every(one => one.getSaving().state === 'stored' && one.isConnected()))
    await until(() => [a, b].every(one => ['de a', 'de b'].every(words => readText(one).includes(words))))
  })

  it('[D3] is not in question when the network goes after everything was stored', async () => {
    const world = await open()
    const a = connect(world, 'a')
    await a.ready
    write(a, 'mot')
    await until(() => a.getSaving().state === 'stored')
    await world.end()
    await until(() => !a.isConnected())
    expect(a.getSaving()).toEqual({ state: 'stored' })
  })
})

describe('the end of a connection', () => {
  it('[R4] a transmitted draft ends it, and what was not stored can be taken away', async () => {
    const world = await open()
    const a = connect(world, 'a')
    await a.ready
    const frozen = await world.sync.freeze(DRAFT)
    write(a, 'trop tard')
    await new Promise(resolve => setTimeout(resolve, 30))
    frozen.close()
    await until(() => a.getSaving().state === 'refused')
    expect(a.getSaving()).toEqual({ state: 'refused', why: 'closed', unsaved: true })
    const rescued = new Y.Doc()
    Y.applyUpdate(rescued, a.exportUnsaved()!)
    expect(rescued.getXmlFragment('fr').toString()).toContain('trop tard')
  })

  it('[M4] an ended mandate ends it', async () => {
    const world = await open()
    const a = connect(world, 'a')
    await a.ready
    world.rights.set('a', 'not-found')
    await world.sync.recheck()
    await until(() => a.getSaving().state === 'refused')
    expect(a.getSaving()).toEqual({ state: 'refused', why: 'not-allowed', unsaved: false })
  })

  it('another epoch ends it before anything is merged', async () => {
    const world = await open()
    const a = connect(world, 'a', { epoch: 'before-the-backup' })
    write(a, 'plus récent')
    await a.ready
    expect(a.getSaving()).toEqual({ state: 'refused', why: 'restored', unsaved: true })
    expect(world.log.rows).toEqual([])
  })

  it('asks why when the socket is refused without a word', async () => {
    const world = await open()
    world.rights.set('a', 'not-signed-in')
    let asked = 0
    const a = connect(world, 'a', {
      askWhy: async () => {
        asked++
        return 'signed-out'
      },
    })
    await a.ready
    expect([asked, a.getSaving()]).toEqual([1, { state: 'refused', why: 'signed-out', unsaved: false }])
  })

  it('does not send what the server would not take', async () => {
    const world = await open()
    const a = connect(world, 'a')
    await a.ready
    write(a, 'x'.repeat(5_000_000))
    await until(() => a.getSaving().state === 'refused')
    expect(a.getSaving()).toEqual({ state: 'refused', why: 'too-large', unsaved: true })
  })
})

describe('composing', () => {
  it('[U5] holds back what others write, and applies it at once afterwards', async () => {
    const world = await open()
    const [a, b] = [connect(world, 'a'), connect(world, 'b')]
    await Promise.all([a.ready, b.ready])
    a.holdRemote()
    let changes = 0
    a.doc.on('afterTransaction', transaction => {
      if (transaction.changed.size > 0) changes++
    })
    write(b, 'un')
    write(b, 'deux')
    await until(() => b.getSaving().state === 'stored')
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(readText(a)).toBe('')
    write(a, '変換')
    await until(() => a.getSaving().state === 'stored')
    a.releaseRemote()
    await until(() => readText(a).includes('deux'))
    expect(changes).toBe(2)
    expect(readText(a)).toContain('変換')
  })
})

describe('readers', () => {
  it('[M1] send nothing, and have nothing to save', async () => {
    const world = await open()
    world.rights.set('r', admissionOf('r', { access: 'read' }))
    const [a, reader] = [connect(world, 'a'), connect(world, 'r', { access: 'read' })]
    await Promise.all([a.ready, reader.ready])
    write(a, 'mot')
    await until(() => readText(reader).includes('mot'))
    write(reader, 'glissé')
    write(a, 'encore')
    await until(() => readText(reader).includes('encore'))
    expect([reader.isConnected(), reader.getSaving(), readText(a).includes('glissé')]).toEqual([
      true,
      { state: 'stored' },
      false,
    ])
  })
})

describe('presence', () => {
  it('learns the identity that the server wrote, and tells only of itself', async () => {
    const world = await open()
    const [a, b] = [connect(world, 'a'), connect(world, 'b')]
    await Promise.all([a.ready, b.ready])
    a.awareness.setLocalStateField('cursor', { language: 'fr' })
    await until(() => b.awareness.getStates().get(a.doc.clientID)?.user?.name === 'a')
    await until(() => a.awareness.getLocalState()?.user?.name === 'a')
    expect(a.awareness.getLocalState()?.cursor).toEqual({ language: 'fr' })
  })

  it('is there again after a restart of the server', async () => {
    const world = await open()
    const [a, b] = [connect(world, 'a'), connect(world, 'b')]
    await Promise.all([a.ready, b.ready])
    await until(() => b.awareness.getStates().has(a.doc.clientID))
    await world.restart()
    await until(() => !b.awareness.getStates().has(a.doc.clientID))
    await until(() => b.awareness.getStates().has(a.doc.clientID))
  })
})

function write({ doc }: DraftConnection, words: string): void {
  const block = new Y.XmlElement('block')
  block.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('fr').push([block])
}

function readText({ doc }: DraftConnection): string {
  return doc.getXmlFragment('fr').toString()
}

function readStored(world: HttpWorld): string {
  return world.log.document(DRAFT).getXmlFragment('fr').toString()
}
