/**
 * The import in progress, kept on this device from the first paste until it is confirmed, so that a closed
 * tab or a lost connection loses no work. One per person and text.
 */
import { z } from 'zod'
import { importBody } from '../../../shared/protocol/bodies.ts'
import { type AlignmentView, DROPPED_THINGS } from '../../../shared/protocol/views.ts'
import { readKeptEntry } from '../../kept-on-device.ts'
import type { ReviewRow } from './alignment-review.ts'

export type ImportSource = {
  readonly format: 'plain' | 'html'
  readonly content: string
  /** Name of the file it came from; empty when it was pasted. */
  readonly file: string
}

export type KeptImport = {
  readonly label: string
  readonly fr: ImportSource
  readonly ja: ImportSource
  /** Null while the texts have not been aligned. */
  readonly rows: readonly ReviewRow[] | null
  readonly dropped: AlignmentView['dropped']
}

export const NOTHING_KEPT: KeptImport = {
  label: '',
  fr: { format: 'plain', content: '', file: '' },
  ja: { format: 'plain', content: '', file: '' },
  rows: null,
  dropped: [],
}

/** What was kept, or nothing: an unreadable entry (another version of the program) counts as nothing. */
export function readKeptImport(storage: Storage, key: string): KeptImport {
  const parsed = keptSchema.safeParse(readKeptEntry(storage, key))
  return parsed.success ? parsed.data : NOTHING_KEPT
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
  dropped: z.array(
    z.object({ language: z.enum(['fr', 'ja']), what: z.enum(DROPPED_THINGS), count: z.number() }),
  ),
})
