/** The cover note of a draft, kept on this device while it is written. */
import { readKeptEntry } from '../../kept-on-device.ts'

export type Note = { readonly fr: string; readonly ja: string }

export function readKeptNote(storage: Storage, key: string): Note {
  const kept = readKeptEntry(storage, key)
  return isNote(kept) ? { fr: kept.fr, ja: kept.ja } : { fr: '', ja: '' }
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
