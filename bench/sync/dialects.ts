/** How each server wants to be spoken to. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { SCHEMA_VERSION } from '../../shared/protocol/sync-protocol.ts'

export const SERVERS = ['concordance', 'hocuspocus', 'y-websocket', 'relay', 'coalescing-relay'] as const
export type ServerName = (typeof SERVERS)[number]

export type Dialect = {
  /** Path of the room's socket. */
  path(room: string): string
  /** Frames to send when the socket opens. */
  hello(room: string): Uint8Array[]
  /** A Yjs update as a frame. */
  update(room: string, update: Uint8Array): Uint8Array
  /** The Yjs update in a frame, null if it is another message. */
  read(frame: Uint8Array): Uint8Array | null
}

const SYNC = 0
const UPDATE = 2
const AUTH = 2

const plain: Dialect = {
  path: room => `/sync/${room}?schema=${SCHEMA_VERSION}&epoch=bench&ack=1`,
  hello: () => [],
  update: (_room, update) => message(null, [SYNC, UPDATE], update),
  read: frame => readUpdate(decoding.createDecoder(frame)),
}

export const DIALECTS: Readonly<Record<ServerName, Dialect>> = {
  concordance: plain,
  'y-websocket': plain,
  relay: plain,
  'coalescing-relay': plain,
  hocuspocus: {
    path: () => '/',
    hello: room => {
      const encoder = encoding.createEncoder()
      encoding.writeVarString(encoder, room)
      for (const number of [AUTH, 0]) encoding.writeVarUint(encoder, number)
      for (const text of ['token', '4.7.0']) encoding.writeVarString(encoder, text)
      return [encoding.toUint8Array(encoder), message(room, [SYNC, 0], new Uint8Array([0]))]
    },
    update: (room, update) => message(room, [SYNC, UPDATE], update),
    read: frame => {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarString(decoder)
      return readUpdate(decoder)
    },
  },
}

function message(room: string | null, numbers: readonly number[], bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  if (room !== null) encoding.writeVarString(encoder, room)
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

function readUpdate(decoder: decoding.Decoder): Uint8Array | null {
  const type = decoding.readVarUint(decoder)
  // 4: Hocuspocus' answer to a sync message.
  if (type !== SYNC && type !== 4) return null
  return decoding.readVarUint(decoder) === UPDATE ? decoding.readVarUint8Array(decoder) : null
}
