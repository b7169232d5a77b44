/**
 * What travels on a draft's WebSocket: the y-websocket protocol (message types 0–3), plus one message of
 * ours, the acknowledgement. A plain y-websocket client can connect; it just sees no acknowledgements.
 *
 * Address: `/sync/<draft id>?schema=<SCHEMA_VERSION>&epoch=<epoch>&ack=1`.
 */
import type { DraftId } from '../model/ids.ts'

/** Raised with every change of the editor's schema: an older client is refused before its first update. */
export const SCHEMA_VERSION = 1

export const SYNC_PATH = '/sync'

export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
export const MESSAGE_QUERY_AWARENESS = 3
/**
 * Server to client: varuint 100, varuint state (ACK_RECEIVED or ACK_STORED), varuint n. Of the frames that
 * carry document content (sync step 2 and update) the first n that this connection sent are received, or
 * stored on disk. Sent only when the address asks `ack=1`.
 */
export const MESSAGE_ACK = 100
export const ACK_RECEIVED = 0
export const ACK_STORED = 1

/** Largest frame accepted from a client, in bytes; one byte more closes with 4413. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024

/**
 * Close codes. 4400–4499 are final: the client stops and says why. All others reconnect with backoff.
 * 1012 service restart and 1013 try again later (storage failing) keep their usual meaning.
 */
export const CLOSE = {
  malformed: 4400,
  signedOut: 4401,
  /** The session still holds, the right does not: a mandate ended, or a write on a read-only connection. */
  notAllowed: 4403,
  notFound: 4404,
  /** The client's schema is older or newer than the server's. */
  schema: 4409,
  /** The draft was transmitted or set aside. */
  draftClosed: 4410,
  /** The database was restored from a backup: local state must not be merged silently. */
  restored: 4412,
  tooLarge: 4413,
  /** [A4] The update would have changed a unit that both sides agreed to and that is locked. */
  locked: 4423,
  tooFast: 4429,
  restart: 1012,
  tryLater: 1013,
} as const

export function isFinalClose(code: number): boolean {
  return (code >= 4400 && code < 4500) || code === 1009
}

/** Path and query of a draft's room. */
export function roomAddress(draft: DraftId, epoch: string): string {
  return `${SYNC_PATH}/${draft}?schema=${SCHEMA_VERSION}&epoch=${encodeURIComponent(epoch)}&ack=1`
}

/** What the server writes into the awareness state of every connection; `user` is never taken from the client. */
export type PresenceUser = {
  readonly mandate: string
  readonly name: string
  /** Index into the palette of carets, 0–11, stable per mandate. */
  readonly colour: number
}
