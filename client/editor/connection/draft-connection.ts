/** One draft's connection: the Y.Doc, its copy on this device, the socket, and what is known to be saved. */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { DraftId, PersonId } from '../../../shared/model/ids.ts'
import { roomAddress } from '../../../shared/protocol/sync-protocol.ts'
import { keepFormattingAsWritten } from '../../../shared/schema/y-formatting.ts'
import { DeviceCopy, deviceCopyName } from './device-copy.ts'
import { applyContent, openDraftSocket } from './draft-socket.ts'
import { OutgoingHold } from './outgoing-hold.ts'
import { whyClosed } from './refusals.ts'
import { RemoteGate } from './remote-gate.ts'
import type { RefusedWhy, SavingState } from './saving-state.ts'
import { SavingTracker } from './saving-tracker.ts'

export type DraftConnectionOptions = {
  readonly draft: DraftId
  readonly person: PersonId
  readonly epoch: string
  /** `read`: nothing is ever sent but presence, and nothing is kept on the device. */
  readonly access: 'write' | 'read'
  /** `ws://` or `wss://` origin of the server, without a path. */
  readonly server: string
  /** Asked when the socket was refused before it opened, which a browser does not explain. */
  readonly askWhy: () => Promise<'signed-out' | 'not-found' | 'closed' | 'schema' | 'try-later'>
  /** What it begins with, besides this device's copy: one's own work that was taken up again. */
  readonly state?: Uint8Array | undefined
  /** For tests outside a browser. */
  readonly WebSocket?: typeof WebSocket
  readonly indexedDb?: boolean
}

export type DraftConnection = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /**
   * Resolves with `server` after the first sync, with `device` when the server is not reachable but this device
   * has a copy, or when the connection was refused (see `getSaving`).
   */
  readonly ready: Promise<'server' | 'device'>
  /** For `useSyncExternalStore`: the same object until something changed. */
  readonly getSaving: () => SavingState
  readonly subscribe: (listener: () => void) => () => void
  readonly isConnected: () => boolean
  /** Holds document updates of both directions while an editor composes (15 s at most). Calls nest. */
  readonly holdRemote: () => void
  /** Sends and applies what was held, 60 ms later, so that the input method has finished. */
  readonly releaseRemote: () => void
  /** Told of every update from the server as it arrives, before it is applied or held. */
  readonly onContent: (listener: (update: Uint8Array) => void) => () => void
  /** Whether a character is known to be stored on the server. */
  readonly isStored: (id: Y.ID) => boolean
  /** What the server has not stored, as one Yjs update; null when nothing is. */
  readonly exportUnsaved: () => Uint8Array | null
  /** Closes everything; resolves when this device's copy is written. */
  readonly destroy: () => Promise<void>
}

/** How many sockets in a row must be refused before the server is asked why. */
const FAILURES_TO_ASK = 2
/** How long an unreachable server is waited for when this device has a copy, in milliseconds. */
const PATIENCE = 3000
/** How long this device's copy is waited for before connecting, in milliseconds. */
const COPY_PATIENCE = 1000

export function connectDraft(options: DraftConnectionOptions): DraftConnection {
  const { draft, person, epoch, access, askWhy } = options
  const doc = keepFormattingAsWritten(new Y.Doc())
  const awareness = new Awareness(doc)
  const tracker = new SavingTracker(doc)
  const listeners = new Set<() => void>()
  const contentListeners = new Set<(update: Uint8Array) => void>()
  let saving: SavingState = access === 'read' ? { state: 'stored' } : tracker.state()
  let becomeReady: (from: 'server' | 'device') => void = () => undefined
  const ready = new Promise<'server' | 'device'>(resolve => {
    becomeReady = resolve
  })

  const tell = () => {
    const next = tracker.state()
    // A reader has nothing to save: only the end of the connection concerns it.
    if (access === 'read' && next.state !== 'refused') return
    if (JSON.stringify(next) === JSON.stringify(saving)) return
    saving = next
    for (const listener of listeners) listener()
  }
  const refuse = (why: RefusedWhy) => {
    tracker.refuse(why)
    provider.disconnect()
    becomeReady('device')
    tell()
  }

  const keepsCopy = access === 'write' && (options.indexedDb ?? typeof indexedDB !== 'undefined')
  const copy = keepsCopy ? new DeviceCopy(deviceCopyName(person, draft, epoch), doc) : null
  const provider = openDraftSocket({
    doc,
    awareness,
    access,
    address: new URL(options.server + roomAddress(draft, epoch)),
    WebSocket: options.WebSocket ?? WebSocket,
    onSend: what => {
      if (what === 'answer') tracker.sentAnswer()
      else tracker.sentUpdate()
      tell()
    },
    onAsked: stateVector => tracker.knows(stateVector),
    onContent: (frame, update) => {
      tracker.heard(update)
      for (const listener of contentListeners) listener(update)
      return gate.keeps(frame)
    },
    onAck: (state, count) => {
      tracker.acknowledged(state, count)
      copy?.noteStored(() => tracker.storedVector())
      tell()
    },
    onTooLarge: () => refuse('too-large'),
  })
  const outgoing = new OutgoingHold(doc, provider)
  const gate = new RemoteGate(
    frames => applyContent(provider, frames),
    () => {
      outgoing.release()
      tracker.holding(false)
      tell()
    },
  )

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || copy?.isOrigin(origin)) return
    tracker.edited()
    tracker.holding(outgoing.holding)
    tell()
  })
  if (options.state) Y.applyUpdate(doc, options.state)
  let failures = 0
  let opened = false
  provider.on('status', ({ status }) => {
    if (status !== 'connected') return
    opened = true
    failures = 0
    tracker.connected()
  })
  provider.on('connection-close', () => {
    if (!opened) failures++
    opened = false
    tracker.disconnected()
    tell()
    if (failures > 0 && failures % FAILURES_TO_ASK === 0) void ask()
  })
  provider.on('closed', ({ code }) => refuse(whyClosed(code)))
  provider.on('sync', synced => {
    if (synced) becomeReady('server')
    tell()
  })
  const ask = async () => {
    const why = await askWhy().catch(() => 'try-later' as const)
    if (why !== 'try-later') refuse(why)
  }

  let patience: ReturnType<typeof setTimeout> | null = null
  const loading = copy?.loaded().then(stored => {
    if (stored) tracker.knows(stored)
    if (Y.encodeStateVector(doc).length > 1) patience = setTimeout(() => becomeReady('device'), PATIENCE)
    tell()
  })
  // This device's copy comes first, so that its unsent words are there when the server's changes arrive.
  let ended = false
  const connect = () => {
    if (!ended && !provider.shouldConnect) provider.connect()
  }
  if (loading) {
    void loading.then(connect, connect)
    setTimeout(connect, COPY_PATIENCE)
  } else connect()

  return {
    doc,
    awareness,
    ready,
    getSaving: () => saving,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isConnected: () => provider.wsconnected,
    holdRemote: () => {
      // A reader composes nothing, and has no handler that sends.
      if (access === 'write') outgoing.hold()
      gate.hold()
    },
    releaseRemote: () => gate.release(),
    onContent: listener => {
      contentListeners.add(listener)
      return () => contentListeners.delete(listener)
    },
    isStored: ({ client, clock }) => tracker.isKnown(client, clock),
    exportUnsaved: () => (tracker.hasUnsaved() ? Y.encodeStateAsUpdate(doc, tracker.storedVector()) : null),
    destroy: async () => {
      ended = true
      if (patience) clearTimeout(patience)
      gate.destroy()
      provider.destroy()
      awareness.destroy()
      await loading?.catch(() => undefined)
      await copy?.close(tracker.storedVector())
      doc.destroy()
    },
  }
}
