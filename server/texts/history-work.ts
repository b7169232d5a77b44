/** What is asked of a log that is applied again: the words at one state, or what each sitting changed. */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { readBilingualText, UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { Refusal } from '../http/respond.ts'
import { applyUpdates, newDraftDocument } from '../sync/apply-updates.ts'
import { type Replay, type ReplayInput, replayHistory } from './replay-history.ts'

export type HistoryWork =
  | { readonly kind: 'words'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'replay'; readonly input: ReplayInput }

/** Gives values only, so that they can leave a thread. */
export function workOnHistory(work: HistoryWork): BilingualText | Replay | Refusal {
  if (work.kind === 'replay') return replayHistory(work.input)
  const doc = newDraftDocument()
  try {
    applyUpdates(doc, work.updates)
    return readBilingualText(doc)
  } catch (error) {
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  } finally {
    doc.destroy()
  }
}

/** The same work with all updates in one piece: thousands of small arrays take long to hand over to a thread. */
export type PackedWork = {
  readonly bytes: Uint8Array
  /** Of the updates that stand one after the other in `bytes`. */
  readonly lengths: readonly number[]
  readonly work:
    | { readonly kind: 'words' }
    | {
        readonly kind: 'replay'
        readonly input: Omit<ReplayInput, 'sittings'>
        /** The author of each update, by sitting. */
        readonly authors: readonly (readonly string[])[]
      }
}

export function packWork(work: HistoryWork): PackedWork {
  if (work.kind === 'words') return { ...packed(work.updates), work: { kind: 'words' } }
  const { sittings, ...input } = work.input
  return {
    ...packed(sittings.flat().map(update => update.bytes)),
    work: {
      kind: 'replay',
      input,
      authors: sittings.map(updates => updates.map(({ mandate }) => mandate)),
    },
  }
}

export function unpackWork({ bytes, lengths, work }: PackedWork): HistoryWork {
  let offset = 0
  const updates = lengths.map(length => {
    offset += length
    return bytes.subarray(offset - length, offset)
  })
  if (work.kind === 'words') return { kind: 'words', updates }
  let next = 0
  const sittings = work.authors.map(authors => authors.map(mandate => ({ mandate, bytes: updates[next++]! })))
  return { kind: 'replay', input: { ...work.input, sittings } }
}

function packed(updates: readonly Uint8Array[]): Pick<PackedWork, 'bytes' | 'lengths'> {
  const bytes = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const update of updates) {
    bytes.set(update, offset)
    offset += update.length
  }
  return { bytes, lengths: updates.map(({ length }) => length) }
}
