/** What an editor needs to know of a thread. */
import type { ThreadId } from '../../../shared/model/ids.ts'
import type { Anchor, Thread } from '../../../shared/model/thread.ts'

export type TrackedThread = {
  readonly id: ThreadId
  readonly anchor: Anchor
  readonly quote: Thread['quote']
  readonly internal: boolean
  /** Neither resolved nor without anything left to read: its passage is marked. */
  readonly open: boolean
}

/** Stands for the thread that one is about to begin. */
export const BEGINNING = 'new' as ThreadId
