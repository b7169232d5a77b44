/**
 * The three visible states of saving, and the end. They follow what the server acknowledged, not what was
 * sent: `stored` is said only when the server has it on disk.
 */
export type SavingState =
  /** Edits exist on this device only; `pending` is how many frames (about: keystrokes) await the server. */
  | { readonly state: 'device'; readonly pending: number }
  /** The server has everything, its disk not yet. */
  | { readonly state: 'received' }
  /** Everything is on the server's disk. */
  | { readonly state: 'stored' }
  /** The connection ended for good; edits not stored stay on this device and can be exported. */
  | { readonly state: 'refused'; readonly why: RefusedWhy; readonly unsaved: boolean }

export type RefusedWhy =
  | 'signed-out'
  | 'not-allowed'
  | 'not-found'
  /** The draft was transmitted or set aside. */
  | 'closed'
  /** The page is older or newer than the server: reload. */
  | 'schema'
  /** The server was restored from a backup; this device may hold more than it. */
  | 'restored'
  /** [A4] What was written would have changed a unit that both sides agreed to. */
  | 'locked'
  | 'too-large'
  | 'too-fast'
  | 'malformed'
