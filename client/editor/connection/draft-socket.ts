/** y-websocket's provider, made to fit our server: counted frames, acknowledgements, quiet awareness, jitter. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import {
  CLOSE,
  isFinalClose,
  MAX_FRAME_BYTES,
  MESSAGE_ACK,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
} from '../../../shared/protocol/sync-protocol.ts'

export type DraftSocketOptions = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Address of the room, with its query. */
  readonly address: URL
  readonly access: 'write' | 'read'
  readonly WebSocket: typeof WebSocket
  /** A content frame leaves. */
  readonly onSend: (what: 'answer' | 'update') => void
  /** The server says what it has (sync step 1). */
  readonly onAsked: (stateVector: Uint8Array) => void
  /** Content from the server: true keeps it from the document, to be given to `apply` later. */
  readonly onContent: (frame: Uint8Array, update: Uint8Array) => boolean
  readonly onAck: (state: number, count: number) => void
  /** A frame too large for the server was not sent. */
  readonly onTooLarge: () => void
}

/** The longest pause between attempts, in milliseconds. */
const LONGEST_BACKOFF = 15_000
/** After a restart everybody comes back at once: the first attempt is spread over this exponent's time. */
const RESTART_ATTEMPTS = 3

/** Does not connect by itself. */
export function openDraftSocket(options: DraftSocketOptions): WebsocketProvider {
  const { doc, awareness, address, access } = options
  const path = address.pathname
  const cut = path.lastIndexOf('/')
  const provider = new WebsocketProvider(address.origin + path.slice(0, cut), path.slice(cut + 1), doc, {
    connect: false,
    awareness,
    params: Object.fromEntries(address.searchParams),
    // Between the tabs of a browser content would go round the server, and a reader's into a writer's name.
    disableBc: true,
    shouldReconnect: event => !isFinalClose(event.code),
    WebSocketPolyfill: countingSocket(options),
  })
  if (access === 'read') doc.off('update', provider._updateHandler)
  listenForContent(provider, options)
  provider.messageHandlers[MESSAGE_ACK] = (_encoder, decoder) =>
    options.onAck(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
  quietAwareness(provider, awareness)
  provider.on('connection-close', event => spreadReconnection(provider, event?.code))
  return provider
}

/** Applies frames that `onContent` kept, as one transaction. */
export function applyContent(provider: WebsocketProvider, frames: readonly Uint8Array[]): void {
  const handle = originalSyncHandler.get(provider)!
  provider.doc.transact(() => {
    for (const frame of frames)
      handle(encoding.createEncoder(), decoding.createDecoder(frame), provider, true, MESSAGE_SYNC)
  }, provider)
}

type Handler = WebsocketProvider['messageHandlers'][number]
const originalSyncHandler = new WeakMap<WebsocketProvider, Handler>()

function listenForContent(provider: WebsocketProvider, { onAsked, onContent }: DraftSocketOptions): void {
  const original = provider.messageHandlers[MESSAGE_SYNC]!
  originalSyncHandler.set(provider, original)
  provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, ...rest) => {
    const { pos } = decoder
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    decoder.pos = pos
    if (step === messageYjsSyncStep1) onAsked(bytes)
    else if (onContent(decoder.arr.subarray(pos), bytes)) return
    original(encoder, decoder, ...rest)
  }
}

/** A WebSocket class that tells of content frames, and does not send what the server would close for. */
function countingSocket({ WebSocket: Base, onSend, onTooLarge }: DraftSocketOptions): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const frame = data as Uint8Array<ArrayBuffer>
      if (frame.length > MAX_FRAME_BYTES) {
        onTooLarge()
        return
      }
      if (frame[0] === MESSAGE_SYNC && frame[1] === messageYjsSyncStep2) onSend('answer')
      if (frame[0] === MESSAGE_SYNC && frame[1] === messageYjsUpdate) onSend('update')
      super.send(frame)
    }
  }
}

/**
 * The provider sends back every awareness change that it hears; in a room of a hundred that is a hundred
 * frames for each. Only what this client says itself is sent. Its own echo brings the identity that the
 * server wrote.
 */
function quietAwareness(provider: WebsocketProvider, awareness: Awareness): void {
  const relay = provider._awarenessUpdateHandler
  awareness.off('update', relay)
  const own = (_change: unknown, origin: unknown) => {
    if (origin !== 'local' && origin !== 'app closed') return
    relay({ added: [], updated: [awareness.clientID], removed: [] }, origin)
  }
  awareness.on('update', own)
  const original = provider.messageHandlers[MESSAGE_AWARENESS]!
  provider.messageHandlers[MESSAGE_AWARENESS] = (encoder, decoder, ...rest) => {
    const { pos } = decoder
    learnOwnIdentity(awareness, decoding.readVarUint8Array(decoder))
    decoder.pos = pos
    original(encoder, decoder, ...rest)
  }
  // Others have seen this client leave under its last clock: only a newer one brings it back.
  provider.on('status', ({ status }) => {
    const state = awareness.getLocalState()
    if (status === 'connected' && state !== null) awareness.setLocalState(state)
  })
}

function learnOwnIdentity(awareness: Awareness, update: Uint8Array): void {
  const decoder = decoding.createDecoder(update)
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const json = decoding.readVarString(decoder)
    const local = awareness.getLocalState()
    if (client !== awareness.clientID || json === 'null' || local === null) continue
    const { user } = JSON.parse(json) as { user?: unknown }
    if (JSON.stringify(user) === JSON.stringify(local.user)) continue
    awareness.states.set(client, { ...local, user })
    awareness.emit('change', [{ added: [], updated: [client], removed: [] }, 'identity'])
  }
}

/** The provider waits 2^n × 100 ms, at most `maxBackoffTime`: that bound is drawn anew for every attempt. */
function spreadReconnection(provider: WebsocketProvider, code: number | undefined): void {
  if (code === CLOSE.restart)
    provider.wsUnsuccessfulReconnects = Math.max(provider.wsUnsuccessfulReconnects, RESTART_ATTEMPTS)
  const pause = Math.min(2 ** (provider.wsUnsuccessfulReconnects + 1) * 100, LONGEST_BACKOFF)
  provider.maxBackoffTime = pause * (0.2 + 0.8 * Math.random())
}
