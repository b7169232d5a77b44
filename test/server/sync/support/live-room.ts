/** The routes with the real sync server, the real log and one database file; people are peers flushed by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agreedPairs } from '../../../../server/agreement/agreed-pairs.ts'
import { openSqliteUpdateLog } from '../../../../server/sync/sqlite-update-log.ts'
import type { Admission } from '../../../../server/sync/sync-access.ts'
import { Rooms } from '../../../../server/sync/sync-server.ts'
import type { DraftId } from '../../../../shared/model/ids.ts'
import { createTestRoom, type TestRoom } from '../../../support/test-app.ts'
import type { Actor } from '../../../support/test-edition.ts'
import { Peer } from './peer.ts'
import { TestSocket } from './sync-world.ts'

export type LiveRoom = {
  readonly room: TestRoom
  readonly rooms: Rooms
  /** The actor's editor: what it types is sent when the peer is flushed. */
  enter(actor: Actor, draft: DraftId): Peer
  close(): Promise<void>
}

export async function openLiveRoom(): Promise<LiveRoom> {
  const directory = await mkdtemp(join(tmpdir(), 'concordance-live-'))
  const file = join(directory, 'room.sqlite')
  let rooms: Rooms
  const admitted = new Map<string, Admission>()
  const room = await createTestRoom({
    file,
    syncWith: clock => {
      rooms = new Rooms({
        log: openSqliteUpdateLog(file),
        access: { admit: async headers => admitted.get(headers.get('cookie') ?? '') ?? 'not-found' },
        locks: draft => agreedPairs(room.deps.db, draft),
        clock: () => new Date(clock()),
        epoch: 'epoch-test',
        allowedOrigins: [],
      })
      return rooms
    },
  })
  return {
    room,
    rooms: rooms!,
    enter(actor, draft) {
      const { person, mandate } = room.edition.people[actor]
      const admission = {
        draft,
        person: person.id,
        mandate: mandate!.id,
        name: actor,
        access: 'write',
        shows: true,
      } as const
      const cookie = `${actor} ${draft}`
      admitted.set(cookie, admission)
      const socket = new TestSocket()
      const peer = new Peer()
      peer.attach(socket, rooms!.enter(socket, admission, new Headers({ cookie }), true))
      return peer
    },
    async close() {
      await rooms!.shutdown()
      await room.close()
      await rm(directory, { recursive: true })
    },
  }
}

/** Lets frames pass until it is so. */
export async function flushUntil(peers: readonly Peer[], condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('it did not come to that')
    for (const peer of peers) peer.flush()
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}

/** How many French blocks the peer has. */
export function blockCount(peer: Peer): number {
  return peer.doc.getXmlFragment('fr').length
}
