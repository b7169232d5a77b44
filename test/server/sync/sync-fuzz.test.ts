/** Seeded runs of people who write, leave, come back, and of a server that ends; then all must be equal. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { UpdateLog } from '../../../server/sync/update-log.ts'
import { UpdateLogError } from '../../../server/sync/update-log.ts'
import { CLOSE } from '../../../shared/protocol/sync-protocol.ts'
import { type Random, seeded } from '../../support/seeded.ts'
import { MemoryUpdateLog } from './support/memory-update-log.ts'
import { Peer } from './support/peer.ts'
import { DRAFT, SyncWorld } from './support/sync-world.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 40)
const FIRST_SEED = Number(process.env.SEED ?? 1)
const STEPS = 120
const NAMES = ['a', 'b', 'c', 'd']

describe('people who come and go', () => {
  it.each(Array.from({ length: RUNS }, (_, i) => FIRST_SEED + i))(
    '[R9] end with the same text, on every screen and on disk (seed %i)',
    async seed => {
      const random = seeded(seed)
      const log = new MemoryUpdateLog()
      let server = serverOn(log)
      let world = new SyncWorld({ compactRows: 25 }, server.log)
      const peers = NAMES.map((name, i) => world.enter(name, {}, new Peer(1 + i + random.below(1e6) * 10)))
      const enter = (i: number) => world.enter(NAMES[i]!, {}, peers[i]!)
      await world.settle()
      for (let step = 0; step < STEPS; step++) {
        const i = random.below(NAMES.length)
        const peer = peers[i]!
        const act = random.below(20)
        if (act < 12) edit(random, peer)
        else if (act < 15) peer.flush()
        else if (act === 15) peer.drop()
        else if (act === 16 && !peer.isOpen) enter(i)
        else if (act === 17) await world.settle()
        else if (act === 18) {
          log.fail(new UpdateLogError('full', 'no room'))
          peer.flush()
          await new Promise(resolve => setImmediate(resolve))
          log.fail(null)
        } else if (act === 19 && random.below(4) === 0) {
          server.kill()
          for (const other of peers) other.drop()
          server = serverOn(log)
          world = new SyncWorld({ compactRows: 25 }, server.log)
          world.peers.push(...peers)
        }
      }
      for (const [i, peer] of peers.entries()) if (!peer.isOpen) enter(i)
      await world.settle()
      expect(peers.map(peer => peer.socket?.closedWith)).toEqual(NAMES.map(() => null))
      expect(peers.map(peer => peer.stored)).toEqual(peers.map(peer => peer.sent))
      const states = [...peers.map(peer => peer.doc), log.document(DRAFT)].map(bothLanguages)
      expect(new Set(states).size).toBe(1)
    },
  )

  it('[R3] a day apart on both sides ends in one text that has every word', async () => {
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    a.type('commun ')
    await world.settle()
    a.drop()
    b.drop()
    for (let i = 0; i < 2000; i++) {
      a.type(`a${i} `)
      b.type(`b${i} `)
    }
    world.enter('a', {}, a)
    world.enter('b', {}, b)
    await world.settle()
    expect(a.read()).toBe(b.read())
    expect(a.read().split(' ').length).toBe(4002)
  })

  it('an outsider’s noise does not disturb the others', async () => {
    const random = seeded(FIRST_SEED)
    const world = new SyncWorld()
    const [a, b] = [world.enter('a'), world.enter('b')]
    await world.settle()
    for (let i = 0; i < 50; i++) {
      const stranger = world.enter(`stranger-${i}`)
      stranger.outgoing.push(Uint8Array.from({ length: 1 + random.below(30) }, () => random.below(256)))
      a.type(`${i} `)
      await world.settle()
    }
    expect(world.peers.some(peer => peer.socket?.closedWith === CLOSE.malformed)).toBe(true)
    expect(b.read()).toBe(a.read())
  })
})

/** The log as one server has it: after `kill` nothing of it is written or answered any more. */
function serverOn(log: MemoryUpdateLog): { readonly log: UpdateLog; kill(): void } {
  let killed = false
  const never = new Promise<never>(() => {
    // A process that is gone.
  })
  return {
    kill: () => {
      killed = true
    },
    log: {
      append: batch => (killed ? never : log.append(batch)),
      load: draft => (killed ? never : log.load(draft)),
      compact: compaction => (killed ? never : log.compact(compaction)),
      history: draft => log.history(draft),
      close: () => log.close(),
    },
  }
}

// No surrogate pairs: Yjs replaces the halves of one that is split, which no editor does.
function edit(random: Random, peer: Peer): void {
  const text = peer.text(random.pick(['fr', 'ja']))
  const at = random.below(text.length + 1)
  const fragment = peer.doc.getXmlFragment('fr')
  const act = random.below(8)
  if (act === 0) text.delete(Math.min(at, Math.max(0, text.length - 3)), Math.min(3, text.length))
  else if (act === 1) text.format(0, Math.min(at, text.length), random.pick([{ bold: {} }, { bold: null }]))
  else if (act === 2) {
    const block = new Y.XmlElement('block')
    block.insert(0, [new Y.XmlText(random.pick(['土', '麦', 'é']))])
    fragment.insert(random.below(fragment.length + 1), [block])
  } else if (act === 3 && fragment.length > 2) fragment.delete(1 + random.below(fragment.length - 1), 1)
  else if (act === 4 && fragment.length > 0)
    (fragment.get(0) as Y.XmlElement).setAttribute('kind', random.pick(['title', 'paragraph']))
  else text.insert(at, random.pick(['mot ', '日仏', 'ça, ']))
}

function bothLanguages(doc: Y.Doc): string {
  return `${doc.getXmlFragment('fr').toString()}|${doc.getXmlFragment('ja').toString()}`
}
