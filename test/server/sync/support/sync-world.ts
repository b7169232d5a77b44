/** People and a sync server joined by sockets that are flushed by hand. */
import type { Connection, SyncSocket } from '../../../../server/sync/connection.ts'
import type { OutgoingFrame } from '../../../../server/sync/frames.ts'
import type { AgreedPairs } from '../../../../server/sync/locked-units.ts'
import type { Admission, AdmissionRefusal } from '../../../../server/sync/sync-access.ts'
import type { SyncLimits } from '../../../../server/sync/sync-limits.ts'
import { Rooms } from '../../../../server/sync/sync-server.ts'
import type { UpdateLog } from '../../../../server/sync/update-log.ts'
import type { DraftId, MandateId, PersonId } from '../../../../shared/model/ids.ts'
import { MemoryUpdateLog } from './memory-update-log.ts'
import { Peer } from './peer.ts'

export const DRAFT = 'draft-a' as DraftId
export const OTHER_DRAFT = 'draft-b' as DraftId
export const EPOCH = 'epoch-1'

export function admissionOf(name: string, more: Partial<Admission> = {}): Admission {
  return {
    draft: DRAFT,
    person: `person-${name}` as PersonId,
    mandate: `mandate-${name}` as MandateId,
    name,
    access: 'write',
    shows: true,
    ...more,
  }
}

/** The server's end of a pair: what it sends waits in `outbox` until the test lets it through. */
export class TestSocket implements SyncSocket {
  readonly outbox: Uint8Array[] = []
  closedWith: number | 'cut' | null = null
  paused = false
  /** Bytes that the other side has not read. */
  backlog = 0

  send(frames: readonly OutgoingFrame[]): void {
    if (this.closedWith === null) for (const frame of frames) this.outbox.push(frame.payload)
  }
  close(code: number): void {
    this.closedWith ??= code
  }
  cut(): void {
    this.closedWith ??= 'cut'
  }
  unsent(): number {
    return this.backlog
  }
  pause(): void {
    this.paused = true
  }
  resume(): void {
    this.paused = false
  }
}

export class SyncWorld {
  readonly log: MemoryUpdateLog
  readonly rooms: Rooms
  readonly faults: string[] = []
  readonly peers: Peer[] = []
  /** What both sides agreed to, by unit; told to the rooms with `refreshLocks`. */
  agreed: AgreedPairs = new Map()
  /** What the policies answer at a re-check, by mandate. */
  readonly rights = new Map<string, Admission | AdmissionRefusal>()

  constructor(limits: Partial<SyncLimits> = {}, log: UpdateLog = new MemoryUpdateLog()) {
    this.log = log as MemoryUpdateLog
    this.rooms = new Rooms({
      log,
      access: {
        admit: async (headers, draft) =>
          this.rights.get(headers.get('cookie') ?? '') ?? admissionOf(headers.get('cookie') ?? '', { draft }),
      },
      locks: async () => this.agreed,
      clock: () => new Date('2000-01-01T00:00:00.000Z'),
      epoch: EPOCH,
      allowedOrigins: [],
      report: fault => this.faults.push(fault),
      limits: { tick: 0, sparseTick: 0, presence: 0, ...limits },
    })
  }

  /** Lets somebody in. `frames` of the first exchange are not flushed yet. */
  enter(name: string, more: Partial<Admission> = {}, peer = new Peer()): Peer {
    const admission = admissionOf(name, more)
    this.rights.set(name, admission)
    const socket = new TestSocket()
    const connection = this.rooms.enter(socket, admission, new Headers({ cookie: name }), true)
    peer.attach(socket, connection)
    if (!this.peers.includes(peer)) this.peers.push(peer)
    return peer
  }

  /** Delivers everything both ways until nothing moves any more. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const moved = this.peers.map(peer => peer.flush()).some(Boolean)
      await new Promise(resolve => setImmediate(resolve))
      const busy = this.peers.some(peer => isBusy(peer.connection))
      quiet = moved || busy ? 0 : quiet + 1
      if (busy) await new Promise(resolve => setTimeout(resolve, 1))
    }
  }

  async until(condition: () => boolean): Promise<void> {
    for (let i = 0; i < 2000; i++) {
      for (const peer of this.peers) peer.flush()
      if (condition()) return
      await new Promise(resolve => setTimeout(resolve, 2))
    }
    throw new Error('it did not come to that')
  }
}

function isBusy(connection: Connection | null): boolean {
  return connection?.isOpen === true && connection.hasUnstored
}
