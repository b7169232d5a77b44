/**
 * The event stream (`GET /api/events`), as server-sent events. A plain message is a `LiveEvent` with the id that
 * names its place; a reader who comes back gives the last id it has, in `Last-Event-ID` or as the query `after`.
 */

/** Query with the last id that the reader has. */
export const AFTER = 'after'

/** Names of the messages that are no `LiveEvent`; their data is `{}`. */
export const STREAM_MESSAGES = {
  /** The stream is alive. The first one of a stream brings an id: nothing before it is missing. */
  here: 'here',
  /** What happened since the id that was given is not known any more: everything is to be asked anew. */
  again: 'again',
} as const

/** Most time between two messages of a stream that lives, in milliseconds. */
export const HEARTBEAT = 20_000
