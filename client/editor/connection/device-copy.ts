/** The copy of a draft that this device keeps (IndexedDB), so that editing goes on without a network. */
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { DraftId, PersonId } from '../../../shared/model/ids.ts'

const PREFIX = 'concordance-draft'
const STORED = 'stored'
/** The note of what is stored is written at most this often, in milliseconds. */
const NOTE_INTERVAL = 1000

/** A copy belongs to one person, one draft, and one life of the server's database. */
export function deviceCopyName(person: PersonId, draft: DraftId, epoch: string): string {
  return `${PREFIX}:${person}:${draft}:${epoch}`
}

/** Removes everything this device keeps for a person: at sign-out. Never fails. */
export async function forgetDevice(person: PersonId): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  try {
    const databases = await indexedDB.databases()
    const own = databases.flatMap(({ name }) => (name?.startsWith(`${PREFIX}:${person}:`) ? [name] : []))
    await Promise.all(own.map(remove))
  } catch {
    // Storage is forbidden here: then nothing was kept either.
  }
}

/**
 * Puts another state in the place of everything a copy holds, at one stroke: what the server refused for good must not
 * be offered to it again. `stored` is the state vector of what of it the server has.
 */
export async function replaceDeviceCopy(name: string, state: Uint8Array, stored: Uint8Array): Promise<void> {
  const database = await openCopy(name)
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction([UPDATES, CUSTOM], 'readwrite')
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('the copy could not be replaced'))
      transaction.objectStore(UPDATES).clear()
      transaction.objectStore(UPDATES).add(state)
      transaction.objectStore(CUSTOM).put(stored.slice().buffer, STORED)
    })
  } finally {
    database.close()
  }
}

/** As y-indexeddb lays it out. */
const UPDATES = 'updates'
const CUSTOM = 'custom'

function openCopy(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true })
      request.result.createObjectStore(CUSTOM)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no copy can be kept'))
  })
}

function remove(name: string): Promise<void> {
  return new Promise(resolve => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    // Still open in another tab, which is told to close it; the removal follows by itself.
    request.onblocked = () => resolve()
  })
}

export class DeviceCopy {
  readonly #persistence: IndexeddbPersistence
  #note: ReturnType<typeof setTimeout> | null = null

  constructor(name: string, doc: Y.Doc) {
    this.#persistence = new IndexeddbPersistence(name, doc)
  }

  /** True for changes that come from this copy and not from an editor. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#persistence
  }

  /** Resolves with the state vector of what the server had stored, once the copy is in the document. */
  async loaded(): Promise<Uint8Array | null> {
    await this.#persistence.whenSynced
    const noted: unknown = await this.#persistence.get(STORED)
    if (noted instanceof Uint8Array) return noted
    return noted instanceof ArrayBuffer ? new Uint8Array(noted) : null
  }

  /** Remembers what the server has stored, soon. */
  noteStored(vector: () => Uint8Array): void {
    this.#note ??= setTimeout(() => {
      this.#note = null
      void this.#persistence.set(STORED, vector().slice().buffer)
    }, NOTE_INTERVAL)
  }

  async close(vector: Uint8Array): Promise<void> {
    if (this.#note !== null) clearTimeout(this.#note)
    if (this.#persistence.synced) await this.#persistence.set(STORED, vector.slice().buffer)
    await this.#persistence.destroy()
  }
}
