import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { DraftId } from '../../../shared/model/ids.ts'
import {
  CLOSE,
  MAX_FRAME_BYTES,
  roomAddress,
  SCHEMA_VERSION,
} from '../../../shared/protocol/sync-protocol.ts'
import { browserSocket, HttpWorld, until } from './support/http-world.ts'
import { TEST_EPOCH, TEST_ORIGIN } from './support/sync-process.ts'
import { DRAFT } from './support/sync-world.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(limits = {}): Promise<HttpWorld> {
  const world = await new HttpWorld(limits).listen()
  ends.push(() => world.end())
  return world
}

/** The status of the refusal, or the code with which the open socket is closed at once. */
async function answerTo(
  world: HttpWorld,
  { path = roomAddress(DRAFT, TEST_EPOCH), name = 'a', origin = TEST_ORIGIN as string | null },
): Promise<number> {
  const socket = new WebSocket(world.address + path, {
    headers: { cookie: name },
    ...(origin === null ? {} : { origin }),
  })
  return new Promise(resolve => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('error', () => resolve(-1))
    socket.on('close', code => resolve(code))
    socket.on('message', () => {
      resolve(101)
      socket.terminate()
    })
  })
}

describe('the upgrade', () => {
  it.each([
    ['a foreign origin', { origin: 'https://elsewhere.example' }, 403],
    ['an origin that only begins as ours', { origin: `${TEST_ORIGIN}.elsewhere.example` }, 403],
    ['no origin', { origin: null }, 403],
    ['nobody signed in', { name: 'nobody' }, 401],
    ['a draft of the other side', { name: 'other-side' }, 404],
    ['a draft that is closed', { name: 'late' }, 410],
    ['a draft that cannot be', { path: '/sync/..%2F..%2Fetc' }, 404],
    ['a path that is nobody’s', { path: '/elsewhere' }, 404],
    ['an older page', { path: `/sync/${DRAFT}?schema=0&epoch=${TEST_EPOCH}` }, CLOSE.schema],
    ['no schema', { path: `/sync/${DRAFT}` }, CLOSE.schema],
    ['another epoch', { path: `/sync/${DRAFT}?schema=${SCHEMA_VERSION}&epoch=x` }, CLOSE.restored],
    ['somebody who may', {}, 101],
  ])('[M1] answers %s', async (_who, request, answer) => {
    const world = await open()
    world.rights.set('nobody', 'not-signed-in')
    world.rights.set('other-side', 'not-found')
    world.rights.set('late', 'draft-closed')
    expect(await answerTo(world, request)).toBe(answer)
  })

  it('answers a policy that fails with 500, and goes on', async () => {
    const world = await open()
    const get = world.rights.get.bind(world.rights)
    world.rights.get = () => {
      throw new Error('the database is away')
    }
    expect(await answerTo(world, {})).toBe(500)
    world.rights.get = get
    expect(await answerTo(world, {})).toBe(101)
  })

  it('limits the connections of one person', async () => {
    const world = await open({ connectionsPerPerson: 1 })
    const first = new (browserSocket('a'))(world.address + roomAddress(DRAFT, TEST_EPOCH))
    await until(() => world.sync.presence(DRAFT).length === 1)
    expect([await answerTo(world, {}), await answerTo(world, { name: 'b' })]).toEqual([429, 101])
    first.close()
  })

  it('survives clients that go away in the middle of it', async () => {
    const world = await open()
    for (let i = 0; i < 20; i++) {
      const socket = connect(world.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(
        `GET ${roomAddress(DRAFT, TEST_EPOCH)} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: ${TEST_ORIGIN}\r\n\r\n`,
      )
      socket.destroy()
    }
    expect(await answerTo(world, {})).toBe(101)
  })
})

describe('a socket', () => {
  it('[D3] serves the usual client of y-websocket', async () => {
    const world = await open()
    const people = ['a', 'b'].map(name => {
      const doc = new Y.Doc()
      const provider = new WebsocketProvider(`${world.address}/sync`, DRAFT, doc, {
        params: { schema: String(SCHEMA_VERSION), epoch: TEST_EPOCH },
        WebSocketPolyfill: browserSocket(name),
        disableBc: true,
      })
      ends.push(() => provider.destroy())
      return { doc, provider }
    })
    await until(() => people.every(({ provider }) => provider.synced))
    const [a, b] = people
    a!.doc.getXmlFragment('fr').insert(0, [new Y.XmlElement('block')])
    a!.provider.awareness.setLocalStateField('cursor', 1)
    await until(() => b!.doc.getXmlFragment('fr').length === 1)
    await until(() => b!.provider.awareness.getStates().get(a!.doc.clientID)?.user?.name === 'a')
  })

  it.each([
    ['text', 'hello', CLOSE.malformed],
    ['one byte too many', new Uint8Array(MAX_FRAME_BYTES + 1), CLOSE.tooLarge],
    ['far too many', new Uint8Array(MAX_FRAME_BYTES * 2), 1009],
  ])('is closed for %s', async (_what, message, code) => {
    const world = await open()
    const socket = new WebSocket(world.address + roomAddress(DRAFT, TEST_EPOCH), { origin: TEST_ORIGIN })
    socket.on('error', () => undefined)
    await once(socket, 'open')
    socket.send(message)
    expect((await once(socket, 'close'))[0]).toBe(code)
  })

  it('is cut when it does not read, and the others see every word', async () => {
    const world = await open({ unsent: 64 * 1024 })
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${world.address}/sync`, DRAFT, doc, {
      params: { schema: String(SCHEMA_VERSION), epoch: TEST_EPOCH },
      WebSocketPolyfill: browserSocket('a'),
      disableBc: true,
    })
    ends.push(() => provider.destroy())
    await until(() => provider.synced)
    const slow = new WebSocket(world.address + roomAddress(DRAFT, TEST_EPOCH), {
      origin: TEST_ORIGIN,
      headers: { cookie: 'slow' },
    })
    await once(slow, 'open')
    await until(() => world.sync.presence(DRAFT).length === 2)
    slow.pause()
    const fragment = doc.getXmlFragment('fr')
    while (world.sync.presence(DRAFT).length === 2) {
      const block = new Y.XmlElement('block')
      block.insert(0, [new Y.XmlText('x'.repeat(400_000))])
      fragment.push([block])
      if (fragment.length > 4) fragment.delete(0, 4)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    expect(world.sync.presence(DRAFT).map(({ name }) => name)).toEqual(['a'])
    slow.terminate()
  })

  it('brings hundreds back after a restart', async () => {
    const world = await open({ connectionsPerPerson: 1000 })
    const address = world.address + roomAddress('draft-x' as DraftId, TEST_EPOCH)
    const arrive = (n: number) =>
      Promise.all(
        Array.from({ length: n }, async () => {
          const socket = new WebSocket(address, { origin: TEST_ORIGIN })
          await once(socket, 'message')
          return socket
        }),
      )
    const sockets = await arrive(300)
    const closed = Promise.all(sockets.map(socket => once(socket, 'close')))
    await world.restart()
    expect(new Set((await closed).map(([code]) => code))).toEqual(new Set([CLOSE.restart]))
    for (const socket of await arrive(300)) socket.terminate()
  })
})
