/** One draft's connection: the Y.Doc, its copy on this device, the socket, and what is known to be saved. */

import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { DraftId, PersonId } from '../../../shared/model/ids.ts'
import type { SavingState } from './saving-state.ts'

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
  /** For tests outside a browser. */
  readonly WebSocket?: typeof WebSocket
  readonly indexedDb?: boolean
}

export type DraftConnection = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Resolves after the first sync with the server, or with this device's copy when it is not reachable. */
  readonly ready: Promise<'server' | 'device'>
  /** For `useSyncExternalStore`: the same object until something changed. */
  getSaving(): SavingState
  subscribe(listener: () => void): () => void
  isConnected(): boolean
  /** Holds incoming document updates while an editor composes (15 s at most). Calls nest. */
  holdRemote(): void
  /** Applies what was held, 60 ms later, so that the input method has finished. */
  releaseRemote(): void
  /** What the server has not stored, as one Yjs update; null when nothing is. */
  exportUnsaved(): Uint8Array | null
  /** Closes everything; resolves when this device's copy is written. */
  destroy(): Promise<void>
}
