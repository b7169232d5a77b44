/** What the server shows of a reader's working day: what happened, and what awaits one. */
import type { ComparisonRow } from '../compare/comparison.ts'
import type { Audience, Side } from '../model/bilingual-text.ts'
import type { FactValues } from '../model/canonical-form.ts'
import type { Stage, Text } from '../model/edition.ts'
import type {
  BlockId,
  CorrigendumId,
  DraftId,
  TextId,
  ThreadId,
  UnitChangeId,
  UnitId,
  WorkshopId,
} from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Place, Thread } from '../model/thread.ts'
import type { CommenterView, CommentView, ThreadMarkView, ThreadsView } from './thread-views.ts'
import type { ActView, ComparisonRef, StandingComparison, VersionView } from './views.ts'

/**
 * [D4] What happened since an instant, as far as one reader may know of it and without what the reader did: the
 * first page and the digest by mail are made of it.
 */
export type NewsView = {
  /** Null when the reader was never here: nothing is counted as new then, and the acts are those so far. */
  readonly since: string | null
  /** Texts in which something changed or was said. */
  readonly texts: readonly TextNews[]
  /** Transmissions, receipts, openings; what changed in the plan; who joined or left. The newest first. */
  readonly acts: readonly ActView[]
}
export type TextNews = {
  readonly text: Text
  /** Since when its changes count: later than the whole where the reader was at this text after that. */
  readonly since: string
  /** What the changes are taken from; null when the words are what they were. */
  readonly compared: {
    readonly from: ComparisonRef
    readonly to: ComparisonRef
    readonly facts: FactValues
    readonly oldFacts: FactValues
    /** Generated numbers of the listed blocks, in the old text and in the new one; see `blockNumbers`. */
    readonly numbers: { readonly [W in 'old' | 'new']: Readonly<Record<BlockId, string>> }
    /** Units that changed, in either language and in each; null when the texts are too long to be compared at once. */
    readonly changed: StandingComparison['changed']
  } | null
  /** Reading order. */
  readonly units: readonly UnitNews[]
  /** How many units with news are not listed. */
  readonly more: number
  /** Threads whose unit is no longer in the text. */
  readonly detached: readonly ThreadNews[]
}
export type UnitNews = {
  readonly unit: UnitId
  /** Place in the text as it stands, from 1; in the old one when it was deleted. */
  readonly number: number
  readonly words: { readonly [L in Language]: string }
  readonly change: ComparisonRow | null
  readonly threads: readonly ThreadNews[]
}
/** A thread with what is new in it. */
export type ThreadNews = {
  readonly thread: ThreadId
  readonly audience: Audience
  /** Where it is opened. */
  readonly place: Place
  readonly quote: Thread['quote']
  readonly comments: readonly CommentView[]
  readonly marks: readonly ThreadMarkView[]
  /** A new comment calls the reader. */
  readonly callsMe: boolean
  readonly called: ThreadsView['called']
}

/** [D1] What awaits one reader. `at` is when it began to wait, or when it is due. */
export type AwaitingView = { readonly at: string } & (
  | {
      /** One is called in a thread that one has not read since, or that is assigned to one and open. */
      readonly kind: 'mention' | 'assigned'
      readonly text: TextId
      readonly thread: ThreadId
      readonly audience: Audience
      readonly place: Place
      readonly unit: UnitId
      readonly by: CommenterView
      /** The first words of the comment, those who are called left out. */
      readonly words: string
    }
  | {
      readonly kind: 'amendments'
      readonly text: TextId
      readonly draft: DraftId
      readonly answer: Pick<VersionView, 'id' | 'label'>
      readonly undecided: number
    }
  /** A version of the other side to be acknowledged. */
  | { readonly kind: 'receipt'; readonly text: TextId; readonly version: Pick<VersionView, 'id' | 'label'> }
  /** Units of a workshop's text are to be said in the language of one's side. */
  | {
      readonly kind: 'translation'
      readonly text: TextId
      /** Null where it is to be begun. */
      readonly draft: DraftId | null
      readonly workshop: WorkshopId
      readonly language: Language
      readonly units: number
      /** The first of them. */
      readonly unit: UnitId
    }
  /** Amendments from workshops on which one's side has not decided, in a joint stage. */
  | { readonly kind: 'proposals'; readonly text: TextId; readonly undecided: number }
  /** A change of a unit of the joint draft awaits the consent of one's side. */
  | {
      readonly kind: 'unit-change'
      readonly text: TextId
      readonly draft: DraftId
      readonly change: UnitChangeId
      /** The unit's place in the text, from 1. */
      readonly number: number
      /** The side that asks; null where nobody claims the change. */
      readonly askedBy: Side | null
    }
  /**
   * Paragraphs of the text on the table: proposed by the other side, agreed by one's own ad referendum, reopened with a
   * reason by the other side. `side` is the other one, `place` where they are read.
   */
  | {
      readonly kind: 'consents' | 'confirmations' | 'reopenings'
      readonly text: TextId
      readonly place: Place
      readonly side: Side
      readonly units: number
    }
  /** [S1] Nothing stands in the way of the adoption any more, or the other side has sealed the very text that stands. */
  | { readonly kind: 'seal'; readonly text: TextId; readonly sealedByOther: boolean }
  /** [S1] The other side asks for a correction of the adopted text. */
  | { readonly kind: 'corrigendum'; readonly text: TextId; readonly corrigendum: CorrigendumId }
  /** A text of one's workshop came back from the secretariat. */
  | { readonly kind: 'returned'; readonly text: TextId; readonly workshop: WorkshopId }
  /** A text of a workshop was submitted: the secretariat returns or accepts it. */
  | { readonly kind: 'review'; readonly text: TextId; readonly version: Pick<VersionView, 'id' | 'label'> }
  /** The stage in which one is to act is due soon, or late. */
  | { readonly kind: 'deadline'; readonly stage: Stage['id']; readonly late: boolean }
)
