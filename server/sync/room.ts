/**
 * A draft that is open: its document as stored, its connections, what they sent and is not stored yet. The
 * document never holds anything that is not on disk; the commit loop moves contributions from `take` through
 * the log to `committed` or `refused`.
 */
import * as Y from 'yjs'
import type { DraftId, MandateId, PersonId, UnitId } from '../../shared/model/ids.ts'
import { CLOSE } from '../../shared/protocol/sync-protocol.ts'
import { applyUpdates, newDraftDocument } from './apply-updates.ts'
import type { Connection } from './connection.ts'
import { awarenessFrame, type OutgoingFrame, updateFrame } from './frames.ts'
import { type Judgement, LockGate } from './lock-gate.ts'
import type { AgreedPairs } from './locked-units.ts'
import { mergeUpdates } from './merge-updates.ts'
import { CaretColours, RoomPresence } from './presence.ts'
import type { Purpose } from './sittings.ts'
import type { SyncLimits } from './sync-limits.ts'
import { DraftClosed } from './sync-service.ts'
import { type LoadedDraft, type LoggedUpdate, UpdateLogError } from './update-log.ts'

/** One content frame on its way to disk. */
export type Contribution = {
  /** Null for what the server itself writes. */
  readonly connection: Connection | null
  readonly mandate: MandateId
  /** Null for what people typed. */
  readonly purpose: Purpose | null
  /** Null for an empty update, which only wants its acknowledgement in turn. */
  readonly bytes: Uint8Array | null
  /** See `InspectedUpdate`; empty for what the server writes, which stands on what is stored. */
  readonly reach: ReadonlyMap<number, number>
  /** Locked units that it may change nevertheless: both sides' chairs consented to the very words. */
  readonly unlocks?: ReadonlySet<UnitId>
  readonly size: number
  /** Which content frame of its connection this is, from 1. */
  readonly ordinal: number
  readonly settled?: (error: Error | null) => void
}

export type RoomHost = {
  readonly limits: SyncLimits
  readonly report: (fault: string, cause?: unknown) => void
  /** The room has contributions to store. */
  wake(room: Room): void
  /** The room may be unloaded, if nothing happens. */
  idle(room: Room): void
}

export class Room {
  readonly draft: DraftId
  readonly connections = new Set<Connection>()
  /** Everyone who waits inside the server for this room; it is not unloaded meanwhile. */
  holds = 0
  /** The last seq of the log that the document contains. */
  seq = 0
  /** What compaction would fold, and how large the state was. */
  logRows = 0
  logBytes = 0
  stateBytes = 0
  damage: string | null = null
  /** Contributions that were taken in, and those of them that were stored or refused, ever. */
  taken = 0
  settled = 0
  readonly #host: RoomHost
  readonly #doc = newDraftDocument()
  readonly #locks = new LockGate(this.#doc)
  /** Why nothing is taken in any more, once that is so. */
  #ended: Error | null = null
  #pending: Contribution[] = []
  /** Set while the draft is frozen: what arrived in the meantime. */
  #held: Contribution[] | null = null
  readonly colours = new CaretColours()
  readonly #presence = new RoomPresence()
  #presenceTimer: NodeJS.Timeout | null = null
  /** Who first wrote under a Yjs client id since the room was opened. */
  readonly #writers = new Map<number, PersonId>()
  #lastWriting: Promise<unknown> = Promise.resolve()

  constructor(draft: DraftId, host: RoomHost) {
    this.draft = draft
    this.#host = host
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get isFrozen(): boolean {
    return this.#held !== null
  }

  get hasPending(): boolean {
    return this.#pending.length > 0
  }

  get isIdle(): boolean {
    return this.connections.size === 0 && this.holds === 0 && this.settled === this.taken && !this.isFrozen
  }

  /** Rebuilds the document. A row that cannot be applied is reported and passed over: the rest is served. */
  fill({ state, updates, seq, logRows, logBytes, damage }: LoadedDraft): void {
    const parts = state === null ? updates : [state, ...updates]
    applyUpdates(this.#doc, parts, error => {
      this.#host.report(`draft ${this.draft}: a stored update cannot be applied`, error)
      this.damage = 'a stored update cannot be applied'
    })
    if (damage !== null) this.#host.report(`draft ${this.draft}: ${damage}`)
    Object.assign(this, { seq, logRows, logBytes, stateBytes: state?.length ?? 0 })
    this.damage = damage ?? this.damage
  }

  enter(connection: Connection): void {
    this.connections.add(connection)
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    if (this.#presence.leave(connection)) this.#relayPresenceSoon()
    if (this.isIdle) this.#host.idle(this)
  }

  contribute(contribution: Contribution): void {
    if (this.#ended) contribution.settled?.(this.#ended)
    else if (this.#held) this.#held.push(contribution)
    else {
      this.taken++
      this.#pending.push(contribution)
      this.#host.wake(this)
    }
  }

  /**
   * True unless the update brings new words under a Yjs client id with which somebody else has written: they
   * would take the place of words which that person has yet to send.
   */
  mayWriteAs(clients: ReadonlyMap<number, number>, person: PersonId): boolean {
    for (const [client, end] of clients) {
      if (end <= Y.getState(this.#doc.store, client)) continue
      const writer = this.#writers.get(client)
      if (writer === undefined) this.#writers.set(client, person)
      else if (writer !== person) return false
    }
    return true
  }

  /**
   * What somebody with this state vector lacks. Without what Yjs keeps aside because its past is missing: that
   * is its author's to complete, and others would only send it back.
   */
  difference(stateVector: Uint8Array): Uint8Array {
    const { store } = this.#doc
    const { pendingStructs } = store
    store.pendingStructs = null
    try {
      return Y.encodeStateAsUpdate(this.#doc, stateVector)
    } finally {
      store.pendingStructs = pendingStructs
    }
  }

  /** The server's own writing, one piece after the other: each is made from what the draft says after the last. */
  inTurn<Value>(write: () => Promise<Value>): Promise<Value> {
    const written = this.#lastWriting.then(write, write)
    this.#lastWriting = written
    return written
  }

  /** [A4] Which units are locked as long as they read so; takes effect with the next `take`. */
  lock(pairs: AgreedPairs): void {
    this.#locks.set(pairs)
  }

  /**
   * Everything that waits for the disk, to be given back by `committed` or `refused`; without what would change a
   * locked unit, whose connections are closed. Nothing that was taken before may still be on its way.
   */
  take(): readonly Contribution[] {
    const batch = this.#pending
    this.#pending = []
    const { accepted, refused } = this.#judge(batch)
    this.settled += refused.length
    for (const { contribution, code, error } of refused) {
      const { connection, mandate, settled } = contribution
      if (code === CLOSE.malformed && connection?.isOpen)
        this.#host.report(
          `draft ${this.draft}: an update of mandate ${mandate} was refused: ${error.message}`,
        )
      connection?.end(code)
      settled?.(error)
    }
    return accepted
  }

  /** A fault of ours takes nothing in: the loop serves other rooms, and the senders come back. */
  #judge(batch: readonly Contribution[]): Judgement {
    try {
      return this.#locks.judge(batch)
    } catch (error) {
      this.#host.report(`draft ${this.draft}: what came could not be judged`, error)
      this.#locks.forget()
      const refusal = new UpdateLogError('failing', 'what came could not be judged', { cause: error })
      return {
        accepted: [],
        refused: batch.map(contribution => ({ contribution, code: CLOSE.tryLater, error: refusal })),
      }
    }
  }

  /** The batch is on disk as `rows`, up to `seq`: shows it to everybody in one frame, and acknowledges. */
  committed(batch: readonly Contribution[], rows: readonly LoggedUpdate[], seq: number): void {
    this.settled += batch.length
    this.seq = Math.max(this.seq, seq)
    this.logRows += rows.length
    for (const { bytes } of rows) this.logBytes += bytes.length
    // What waited for this batch was somebody else's: then even a sole writer has something to learn.
    const waited = this.#doc.store.pendingStructs !== null
    const relay = this.#apply(batch, rows)
    const senders = new Map<Connection, { count: number; size: number; wrote: boolean }>()
    for (const { connection, ordinal, size, bytes: written } of batch) {
      if (!connection) continue
      const before = senders.get(connection)
      senders.set(connection, {
        count: ordinal,
        size: size + (before?.size ?? 0),
        wrote: written !== null || (before?.wrote ?? false),
      })
    }
    const soleWriter =
      !waited && batch.every(one => one.bytes === null || one.connection === batch[0]?.connection)
    const frames = relay ? [relay] : []
    for (const connection of this.connections) {
      const sender = senders.get(connection)
      if (!sender) connection.send(frames)
      else connection.stored(sender.count, sender.size, sender.wrote && soleWriter ? [] : frames)
    }
    if (this.#doc.store.pendingStructs) for (const connection of senders.keys()) connection.askForMissing()
    for (const { settled } of batch) settled?.(null)
    if (this.isIdle) this.#host.idle(this)
  }

  /**
   * Nothing of the batch is on disk: its senders are disconnected without an acknowledgement and will offer it
   * again. What they sent since then may build on it, so that goes too.
   */
  refused(batch: readonly Contribution[], error: Error): void {
    const senders = new Set(batch.map(one => one.connection))
    const dropped = this.#pending.filter(one => one.connection && senders.has(one.connection))
    this.#pending = this.#pending.filter(one => !dropped.includes(one))
    this.settled += batch.length + dropped.length
    this.#locks.forget()
    for (const connection of senders) connection?.end(CLOSE.tryLater)
    for (const { settled } of [...batch, ...dropped]) settled?.(error)
    if (this.isIdle) this.#host.idle(this)
  }

  /** From now on contributions are held back. Throws if they already are. */
  freeze(): void {
    if (this.#held) throw new Error(`draft ${this.draft} is frozen already`)
    this.#held = []
  }

  unfreeze(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const contribution of held)
      if (contribution.connection?.isOpen !== false) this.contribute(contribution)
    if (this.isIdle) this.#host.idle(this)
  }

  /**
   * Closes every connection and refuses what is not on its way to disk yet: another room of this draft may be
   * open by the time it would get there, and would not know of it.
   */
  end(code: number): void {
    const why = code === CLOSE.draftClosed ? new DraftClosed(this.draft) : loadedAgain(this.draft)
    this.#ended ??= why
    const refused = [...this.#pending, ...(this.#held ?? [])]
    this.settled += this.#pending.length
    this.#pending = []
    this.#held = null
    for (const { settled } of refused) settled?.(why)
    for (const connection of [...this.connections]) connection.end(code)
  }

  hear(connection: Connection, awareness: Uint8Array): void {
    if (this.#presence.receive(connection, awareness)) this.#relayPresenceSoon()
    if (connection.shows) return
    // Who hears nothing for 30 s believes the line is dead: their own words come back to them alone.
    const own = this.#presence.own(connection)
    if (own) connection.send([awarenessFrame(own)])
  }

  /** The person behind the connection has decided to be seen or not. */
  showChanged(connection: Connection): void {
    if (this.#presence.showChanged(connection)) this.#relayPresenceSoon()
  }

  presenceFrame(): OutgoingFrame | null {
    const everyone = this.#presence.everyone()
    return everyone && awarenessFrame(everyone)
  }

  destroy(): void {
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer)
    this.#ended ??= loadedAgain(this.draft)
    this.#locks.destroy()
    this.#doc.destroy()
  }

  /**
   * Applies the rows as one transaction; the frame that brings their changes, null if there are none. A row
   * that cannot be applied leaves the document doubtful: its authors go, and the room is loaded anew without it.
   */
  #apply(batch: readonly Contribution[], rows: readonly LoggedUpdate[]): OutgoingFrame | null {
    const updates: Uint8Array[] = []
    const failures: unknown[] = []
    const collect = (update: Uint8Array) => updates.push(update)
    this.#doc.on('update', collect)
    try {
      applyUpdates(
        this.#doc,
        rows.map(row => row.bytes),
        (error, index) => {
          failures.push(error)
          for (const { connection, mandate } of batch)
            if (mandate === rows[index]!.mandate) connection?.end(CLOSE.malformed)
        },
      )
    } finally {
      this.#doc.off('update', collect)
    }
    if (failures.length > 0) throw new Error('an update cannot be applied', { cause: failures[0] })
    if (updates.length === 0) return null
    return updateFrame(mergeUpdates(updates))
  }

  /** To everybody, the speaker included: a client that hears nothing for 30 s believes the line is dead. */
  #relayPresenceSoon(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null
      const changes = this.#presence.takeChanges()
      if (!changes) return
      const frames = [awarenessFrame(changes)]
      for (const connection of this.connections) connection.send(frames)
    }, this.#host.limits.presence)
  }
}

/** The draft goes on in another room, or with the next start of the server. */
function loadedAgain(draft: DraftId): UpdateLogError {
  return new UpdateLogError('failing', `draft ${draft} is being loaded again`)
}
