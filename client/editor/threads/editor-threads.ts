/** What the editor shows of the threads of its text, and where it leads. */
import type { ThreadId, UnitId } from '../../../shared/model/ids.ts'
import type { Anchor } from '../../../shared/model/thread.ts'
import type { ThreadTracker } from './thread-tracker.ts'

export type EditorThreads = {
  /** For good: the editors are made with it. */
  readonly tracker: ThreadTracker
  /** In the margin: those of each unit. */
  readonly byUnit: ReadonlyMap<UnitId, ThreadsInMargin>
  /** One may begin threads here. */
  readonly mayBegin: boolean
  /** Begins one there, in words. */
  readonly begin: (anchor: Anchor) => void
  /** Marks a thread, and shows its card beside the text. */
  readonly choose: (thread: ThreadId) => void
  /** Takes the keyboard to the card of a thread. */
  readonly goTo: (thread: ThreadId) => void
  /** The open ones in reading order. */
  readonly inOrder: readonly ThreadId[]
}

export type ThreadsInMargin = {
  /** The one that a click leads to: the first open one, else the first. */
  readonly first: ThreadId
  readonly internal: number
  readonly shared: number
  /** All of them are resolved. */
  readonly resolved: boolean
  readonly unread: boolean
  readonly callsMe: boolean
}
