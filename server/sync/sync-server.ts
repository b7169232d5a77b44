/** The sync server: the rooms that are open, and what the rest of the server may ask of them. */
import type { Server } from 'node:http'
import * as Y from 'yjs'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { DraftId, MandateId, UnitId } from '../../shared/model/ids.ts'
import { CLOSE } from '../../shared/protocol/sync-protocol.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../shared/schema/y-write.ts'
import { applyUpdates, newDraftDocument } from './apply-updates.ts'
import { CommitLoop } from './commit-loop.ts'
import { Connection, type SyncSocket } from './connection.ts'
import type { AgreedPairs } from './locked-units.ts'
import { Room } from './room.ts'
import type { Purpose } from './sittings.ts'
import type { Admission, AdmissionRefusal } from './sync-access.ts'
import { DEFAULT_LIMITS, type SyncLimits } from './sync-limits.ts'
import {
  DraftClosed,
  type FrozenDraft,
  type Presence,
  type RewriteOptions,
  type SyncDependencies,
  type SyncServer,
} from './sync-service.ts'
import { SyncUpgrade } from './sync-upgrade.ts'

export function createSyncServer(dependencies: SyncDependencies): SyncServer {
  return new Rooms(dependencies)
}

/** A log shorter than this is not compacted when its draft is unloaded. */
const WORTH_COMPACTING = 500
/** Between the closing frames of a shutdown and the end of the sockets, in milliseconds. */
const FAREWELL = 300

export class Rooms implements SyncServer {
  readonly limits: SyncLimits
  readonly report: (fault: string, cause?: unknown) => void
  readonly #dependencies: SyncDependencies
  readonly #rooms = new Map<DraftId, OpenRoom>()
  readonly #loop: CommitLoop
  readonly #upgrade: SyncUpgrade
  readonly #compacting = new Map<Room, Promise<void>>()
  /** Drafts that ended since the start: whoever asked just before must not open a new room for one. */
  readonly #closed = new Set<DraftId>()
  readonly #recheckTimer: NodeJS.Timeout
  #shutdown: Promise<void> | null = null

  constructor(dependencies: SyncDependencies) {
    this.#dependencies = dependencies
    this.limits = { ...DEFAULT_LIMITS, ...dependencies.limits }
    this.report = dependencies.report ?? reportToConsole
    this.#loop = new CommitLoop({
      log: dependencies.log,
      clock: dependencies.clock,
      limits: this.limits,
      report: this.report,
      failed: (room, cause) => this.#failed(room, cause),
      committed: room => this.#compactIfGrown(room),
    })
    this.#upgrade = new SyncUpgrade({
      ...dependencies,
      limits: this.limits,
      report: this.report,
      rooms: this,
    })
    this.#recheckTimer = setInterval(() => {
      void this.recheck()
      void this.refreshLocks()
    }, this.limits.recheck)
    this.#recheckTimer.unref()
  }

  get isClosing(): boolean {
    return this.#shutdown !== null
  }

  attach(server: Server): void {
    this.#upgrade.attach(server)
  }

  /** Lets an admitted socket into its draft's room. */
  enter(socket: SyncSocket, admission: Admission, headers: Headers, acknowledges: boolean): Connection {
    const { room, loaded } = this.#open(admission.draft)
    const { limits, report } = this
    const connection = new Connection({ socket, admission, headers, acknowledges, room, limits, report })
    room.enter(connection)
    // Admitted in the very moment in which the draft ended.
    if (this.#closed.has(admission.draft)) connection.end(CLOSE.draftClosed)
    loaded.then(
      () => connection.greet(),
      () => connection.end(CLOSE.tryLater),
    )
    return connection
  }

  async recheck(matches: (admission: Admission) => boolean = () => true): Promise<void> {
    const concerned = this.#connections().filter(({ admission }) => matches(admission))
    for (const connection of concerned) if (connection.isOpen) await this.#recheckOne(connection)
  }

  async readText(draft: DraftId): Promise<BilingualText> {
    return this.#with(draft, async room => {
      await this.#loop.flush(room)
      return readBilingualText(room.doc)
    })
  }

  async freeze(draft: DraftId): Promise<FrozenDraft> {
    return this.#with(draft, async room => {
      room.freeze()
      await this.#loop.flush(room)
      const doc = newDraftDocument()
      applyUpdates(doc, [Y.encodeStateAsUpdate(room.doc)])
      const once = atMostOnce(() => doc.destroy())
      return {
        doc,
        release: () => once(() => room.unfreeze()),
        close: () =>
          once(() => {
            this.#closed.add(draft)
            room.end(CLOSE.draftClosed)
            this.#drop(room)
          }),
      }
    })
  }

  async begin(draft: DraftId, stateUpdate: Uint8Array, mandate: MandateId): Promise<void> {
    await this.#with(draft, async room => {
      if (room.seq > 0 || room.taken > room.settled) throw new Error(`draft ${draft} has content already`)
      await contributed(room, { mandate, purpose: 'begin', bytes: stateUpdate })
    })
  }

  async rewrite(
    draft: DraftId,
    mandate: MandateId,
    change: (text: BilingualText) => BilingualText,
    purpose: Purpose = 'rewrite',
    { unlocks }: RewriteOptions = {},
  ): Promise<boolean> {
    if (this.#closed.has(draft)) throw new DraftClosed(draft)
    return this.#with(draft, room =>
      room.inTurn(async () => {
        await this.#loop.flush(room)
        const update = updateTo(room.doc, change(readBilingualText(room.doc)))
        if (update)
          await contributed(room, {
            ...{ mandate, purpose, bytes: update },
            ...(unlocks && { unlocks: new Set(unlocks) }),
          })
        return update !== null
      }),
    )
  }

  async refreshLocks(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map(entry => this.#refreshLocks(entry)))
  }

  presence(draft: DraftId): readonly Presence[] {
    const people = new Map<MandateId, Presence>()
    const room = this.#rooms.get(draft)?.room
    if (!room) return []
    for (const { admission } of room.connections) {
      const { mandate, name, person, access } = admission
      if (people.get(mandate)?.access !== 'write')
        people.set(mandate, { mandate, name, person, access, colour: room.colours.of(mandate) })
    }
    return [...people.values()]
  }

  /** How many connections are open, and how many of them are this person's. */
  count(person: Admission['person']): { readonly all: number; readonly own: number } {
    const connections = this.#connections()
    const own = connections.filter(({ admission }) => admission.person === person).length
    return { all: connections.length, own }
  }

  shutdown(): Promise<void> {
    this.#shutdown ??= this.#end()
    return this.#shutdown
  }

  // What rooms ask of their host.

  wake(room: Room): void {
    this.#loop.wake(room)
  }

  idle(room: Room): void {
    setTimeout(() => void this.#unload(room), this.limits.idle).unref()
  }

  async #end(): Promise<void> {
    clearInterval(this.#recheckTimer)
    const rooms = [...this.#rooms.values()].map(({ room }) => room)
    await Promise.all(rooms.map(room => this.#loop.flush(room)))
    for (const room of rooms) room.end(CLOSE.restart)
    // A batch may be on its way to disk.
    await Promise.all(rooms.map(room => this.#loop.flush(room)))
    await Promise.all(rooms.map(room => this.#compact(room)))
    await this.#upgrade.close(FAREWELL)
    await this.#dependencies.log.close()
    for (const room of rooms) this.#drop(room)
  }

  #connections(): Connection[] {
    return [...this.#rooms.values()].flatMap(({ room }) => [...room.connections])
  }

  #open(draft: DraftId): OpenRoom {
    const open = this.#rooms.get(draft)
    if (open) return open
    const room = new Room(draft, this)
    const loaded = this.#load(room)
    const entry = { room, loaded, locks: loaded }
    this.#rooms.set(draft, entry)
    return entry
  }

  /** One after the other: what was asked last holds. */
  #refreshLocks(entry: OpenRoom): Promise<void> {
    const { room } = entry
    entry.locks = entry.locks
      .then(async () => room.lock(await this.#locksOf(room.draft)))
      // What is locked must never be unknown: opened again, it is asked first.
      .catch((cause: unknown) => this.#failed(room, cause))
    return entry.locks
  }

  #locksOf(draft: DraftId): Promise<AgreedPairs> {
    return this.#dependencies.locks?.(draft) ?? Promise.resolve(new Map())
  }

  async #load(room: Room): Promise<void> {
    try {
      const [loaded, locks] = await Promise.all([
        this.#dependencies.log.load(room.draft),
        this.#locksOf(room.draft),
      ])
      room.fill(loaded)
      room.lock(locks)
    } catch (error) {
      this.report(`draft ${room.draft} could not be loaded`, error)
      this.#drop(room)
      throw error
    }
  }

  /** Runs with the room loaded, and keeps it from being unloaded meanwhile. */
  async #with<Value>(draft: DraftId, act: (room: Room) => Promise<Value>): Promise<Value> {
    const { room, loaded } = this.#open(draft)
    room.holds++
    try {
      await loaded
      return await act(room)
    } finally {
      room.holds--
      if (room.isIdle) this.idle(room)
    }
  }

  async #recheckOne(connection: Connection): Promise<void> {
    const answer = await this.#dependencies.access
      .admit(connection.headers, connection.admission.draft)
      .catch((cause: unknown) => {
        // A policy that cannot be asked now has not said no; the next re-check asks again.
        this.report('rights could not be checked again', cause)
        return connection.admission
      })
    if (typeof answer === 'string') connection.end(RECHECK_CODES[answer])
    else if (answer.access === 'read' && connection.admission.access === 'write')
      connection.end(CLOSE.notAllowed)
    else if (answer.mandate !== connection.admission.mandate) connection.end(CLOSE.notAllowed)
    else {
      const { shows } = connection.admission
      connection.admission = answer
      if (answer.shows !== shows) connection.showChanged()
      connection.askForMissing()
    }
  }

  async #unload(room: Room): Promise<void> {
    if (this.#rooms.get(room.draft)?.room !== room || !room.isIdle) return
    if (room.logRows >= WORTH_COMPACTING) await this.#compact(room)
    if (room.isIdle) this.#drop(room)
  }

  #drop(room: Room): void {
    if (this.#rooms.get(room.draft)?.room === room) this.#rooms.delete(room.draft)
    room.destroy()
  }

  #failed(room: Room, cause: unknown): void {
    this.report(`draft ${room.draft} failed and is loaded again`, cause)
    room.end(CLOSE.restart)
    this.#drop(room)
  }

  #compactIfGrown(room: Room): void {
    const { compactRows, compactBytes } = this.limits
    if (room.logRows >= compactRows || room.logBytes >= Math.max(compactBytes, 4 * room.stateBytes))
      void this.#compact(room)
  }

  /** A damaged draft is never compacted: what is still good is in its history and log, and stays there. */
  #compact(room: Room): Promise<void> {
    const running = this.#compacting.get(room)
    if (running) return running
    if (room.damage !== null || room.logRows === 0) return Promise.resolve()
    const done = this.#writeState(room).finally(() => this.#compacting.delete(room))
    this.#compacting.set(room, done)
    return done
  }

  async #writeState(room: Room): Promise<void> {
    const { seq, logRows, logBytes, draft } = room
    const state = Y.encodeStateAsUpdate(room.doc)
    try {
      await this.#dependencies.log.compact({
        draft,
        seq,
        state,
        at: this.#dependencies.clock().toISOString(),
      })
      room.logRows -= logRows
      room.logBytes -= logBytes
      room.stateBytes = state.length
    } catch (error) {
      this.report(`draft ${draft} could not be compacted; its log stays as it is`, error)
    }
  }
}

/** The right was there when the socket opened: that it is gone is said, whatever newcomers are told. */
const RECHECK_CODES: Readonly<Record<AdmissionRefusal, number>> = {
  'not-signed-in': CLOSE.signedOut,
  'not-found': CLOSE.notAllowed,
  'draft-closed': CLOSE.draftClosed,
}

type OpenRoom = {
  readonly room: Room
  readonly loaded: Promise<void>
  /** Settles when the room knows its locks as they were asked for last. */
  locks: Promise<void>
}

type OwnWriting = {
  readonly mandate: MandateId
  readonly purpose: Purpose
  readonly bytes: Uint8Array
  readonly unlocks?: ReadonlySet<UnitId>
}

/** What the server itself writes; resolves once it is on disk. */
function contributed(room: Room, writing: OwnWriting): Promise<void> {
  return new Promise((resolve, reject) =>
    room.contribute({
      ...writing,
      connection: null,
      reach: new Map(),
      size: writing.bytes.length,
      ordinal: 0,
      settled: error => (error ? reject(error) : resolve()),
    }),
  )
}

/** The update that makes a copy of the document read as `text`, by a client id of its own; null when it does already. */
function updateTo(doc: Y.Doc, text: BilingualText): Uint8Array | null {
  const copy = newDraftDocument()
  try {
    applyUpdates(copy, [Y.encodeStateAsUpdate(doc)])
    let update: Uint8Array | null = null
    copy.on('update', (made: Uint8Array) => {
      update = made
    })
    applyBilingualText(copy, text)
    return update
  } finally {
    copy.destroy()
  }
}

function atMostOnce(after: () => void): (act: () => void) => void {
  let done = false
  return act => {
    if (done) return
    done = true
    act()
    after()
  }
}

function reportToConsole(fault: string, cause?: unknown): void {
  if (cause === undefined) console.warn(`sync: ${fault}`)
  else console.error(`sync: ${fault}`, cause)
}
