/** What the server shows of a round: its amendments and threads, unit by unit, as a table can be made of them. */
import type { ChangeKind } from '../compare/change-kinds.ts'
import type { Alarm, ComparisonRow } from '../compare/comparison.ts'
import type { AmendmentKey, Fate, Outcome, TransmittedDecision } from '../model/amendment.ts'
import type { Audience, Side } from '../model/bilingual-text.ts'
import type { FactValues } from '../model/canonical-form.ts'
import type { Text } from '../model/edition.ts'
import type { CommentId, DraftId, MandateId, ThreadId } from '../model/ids.ts'
import type { BilingualLabel, Language } from '../model/language.ts'
import type { Thread } from '../model/thread.ts'
import type { VersionView } from './views.ts'

export type RoundView = {
  readonly text: Text
  /** The version that was answered, and the answer, by which the round is named. */
  readonly base: VersionView
  readonly answer: VersionView
  readonly end: RoundEndView
  /** What the facts read as in each of the three texts; the last is empty where there is none. */
  readonly facts: { readonly base: FactValues; readonly answer: FactValues; readonly end: FactValues }
  /** Units with an amendment or a thread, in reading order of the answer. */
  readonly entries: readonly RoundEntry[]
  /** Threads whose unit is in none of the texts of the round. */
  readonly detached: readonly RoundThread[]
  /** Decisions on what is no amendment as the texts are compared today. */
  readonly unplaced: readonly TransmittedDecision[]
  /** Threads of one's own side alone are among them. */
  readonly internal: boolean
  /** The reader has a side, whose internal threads can be added. */
  readonly mayAddInternal: boolean
  /** The mandates that comments call, in words. */
  readonly called: Readonly<Record<MandateId, BilingualLabel>>
}

/**
 * `transmitted`: a version followed and says what became of the amendments. `draft`: decided so far in the draft of
 * the reader's own side, which nobody else sees. `waiting`: the answer is the last word. `passed`: a version followed
 * that does not answer to it.
 */
export type RoundEndView =
  | { readonly state: 'transmitted'; readonly version: VersionView }
  | { readonly state: 'draft'; readonly draft: DraftId }
  | { readonly state: 'waiting' }
  | { readonly state: 'passed' }

export type RoundEntry = {
  /** Unique in the round and the same on every computation. */
  readonly key: string
  /** Its places in the text where it stands, from 1. */
  readonly place: { readonly in: 'answer' | 'base' | 'end'; readonly numbers: readonly number[] }
  /** Its first words; empty where a language has none. */
  readonly words: { readonly [L in Language]: string }
  readonly amendment: RoundAmendment | null
  /** The oldest first. */
  readonly threads: readonly RoundThread[]
}

export type RoundAmendment = {
  readonly key: AmendmentKey
  readonly kinds: readonly ChangeKind[]
  readonly alarm: Alarm | null
  /** From the base to the answer. */
  readonly rows: readonly ComparisonRow[]
  /** Null while nothing is decided, or where nothing was recorded. */
  readonly decision: { readonly outcome: Outcome; readonly reason: BilingualLabel | null } | null
  /** Computed from the three texts; null without a third, or where that takes too long. */
  readonly fate: Fate | null
  /** The text does not do what the decision says. */
  readonly differs: boolean
  /** From the answer to the third text, what stands in its place, where it was taken in part; else empty. */
  readonly now: readonly ComparisonRow[]
}

/** A thread as it stood when the round ended. */
export type RoundThread = {
  readonly id: ThreadId
  readonly audience: Audience
  /** The version at which it was begun; null for a draft. */
  readonly origin: string | null
  readonly quote: Thread['quote']
  readonly by: RoundSpeaker
  readonly createdAt: string
  /** Said until the end of the round, the oldest first. The first is the observation. */
  readonly comments: readonly RoundComment[]
  /** When and by whom it was resolved, as it stood at the end of the round. */
  readonly resolved: { readonly at: string; readonly by: RoundSpeaker } | null
  /** What came after the round; null when nothing did. */
  readonly since: { readonly comments: number; readonly resolved: boolean } | null
}
export type RoundComment = {
  readonly id: CommentId
  readonly by: RoundSpeaker
  readonly at: string
  /** As it reads now; null once it was deleted. */
  readonly body: string | null
  readonly editedAt: string | null
}
export type RoundSpeaker = { readonly title: BilingualLabel; readonly side: Side | null }
