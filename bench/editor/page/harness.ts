/** A document with a colleague in the same page, and a gate that works as the connection's does. */
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { RemoteGate } from '../../../client/editor/composition/composition-gate.ts'
import type { SavingState } from '../../../client/editor/connection/saving-state.ts'

export type Harness = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** A colleague's copy of the text. What is done to it arrives here at once, unless held. */
  readonly colleague: Y.Doc
  readonly gate: RemoteGate & { held(): number }
  readonly saving: {
    get(): SavingState
    set(state: SavingState): void
    subscribe(listener: () => void): () => void
  }
  readonly Y: typeof Y
}

const AFTER_COMPOSITION = 60

export function createHarness(doc: Y.Doc, awareness: Awareness, room: string | null): Harness {
  const colleague = new Y.Doc()
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc))
  const waiting: Uint8Array[] = []
  let holds = 0
  const receive = (update: Uint8Array) => {
    if (holds > 0) waiting.push(update)
    else Y.applyUpdate(doc, update, 'remote')
  }
  const leaving: Uint8Array[] = []
  const send = (update: Uint8Array) => {
    Y.applyUpdate(colleague, update, 'page')
    channel?.postMessage({ update })
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'remote') Y.applyUpdate(colleague, update, 'page')
    // What is not confirmed yet is not sent: someone who splits the paragraph would copy it.
    else if (holds > 0) leaving.push(update)
    else send(update)
  })
  colleague.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'page') receive(update)
  })
  const channel = room === null ? undefined : joinRoom(room, awareness, receive)

  let saving: SavingState = { state: 'stored' }
  const listeners = new Set<() => void>()
  return {
    doc,
    awareness,
    colleague,
    Y,
    gate: {
      held: () => holds,
      holdRemote: () => {
        holds++
      },
      releaseRemote: () => {
        setTimeout(() => {
          holds--
          if (holds > 0) return
          for (const update of leaving.splice(0)) send(update)
          for (const update of waiting.splice(0)) Y.applyUpdate(doc, update, 'remote')
        }, AFTER_COMPOSITION)
      },
    },
    saving: {
      get: () => saving,
      set: state => {
        saving = state
        for (const listener of listeners) listener()
      },
      subscribe: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
}

type Message = { readonly update?: Uint8Array; readonly presence?: Uint8Array; readonly hello?: true }

function joinRoom(
  room: string,
  awareness: Awareness,
  receive: (update: Uint8Array) => void,
): BroadcastChannel {
  const channel = new BroadcastChannel(`editor-page-${room}`)
  const tell = () =>
    channel.postMessage({
      presence: encodeAwarenessUpdate(awareness, [awareness.clientID]),
    } satisfies Message)
  const number = Math.floor(Math.random() * 12)
  awareness.setLocalStateField('user', {
    mandate: `m${awareness.clientID}`,
    name: `Mandat ${number + 1}`,
    colour: number,
  })
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin === 'local') tell()
  })
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.update) receive(data.update)
    if (data.presence) applyAwarenessUpdate(awareness, data.presence, 'remote')
    if (data.hello) tell()
  }
  channel.postMessage({ hello: true } satisfies Message)
  tell()
  return channel
}
