/** The bytes on a draft's socket: incoming frames read strictly, outgoing frames encoded once for everybody. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import {
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
} from '../../shared/protocol/sync-protocol.ts'

/** Sync step 2 and update both carry document content: the protocol handles them alike. */
export type IncomingFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'content'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'query-awareness' }

export class MalformedFrame extends Error {}

/**
 * Reads one frame. Every part is copied into a buffer of exactly its size first: lib0 checks lengths against
 * the underlying buffer, and Node's buffers share one pool, so a wrong length would read someone else's bytes.
 */
export function decodeFrame(frame: Uint8Array): IncomingFrame {
  try {
    const decoder = decoding.createDecoder(new Uint8Array(frame))
    const decoded = readFrame(decoder)
    if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes after the message')
    return decoded
  } catch (error) {
    if (error instanceof MalformedFrame) throw error
    throw new MalformedFrame(String(error))
  }
}

function readFrame(decoder: decoding.Decoder): IncomingFrame {
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE_QUERY_AWARENESS) return { kind: 'query-awareness' }
  if (type === MESSAGE_AWARENESS) return { kind: 'awareness', bytes: readBytes(decoder) }
  if (type !== MESSAGE_SYNC) throw new MalformedFrame(`message type ${type}`)
  const step = decoding.readVarUint(decoder)
  if (step === messageYjsSyncStep1) return { kind: 'step1', stateVector: readBytes(decoder) }
  if (step === messageYjsSyncStep2 || step === messageYjsUpdate)
    return { kind: 'content', update: readBytes(decoder) }
  throw new MalformedFrame(`sync message ${step}`)
}

function readBytes(decoder: decoding.Decoder): Uint8Array {
  return decoding.readVarUint8Array(decoder).slice()
}

/** A message to send, and its WebSocket frame made at most once however many connections get it. */
export class OutgoingFrame {
  readonly payload: Uint8Array
  #wire: Buffer | null = null

  constructor(payload: Uint8Array) {
    this.payload = payload
  }

  /** One final, unmasked, uncompressed binary frame (RFC 6455, 5.2). */
  wire(): Buffer {
    this.#wire ??= encodeWire(this.payload)
    return this.#wire
  }
}

function encodeWire(payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const wire = Buffer.allocUnsafe(head + length)
  wire[0] = 0x82
  if (head === 2) wire[1] = length
  else if (head === 4) {
    wire[1] = 126
    wire.writeUInt16BE(length, 2)
  } else {
    wire[1] = 127
    wire.writeBigUInt64BE(BigInt(length), 2)
  }
  wire.set(payload, head)
  return wire
}

export function stepOneFrame(stateVector: Uint8Array): OutgoingFrame {
  return syncFrame(messageYjsSyncStep1, stateVector)
}

export function stepTwoFrame(update: Uint8Array): OutgoingFrame {
  return syncFrame(messageYjsSyncStep2, update)
}

export function updateFrame(update: Uint8Array): OutgoingFrame {
  return syncFrame(messageYjsUpdate, update)
}

/** `awareness`: an update as y-protocols/awareness encodes it. */
export function awarenessFrame(awareness: Uint8Array): OutgoingFrame {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
  encoding.writeVarUint8Array(encoder, awareness)
  return new OutgoingFrame(encoding.toUint8Array(encoder))
}

export function ackFrame(state: number, count: number): OutgoingFrame {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_ACK)
  encoding.writeVarUint(encoder, state)
  encoding.writeVarUint(encoder, count)
  return new OutgoingFrame(encoding.toUint8Array(encoder))
}

function syncFrame(step: number, bytes: Uint8Array): OutgoingFrame {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return new OutgoingFrame(encoding.toUint8Array(encoder))
}
