/** The cover note of a draft, kept on this device while it is written; signing out removes it. */
type Note = { readonly fr: string; readonly ja: string }

const PREFIX = 'concordance.note.'

export function keptNote(storage: Storage, person: string, draft: string): Note {
  const empty = { fr: '', ja: '' }
  try {
    const stored: unknown = JSON.parse(storage.getItem(keyOf(person, draft)) ?? 'null')
    return isNote(stored) ? { fr: stored.fr, ja: stored.ja } : empty
  } catch {
    // Written by something else: there is no note of ours to lose.
    return empty
  }
}

export function keepNote(storage: Storage, person: string, draft: string, note: Note): void {
  try {
    storage.setItem(keyOf(person, draft), JSON.stringify(note))
  } catch {
    // No room on the device: the note lives as long as the page.
  }
}

export function forgetNote(storage: Storage, person: string, draft: string): void {
  storage.removeItem(keyOf(person, draft))
}

/** Forgets every note kept on this device; called at sign-out. */
export function forgetKeptNotes(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key)
}

function keyOf(person: string, draft: string): string {
  return `${PREFIX}${person}.${draft}`
}

function isNote(value: unknown): value is Note {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fr' in value &&
    'ja' in value &&
    typeof value.fr === 'string' &&
    typeof value.ja === 'string'
  )
}
