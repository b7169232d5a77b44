/** What the sync server offers to the rest of the server: the routes, the policies' events and main. */
import type { Server } from 'node:http'
import type * as Y from 'yjs'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { DraftId, MandateId, PersonId, UnitId } from '../../shared/model/ids.ts'
import type { PresenceUser } from '../../shared/protocol/sync-protocol.ts'
import type { AgreedPairs } from './locked-units.ts'
import type { Purpose } from './sittings.ts'
import type { Admission, SyncAccess } from './sync-access.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { UpdateLog } from './update-log.ts'

export type SyncDependencies = {
  readonly log: UpdateLog
  readonly access: SyncAccess
  /** Wall-clock time, for the instants of the log. */
  readonly clock: () => Date
  /** The database's epoch (settings table): a client with another one is closed with 4412. */
  readonly epoch: string
  /** Origins that may open a socket, such as `https://room.example`; never taken from the request. */
  readonly allowedOrigins: readonly string[]
  /** [A4] The units of a draft that nobody may change while they read as agreed. Asked when a draft is opened and by `refreshLocks`. */
  readonly locks?: (draft: DraftId) => Promise<AgreedPairs>
  /** Told of every fault, with its cause. Defaults to the console. */
  readonly report?: (fault: string, cause?: unknown) => void
  readonly limits?: Partial<SyncLimits>
}

/** Somebody who has the draft open. Never leaves the draft's audience. */
export type Presence = PresenceUser & { readonly person: PersonId; readonly access: Admission['access'] }

/** A draft that accepts no further update, while it is being transmitted. */
export type FrozenDraft = {
  /** A copy of the draft as stored; free of collected words (`gc: true`). Destroyed by release and close. */
  readonly doc: Y.Doc
  /** Updates that arrived in the meantime are taken now. */
  release(): void
  /** The draft is over: every connection is closed with 4410, updates that arrived in the meantime are refused. */
  close(): void
}

/** The draft was transmitted or set aside before an edit could be stored. */
export class DraftClosed extends Error {
  constructor(draft: DraftId) {
    super(`draft ${draft} is closed`)
    this.name = 'DraftClosed'
  }
}

/** [A4] The edit would have changed units that both sides agreed to and that are locked. */
export class UnitLocked extends Error {
  readonly units: readonly UnitId[]
  constructor(units: readonly UnitId[]) {
    super(`locked: ${units.join(', ')}`)
    this.name = 'UnitLocked'
    this.units = units
  }
}

export type RewriteOptions = {
  /**
   * [A4] Locked units that this edit may change, because the chairs of both sides consented to the very words. They
   * stay locked on what they then say; their consents are to be recorded next, and `refreshLocks` called.
   */
  readonly unlocks?: readonly UnitId[]
}

export type SyncServer = {
  /** Answers the upgrade requests of `/sync/<draft id>` on this HTTP server; leaves every other path alone. */
  attach(server: Server): void
  /**
   * Asks the policies again for every open connection, or those that match, and closes those that lost the
   * right (4401, 4403, 4410). To be called whenever a mandate, a session or a draft ends.
   */
  recheck(matches?: (admission: Admission) => boolean): Promise<void>
  /** The draft's text as stored, everything received until now included. Throws UpdateLogError. */
  readText(draft: DraftId): Promise<BilingualText>
  /**
   * Makes the draft read as `change` says of what it reads now, as one edit recorded under `mandate`: only what
   * differs is written, so that anchors and authorship of the rest stay. One after the other: `change` sees what
   * those asked for before have written. `purpose` is what the history says of it. Resolves once it is on disk;
   * false when there was nothing to write. Throws DraftClosed when the draft ends meanwhile, UnitLocked when it would
   * change a locked unit that `options` does not name, UnreadableBlock, UpdateLogError.
   */
  rewrite(
    draft: DraftId,
    mandate: MandateId,
    change: (text: BilingualText) => BilingualText,
    purpose?: Purpose,
    options?: RewriteOptions,
  ): Promise<boolean>
  /**
   * [A4] Asks again which units are locked, in every open draft. To be awaited, before the answer is given, whenever
   * consents, reopenings or stages have changed: from then on nothing that was not yet on its way to disk gets through.
   */
  refreshLocks(): Promise<void>
  /** Waits until all that was received is stored, then holds back everything that follows. One at a time. */
  freeze(draft: DraftId): Promise<FrozenDraft>
  /**
   * Puts the first content of a new draft in its log. Do not call it inside a database transaction: the log
   * writes through a connection of its own and would wait for yours. Throws if the draft has content.
   */
  begin(draft: DraftId, stateUpdate: Uint8Array, mandate: MandateId): Promise<void>
  /** Who has the draft open now, one entry per mandate. */
  presence(draft: DraftId): readonly Presence[]
  /** Stops admitting, stores what was received, closes every socket with 1012, closes the log. Idempotent. */
  shutdown(): Promise<void>
}
