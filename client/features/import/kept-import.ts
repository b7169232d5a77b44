/**
 * The import in progress, kept on this device from the first paste until it is confirmed, so that a closed
 * tab or a lost connection loses no work. One per person and text; other people of the same browser do
 * not see it, and signing out removes it.
 */
import { z } from 'zod'
import { importBody } from '../../../shared/protocol/bodies.ts'
import type { ReviewRow } from './alignment-review.ts'

export type ImportSource = {
  readonly format: 'plain' | 'html'
  readonly content: string
  /** Name of the file it came from; empty when it was pasted. */
  readonly file: string
}

export type Dropped = { readonly language: 'fr' | 'ja'; readonly what: string; readonly count: number }

export type KeptImport = {
  readonly label: string
  readonly fr: ImportSource
  readonly ja: ImportSource
  /** Null while the texts have not been aligned. */
  readonly rows: readonly ReviewRow[] | null
  readonly dropped: readonly Dropped[]
}

export const NOTHING_KEPT: KeptImport = {
  label: '',
  fr: { format: 'plain', content: '', file: '' },
  ja: { format: 'plain', content: '', file: '' },
  rows: null,
  dropped: [],
}

const PREFIX = 'concordance.import.'

export function importKey(person: string, text: string): string {
  return `${PREFIX}${person}.${text}`
}

/** What was kept, or nothing: an unreadable entry (another version of the program) counts as nothing. */
export function readKept(storage: Storage, key: string): KeptImport {
  const stored = storage.getItem(key)
  if (stored === null) return NOTHING_KEPT
  try {
    const parsed = keptSchema.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : NOTHING_KEPT
  } catch {
    // Not JSON: written by something else, and nothing of ours to lose.
    return NOTHING_KEPT
  }
}

/** False when the device has no room: the page then says that the work is not kept. */
export function keep(storage: Storage, key: string, value: KeptImport): boolean {
  try {
    storage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    // Quota or a private window: the work goes on in memory, and the caller tells the person.
    return false
  }
}

/** Forgets every import kept on this device; called at sign-out. */
export function forgetKeptImports(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key)
}

const source = z.object({ format: z.enum(['plain', 'html']), content: z.string(), file: z.string() })
const blocks = importBody.shape.rows.element.shape
const keptSchema = z.object({
  label: z.string(),
  fr: source,
  ja: source,
  rows: z
    .array(
      z.object({
        key: z.string().regex(/^r\d+$/),
        fr: blocks.fr,
        ja: blocks.ja,
        confidence: z.number().nullable(),
      }),
    )
    .nullable(),
  dropped: z.array(z.object({ language: z.enum(['fr', 'ja']), what: z.string(), count: z.number() })),
})
