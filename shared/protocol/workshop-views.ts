/** What the server shows of workshops: who leads and speaks, and how far each text has come. */
import type { Comparison } from '../compare/comparison.ts'
import type { BilingualText, Side } from '../model/bilingual-text.ts'
import type { FactValues } from '../model/canonical-form.ts'
import type { Deadline, Text, Workshop } from '../model/edition.ts'
import type { DraftId, UnitId, VersionId } from '../model/ids.ts'
import type { BilingualLabel, Language } from '../model/language.ts'
import type {
  Budget,
  Participation,
  SpeechSettings,
  SubmissionMark,
  SubmissionState,
} from '../model/workshop.ts'
import type { PreviewFinding, VersionView } from './views.ts'

/** For the members of both sides and the organisers. */
export type WorkshopsView = {
  readonly workshops: readonly WorkshopView[]
  readonly participations: readonly Participation[]
  readonly speech: SpeechSettings
  /** When summaries are due: the deadline of the plan's stage in which it is the leads' turn. */
  readonly due: Deadline | null
  /** The reader enters workshops, those who take part, and times. */
  readonly mayRun: boolean
}

export type WorkshopView = {
  readonly workshop: Workshop
  readonly leads: readonly {
    readonly side: Side | null
    readonly title: BilingualLabel
    readonly mine: boolean
  }[]
  /** Summaries of interventions, the summary, the restitution. */
  readonly texts: readonly WorkshopTextView[]
}

export type WorkshopTextView = {
  readonly text: Text
  readonly state: SubmissionState
  /** Null for a text that has no deadline. */
  readonly due: Deadline | null
  /** Its deadline has passed and nothing was submitted. */
  readonly overdue: boolean
  /** The open draft, if the reader may read it. */
  readonly draft: DraftId | null
  /** The last version that was submitted. */
  readonly last: VersionView | null
  /** The last version that was accepted: what the declaration takes its words from. */
  readonly accepted: VersionId | null
  /** Of all its versions, the oldest first. */
  readonly marks: readonly SubmissionMarkView[]
  /** Of the last version, French words and Japanese characters; null when there is none. */
  readonly length: { readonly [L in Language]: number } | null
  readonly budget: Budget | null
  /** One of its leads: begins, writes and submits. */
  readonly mayWrite: boolean
  /** The secretariat returns or accepts what was submitted. */
  readonly mayReview: boolean
}

export type SubmissionMarkView = Omit<SubmissionMark, 'by'> & { readonly by: BilingualLabel | null }

/** [W1] A unit that waits to be said in `language`, for whoever may read the text's draft. */
export type TranslationView = {
  readonly unit: UnitId
  /** Place in the text, from 1. */
  readonly number: number
  readonly language: Language
  /** What that language said when it was asked; it waits for as long as it says the same. */
  readonly before: string
  /** The first words in the other language. */
  readonly words: string
  readonly by: BilingualLabel | null
  readonly at: string
}

/** What leaves when a draft of a workshop is submitted, computed from the texts. */
export type SubmissionPreview = {
  readonly label: string
  readonly sha256: string
  readonly content: BilingualText
  readonly facts: FactValues
  readonly baseFacts: FactValues
  /** With the version that was submitted before, or with nothing. */
  readonly comparison: Comparison
  readonly base: VersionView | null
  readonly due: Deadline | null
  readonly late: boolean
  readonly findings: readonly PreviewFinding[]
  readonly length: { readonly [L in Language]: number }
  readonly budget: Budget | null
}
