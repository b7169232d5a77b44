/** What the server shows of threads of comments. */
import type { Audience, Side } from '../model/bilingual-text.ts'
import type { CommentId, MandateId, ThreadId } from '../model/ids.ts'
import type { BilingualLabel } from '../model/language.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Anchor, Place, Thread } from '../model/thread.ts'

/** The threads of a text that the reader may read, with where each of them hangs at one place. */
export type ThreadsView = {
  /** The oldest first. */
  readonly threads: readonly ThreadView[]
  /** In which one may begin a thread at this place, the safest first; empty for those who only read. */
  readonly circles: readonly Circle[]
  /** Who can be called or assigned, of those whom one may know: in the threads of which circles. */
  readonly people: readonly {
    readonly mandate: MandateId
    readonly title: BilingualLabel
    readonly side: Side | null
    readonly role: Mandate['role']
    readonly mine: boolean
    readonly circles: readonly Circle[]
  }[]
  /** The mandates that comments call, in words. */
  readonly called: Readonly<Record<MandateId, BilingualLabel>>
}

/**
 * Who reads a thread: its audience, and of a thread that was begun in a draft only those who may read drafts. Of a
 * thread on a version the whole delegation, its workshop leads too.
 */
export type Circle = Audience | `${Audience}/draft`

export type ThreadView = {
  readonly id: ThreadId
  readonly audience: Audience
  readonly circle: Circle
  /** Where it was begun, and what that is called: the version's label; null for a draft. */
  readonly origin: { readonly place: Place; readonly label: string | null }
  /** The best that is known of where it hangs at the place that was asked for; see `locateThread`. */
  readonly anchor: Anchor
  readonly quote: Thread['quote']
  readonly by: CommenterView
  readonly createdAt: string
  /** The oldest first; a deleted one stays, without its words. */
  readonly comments: readonly CommentView[]
  /** Resolved, reopened, assigned: what was done with it and by whom, the oldest first. */
  readonly marks: readonly ThreadMarkView[]
  readonly resolved: boolean
  readonly assignee: {
    readonly mandate: MandateId
    readonly title: BilingualLabel
    readonly mine: boolean
  } | null
  /** Something in it is new to the reader, and not the reader's own. */
  readonly unread: boolean
  /** A comment in it calls the reader: by mandate, role or side. */
  readonly callsMe: boolean
  /** The reader may reply, resolve, reopen and assign. */
  readonly mayComment: boolean
}
/** Who said it, in words: across delegations people speak by mandate. */
export type CommenterView = {
  readonly title: BilingualLabel
  readonly side: Side | null
  readonly mine: boolean
}
export type CommentView = {
  readonly id: CommentId
  readonly by: CommenterView
  readonly at: string
  /** As `readComment` reads it; null once it was deleted. */
  readonly body: string | null
  readonly editedAt: string | null
  readonly deletedAt: string | null
  /** What it said before it was edited, the oldest first. */
  readonly earlier: readonly { readonly until: string; readonly body: string }[]
  /** One's own, and the thread is still open to one. */
  readonly mayEdit: boolean
}
export const THREAD_MARKS = ['resolved', 'reopened', 'assigned', 'unassigned'] as const
export type ThreadMarkView = {
  readonly kind: (typeof THREAD_MARKS)[number]
  readonly at: string
  readonly by: CommenterView
  /** Of `assigned`. */
  readonly assignee: BilingualLabel | null
}
