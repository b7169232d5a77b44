/**
 * Work that is kept on this device until it reaches the server: an import under review, a cover note, a comment,
 * words that were not taken.
 * Each entry belongs to one person and one subject; signing out removes them all.
 */
const PREFIX = 'concordance.kept.'

/** The entry of this person's work on `subject` (a text, a draft, a thread). */
export function keptKey(
  kind: 'import' | 'note' | 'comment' | 'not-taken',
  person: string,
  subject: string,
): string {
  return `${PREFIX}${kind}.${person}.${subject}`
}

/** What was kept, as data of unknown shape; undefined when there is nothing, or nothing of ours. */
export function readKeptEntry(storage: Storage, key: string): unknown {
  const stored = storage.getItem(key)
  if (stored === null) return undefined
  try {
    return JSON.parse(stored)
  } catch {
    // Not JSON: written by something else, and nothing of ours to lose.
    return undefined
  }
}

/** False when the device has no room, or forbids storage: the page then says that the work is not kept. */
export function keepEntry(storage: Storage, key: string, value: unknown): boolean {
  try {
    storage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    // Quota or a private window: the work goes on in memory, and the caller tells the person.
    return false
  }
}

/** Forgets everything that was kept; called at sign-out. */
export function forgetKeptWork(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key)
}
