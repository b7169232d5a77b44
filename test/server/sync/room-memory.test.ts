import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import type { DraftId } from '../../../shared/model/ids.ts'
import { Peer } from './support/peer.ts'
import { SyncWorld } from './support/sync-world.ts'

const ROOMS = 10_000
/** What may remain of a room that was closed, in bytes: measured about 50, a leaked Y.Doc is 20,000. */
const REMAINDER = 2_000

it(`memory returns after ${ROOMS} rooms were opened and closed`, { timeout: 120_000 }, async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const world = new SyncWorld({ idle: 0 })
  const peer = new Peer()
  const visit = async (count: number) => {
    for (let i = 0; i < count; i++) {
      world.enter('a', { draft: `draft-${i}` as DraftId }, peer)
      await new Promise(resolve => setImmediate(resolve))
      peer.setCursor({ active: true })
      peer.flush()
      peer.drop()
    }
    await new Promise(resolve => setTimeout(resolve, 50))
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = await visit(500)
  expect((await visit(ROOMS)) - before).toBeLessThan(ROOMS * REMAINDER)
  expect(world.rooms.presence('draft-1' as DraftId)).toEqual([])
})
