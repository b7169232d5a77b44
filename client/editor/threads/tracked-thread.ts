/** What an editor needs to know of a thread, and what it finds out about it. */
import type { ThreadId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Anchor, Thread } from '../../../shared/model/thread.ts'

export type TrackedThread = {
  readonly id: ThreadId
  readonly anchor: Anchor
  readonly quote: Thread['quote']
  readonly internal: boolean
  /** Neither resolved nor without anything left to read: its passage is marked. */
  readonly open: boolean
}

/** Where a thread hangs in the text as it is now. */
export type ThreadPlace =
  | { readonly state: 'passage'; readonly unit: UnitId; readonly language: Language }
  /** `gone`: the words it hung on are no longer there. */
  | { readonly state: 'unit'; readonly unit: UnitId; readonly gone: boolean }
  | { readonly state: 'detached' }

/** Stands for the thread that one is about to begin. */
export const BEGINNING = 'beginning' as ThreadId
