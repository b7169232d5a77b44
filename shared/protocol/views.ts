/** What the server shows: the only shapes in which rows become JSON. */

import type { Amendment } from '../compare/amendments.ts'
import type { Alarm, ChangeKind, Comparison, ComparisonRow } from '../compare/comparison.ts'
import type { IssuedText } from '../issue/issued-text.ts'
import type { AmendmentKey, Fate, Outcome, TransmittedDecision } from '../model/amendment.ts'
import type { BilingualText, Side } from '../model/bilingual-text.ts'
import type { FactValues } from '../model/canonical-form.ts'
import type { Draft, Edition, Fact, Organisation, Stage, Text, Version, Workshop } from '../model/edition.ts'
import type { DraftId, MandateId, TextId, UnitId, VersionId } from '../model/ids.ts'
import type { BilingualLabel, Language } from '../model/language.ts'
import type { Mandate, Person } from '../model/mandate.ts'
import type { ImportBlock } from './bodies.ts'

/** What one may do with a text now. The server decides; the client shows exactly this. */
export type Abilities = {
  /** There is a draft that one may read. */
  readonly readDrafts: boolean
  readonly writeDraft: boolean
  readonly transmit: boolean
  /** [S1] Puts one's side's seal on the joint draft that is to be adopted, once nothing stands in the way. */
  readonly seal: boolean
  /** A workshop's text: submits the draft, or returns and accepts what was submitted. */
  readonly submit: boolean
  readonly review: boolean
  readonly acknowledge: boolean
  readonly compare: boolean
  readonly comment: boolean
  readonly importText: boolean
  readonly openToLargeCommittee: boolean
}

export type SessionView = {
  readonly person: Person
  readonly mandates: readonly Mandate[]
  readonly edition: Edition | null
  /** Runs the edition: people, plan, facts. */
  readonly administers: boolean
  /** Reads the workshops: a member of either side, or an organiser. */
  readonly readsWorkshops: boolean
  /** Changes when a backup is restored; part of every room's address and of the device's store. */
  readonly epoch: string
  /** The place in the event stream (see event-stream.ts) before this was read: who listens from there misses nothing. */
  readonly heardUpTo: string
  /** Whether one lets one's own circle see where one is. */
  readonly showsPresence: boolean
}

/** What is known before signing in. */
export type WelcomeView = {
  readonly setUp: boolean
  readonly edition: Pick<Edition, 'name' | 'place' | 'startsOn' | 'endsOn' | 'demonstration'> | null
  /** Only in a demonstration: the mandates one may sign in as. */
  readonly demonstrationMandates: readonly {
    readonly mandate: MandateId
    readonly name: string
    readonly title: BilingualLabel
    readonly role: Mandate['role']
    readonly side: Mandate['side']
  }[]
}

export type LinkView = {
  readonly purpose: 'setup' | 'invitation' | 'sign-in'
  /** An account must be opened: name, login and password. */
  readonly needsAccount: boolean
  readonly title: BilingualLabel | null
  /** For a set-up link: the meeting being prepared, which may be chosen as the edition. */
  readonly upcoming: Pick<Edition, 'name' | 'place' | 'startsOn' | 'endsOn'> | null
  readonly expiresAt: string
}

export type InvitationView = {
  readonly id: string
  readonly title: BilingualLabel
  readonly role: Mandate['role']
  readonly side: Mandate['side']
  readonly createdAt: string
  readonly expiresAt: string
  readonly state: 'open' | 'used' | 'expired' | 'withdrawn'
}

export type PeopleView = {
  readonly people: readonly {
    readonly person: Person
    readonly mandates: readonly Mandate[]
    readonly lastSeenAt: string | null
  }[]
  readonly invitations: readonly InvitationView[]
}

export type EditionView = {
  readonly edition: Edition
  readonly stages: readonly Stage[]
  readonly organisations: readonly Organisation[]
  readonly workshops: readonly Workshop[]
  readonly facts: readonly Fact[]
}

/** One act of the log, as far as the reader may see it. */
export type ActView = {
  /** Counts the acts that the reader may see: gaps would tell of the others. */
  readonly seq: number
  readonly at: string
  /** The mandate, in words, of who acted; null for the program and the command line. */
  readonly by: BilingualLabel | null
  readonly kind: ActKind
  /**
   * Names for the message's placeholders, in both languages of the texts (and in English where it exists:
   * the same key with `En`): `editionFr editionJa` for edition-made and, with `placeFr placeJa startsOn
   * endsOn zone penholder`, edition-changed; `titleFr titleJa`, the mandate in
   * words, for invited, invitation-withdrawn, joined, mandate-ended, sign-in-link-made; `stageFr stageJa` for stage-… and
   * draft-opened; with stage-changed, where the deadline moved, `dueBefore dueBeforeZone due dueZone` (instants and
   * zones, empty where there was or is none); `factFr factJa valueFr valueJa` (values empty while unknown) and `status` for
   * fact-…; `version`, its label, for text-imported and version-…, and `decisions`, the SHA-256 of the decisions that
   * left with it, for version-transmitted where there were any, and how many of each outcome; `at`, the instant of the
   * state, and
   * `textFr textJa` for draft-restored, and, with `label`, that of the version, for text-…; `workshopFr workshopJa` for
   * workshop-…; `speakersFr speakersJa` for participation-…, with the workshop in which they speak, if any, as
   * `inFr inJa`; `count` for participations-imported; `textFr textJa` and `sha256` for text-sealed, seal-withdrawn and
   * text-adopted (there with `version`, its label, too); `textFr textJa` for corrigendum-…, with `number` and `sha256`
   * for corrigendum-made.
   */
  readonly detail: Readonly<Record<string, string>>
}

export const ACT_KINDS = [
  'edition-made',
  'edition-changed',
  'invited',
  'invitation-withdrawn',
  'joined',
  'mandate-ended',
  'sign-in-link-made',
  'stage-added',
  'stage-changed',
  'stage-removed',
  'stages-reordered',
  'stage-opened',
  'fact-added',
  'fact-changed',
  'fact-withdrawn',
  'fact-restored',
  'text-imported',
  'version-transmitted',
  'version-acknowledged',
  'version-opened',
  'draft-opened',
  'draft-restored',
  'text-submitted',
  'text-returned',
  'text-accepted',
  'workshop-added',
  'workshop-changed',
  'workshop-removed',
  'workshops-reordered',
  'speech-changed',
  'participation-added',
  'participation-changed',
  'participation-removed',
  'participations-imported',
  'units-proposed',
  'coverage-signed',
  'units-agreed',
  'units-disagreed',
  'unit-reopened',
  'text-sealed',
  'seal-withdrawn',
  'text-adopted',
  'corrigendum-proposed',
  'corrigendum-withdrawn',
  'corrigendum-declined',
  'corrigendum-made',
  'proposal-decided',
  'proposal-undecided',
  'record-exported',
  'text-published',
  'publication-ended',
  'change-asked',
  'change-consented',
  'change-declined',
  'change-withdrawn',
  'unit-changed',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** The record alone has them: the first page says them otherwise, or not at all. */
export const ACTS_OF_RECORD: readonly ActKind[] = [
  'proposal-decided',
  'proposal-undecided',
  'record-exported',
]

export type VersionView = Version & {
  /** Who transmitted, in words. */
  readonly madeBy: BilingualLabel | null
  readonly receipt: { readonly at: string; readonly by: BilingualLabel } | null
  readonly openedToLargeCommittee: boolean
  /** The decisions that left with it, on which answer; null when there were none, or the reader may not read the answer. */
  readonly decisions: {
    readonly answer: VersionId
    /** Of the file that `GET /api/versions/:id/decisions` gives. */
    readonly sha256: string
    readonly counts: OutcomeCounts
  } | null
}
export type OutcomeCounts = { readonly [O in Outcome]: number }

export type TextView = {
  readonly text: Text
  readonly abilities: Abilities
  /** The draft one may read, if there is one. */
  readonly draft: Draft | null
  /** No draft yet, and one may begin it: what it would start from (null: from a blank page). */
  readonly mayBeginFrom: { readonly base: VersionId | null } | null
  /** One's own side's drafts that were transmitted or set aside, the newest first, with what they became. */
  readonly pastDrafts: readonly { readonly draft: DraftId; readonly version: VersionId | null }[]
  readonly versions: readonly VersionView[]
}

export type DraftView = {
  readonly draft: Draft
  readonly text: Text
  readonly stage: Stage | null
  readonly base: VersionView | null
  readonly access: 'write' | 'read'
  readonly abilities: Abilities
  readonly facts: readonly Fact[]
  readonly epoch: string
}

export type VersionTextView = {
  readonly version: VersionView
  readonly content: BilingualText
  readonly facts: FactValues
}

/** What leaves when the draft is transmitted, computed from the two texts. */
export type TransmissionPreview = {
  readonly label: string
  readonly sha256: string
  readonly content: BilingualText
  readonly facts: FactValues
  /** What the facts read as in the base; empty without one. */
  readonly baseFacts: FactValues
  readonly comparison: Comparison
  readonly base: VersionView | null
  readonly due: Stage['due']
  readonly late: boolean
  readonly nextStage: Pick<Stage, 'id' | 'name' | 'turn' | 'due'> | null
  readonly findings: readonly PreviewFinding[]
  /** The decisions that leave with it; null when there was no answer to decide on. */
  readonly decisions: {
    readonly answer: VersionView
    readonly sha256: string
    /** In reading order of the answer; an amendment without a decision is not in it. */
    readonly decisions: readonly TransmittedDecision[]
    /** How many amendments the answer has. */
    readonly amendments: number
    /** What this text makes of each of them, as the other side will see it; null when that takes too long. */
    readonly fates: AmendmentFates | null
    readonly answerFacts: { readonly base: FactValues; readonly answer: FactValues }
  } | null
}
/** `blocks` findings refuse the transmission; the others are only shown. */
export type PreviewFinding = {
  readonly kind:
    | 'missing-counterpart'
    | 'empty-text'
    | 'unchanged'
    | 'one-language-changed'
    | 'open-fact'
    | 'fact-in-one-language'
    | 'open-bracket'
    | 'undecided-amendment'
    | 'undecided-proposal'
    | 'from-workshop'
    | 'decision-differs'
  readonly blocks: boolean
  /** Units concerned, in reading order. */
  readonly units: readonly string[]
}

export type ComparisonView = {
  /** The text that both are states of. */
  readonly text: Text
  readonly from: ComparedView
  readonly to: ComparedView
  readonly comparison: Comparison
  /** The new text's values, and the old one's of facts that only it uses. */
  readonly facts: FactValues
  readonly oldFacts: FactValues
  /** By the key of each row with a change, the SHA-256 of what changed; see `PUT /api/texts/:id/seen`. */
  readonly fingerprints: Readonly<Record<string, string>>
  /** Keys of the rows whose change the person who asks has ticked as seen. */
  readonly seen: readonly string[]
}
/** A file compared with a state of a text. Its facts stand in it as words. */
export type FileComparisonView = {
  readonly against: ComparedView
  readonly comparison: Comparison
  /** What was met in the file and not carried over. */
  readonly dropped: AlignmentView['dropped']
}
export type ComparedView = {
  readonly ref: ComparisonRef
  readonly label: string
  readonly at: string | null
  readonly sha256: string
  /** An adopted text, such as the previous edition's declaration: no longer a proposal. */
  readonly adopted: boolean
}
/**
 * `version:<id>`, `draft:<id>` (as it stands), `state:<draft id>@<instant>` (see `SittingView.state`), or
 * `agreed:<text id>`: what both sides last agreed on.
 */
export type ComparisonRef = string

/** What a side has to decide in its draft. Only for those who may read the draft. */
export type AmendmentsView = {
  readonly base: VersionView
  readonly answer: VersionView
  /** From the base to the answer. */
  readonly comparison: Comparison
  readonly facts: { readonly base: FactValues; readonly answer: FactValues }
  readonly amendments: readonly Amendment[]
  /** Those that hold, in the order of the amendments; an amendment without one is undecided. */
  readonly decisions: readonly DecisionView[]
  readonly mayDecide: boolean
}
export type DecisionView = {
  readonly amendment: AmendmentKey
  readonly outcome: Outcome
  readonly reason: BilingualLabel | null
  /** Who of the delegation, in words. */
  readonly by: BilingualLabel | null
  readonly at: string
  /** It changed words of the draft. */
  readonly carried: boolean
}
/** `edited`: the draft was edited at the same place; for a decision somebody has to choose, a withdrawal left the words. */
export type DecisionsMade = {
  readonly decided: readonly AmendmentKey[]
  readonly edited: readonly { readonly amendment: AmendmentKey; readonly mergeable: boolean }[]
}

/**
 * [C5] Since when: one's last visit, the last version, both sides' last agreement on each unit, one's own side's last
 * version, the previous edition.
 */
export type StandingKind = 'last-visit' | 'last-version' | 'last-agreed' | 'last-own' | 'previous-edition'

/** A comparison one click away; `from` and `to` make an address that can be sent to whoever may read both. */
export type StandingComparison = {
  readonly kind: StandingKind
  readonly from: ComparisonRef
  readonly to: ComparisonRef
  /** Of the visit, or of the version that it counts from. */
  readonly at: string
  /** Units that changed, in either language and in each; null when the texts are too long to count at once. */
  readonly changed: { readonly units: number; readonly fr: number; readonly ja: number } | null
}

// — history inside a draft —

/** [R8] The work in a draft by person and time. Only for whoever may read the draft. */
export type HistoryView = {
  readonly draft: DraftView
  /** How it began: from its base, or from a blank page. */
  readonly begun: {
    readonly at: string
    readonly by: SittingPerson | null
    /** As in `SittingView`. */
    readonly state: string | null
  }
  /** The newest first. */
  readonly sittings: readonly SittingView[]
}

export type SittingView = {
  /** Stays the same for this sitting; unique in the draft. */
  readonly id: string
  readonly from: string
  readonly to: string
  /** The instant that names the state at its end, for viewing and restoring; null while the sitting may go on. */
  readonly state: string | null
  /** What to compare to see what it changed: null when it began from a blank page. */
  readonly before: ComparisonRef | null
  readonly after: ComparisonRef
  /** The instant of the state that was restored, when that is what it is. */
  readonly restored: string | null
  /** Decisions on amendments were carried out in it. */
  readonly decisions: boolean
  /** Words of a workshop were put in, or taken out again. */
  readonly integrated: boolean
  /** A unit was changed with both sides' consent in it. */
  readonly unitChanged: boolean
  readonly people: readonly SittingPerson[]
  /** The units that differ between before and after, in reading order. Null when one of the texts cannot be read. */
  readonly units: readonly SittingUnit[] | null
}

export type SittingPerson = {
  /** The mandate in words; null for the other side in a joint draft, which speaks with one voice [M3]. */
  readonly by: BilingualLabel | null
  readonly side: Side | null
  /** Indices into the sitting's `units` of those that this person changed. */
  readonly units: { readonly [L in Language]: readonly number[] }
}

export type SittingUnit = {
  readonly id: UnitId
  /** Place in the text after the sitting, from 1; in the text before it for a unit that was deleted. */
  readonly number: number
  readonly kinds: { readonly [L in Language]: readonly ChangeKind[] }
  /** Its first words. */
  readonly words: { readonly [L in Language]: string }
}

/** A draft as it was. */
export type DraftStateView = {
  readonly draft: DraftView
  readonly at: string
  readonly content: BilingualText
  readonly facts: FactValues
}

export type RestorationView = {
  /** False when the draft read like that already: nothing was written. */
  readonly changed: boolean
  /** The instant of the state that was replaced, for going back to it. */
  readonly before: string | null
}

/** The first page. */
export type DeskView = {
  readonly edition: EditionView
  readonly current: Stage | null
  /** True when the reader's side, or the reader as a lead, is to act. */
  readonly myTurn: boolean
  readonly texts: readonly TextView[]
  readonly lastVisitAt: string | null
  /** Amendments that wait in a draft which the reader may read. */
  readonly toDecide: readonly {
    readonly text: TextId
    readonly draft: DraftId
    readonly answer: Pick<VersionView, 'id' | 'label'>
    readonly undecided: number
    readonly amendments: number
  }[]
  /** Latest versions that answer amendments of the reader’s own side. */
  readonly fates: readonly {
    readonly text: TextId
    readonly version: Pick<VersionView, 'id' | 'label'>
    readonly answer: Pick<VersionView, 'id' | 'label'>
    readonly counts: FateCounts
  }[]
}

/** What a source may hold that a text of ours does not. */
export const DROPPED_THINGS = ['image', 'table', 'script', 'style', 'comment', 'form'] as const
export type DroppedThing = (typeof DROPPED_THINGS)[number]

/** The alignment proposed for an import; every row becomes one unit unless the reader changes it. */
export type AlignmentView = {
  readonly rows: readonly {
    readonly fr: readonly ImportBlock[]
    readonly ja: readonly ImportBlock[]
    /** 0 to 1. */
    readonly confidence: number
  }[]
  /** What was met and not carried over, per language. */
  readonly dropped: readonly {
    readonly language: Language
    readonly what: DroppedThing
    readonly count: number
  }[]
}

/** What became of the amendments of an answer in the version that followed it. The same for everyone who may read all three. */
export type FatesView = AmendmentFates & {
  /** The version that was answered, the answer, and the version that followed. */
  readonly base: VersionView
  readonly answer: VersionView
  readonly version: VersionView
  readonly text: Text
  readonly facts: {
    readonly base: FactValues
    readonly answer: FactValues
    readonly version: FactValues
  }
}
export type AmendmentFates = {
  /** In reading order of the answer. */
  readonly amendments: readonly AmendmentFateView[]
  readonly counts: FateCounts
  /** Decisions on what is no amendment as the texts are compared today. */
  readonly unplaced: readonly TransmittedDecision[]
}
export type AmendmentFateView = {
  readonly amendment: AmendmentKey
  readonly kinds: readonly ChangeKind[]
  readonly alarm: Alarm | null
  /** From the base to the answer. */
  readonly rows: readonly ComparisonRow[]
  /** Computed from the three texts; per language null where the amendment changes nothing. */
  readonly fate: Fate
  readonly fr: Fate | null
  readonly ja: Fate | null
  /** Units of the following text where it stands, or would stand; `position` in its reading order, from 0. */
  readonly places: readonly { readonly unit: UnitId; readonly position: number }[]
  /** From the answer to the following text, what stands in its place; none where the answer deleted it and it is gone. */
  readonly now: readonly ComparisonRow[]
  /** As recorded; null when there is none. */
  readonly decision: Pick<TransmittedDecision, 'outcome' | 'reason'> | null
  /** The text does not do what the decision says. */
  readonly differs: boolean
}
export type FateCounts = {
  readonly amendments: number
  readonly fates: { readonly [F in Fate]: number }
  readonly decisions: OutcomeCounts
  readonly undecided: number
  readonly differing: number
}

/** [S3] */
export type IssuedView = {
  readonly issued: IssuedText
  /** Since when anybody may read it; null while it is not open. */
  readonly published: { readonly at: string } | null
  readonly mayPublish: boolean
}

/** Pushed on the event stream; the client asks again for what it shows. */
export type LiveEvent = {
  readonly topic:
    | 'plan'
    | 'people'
    | 'facts'
    | 'texts'
    | 'amendments'
    | 'threads'
    | 'coverage'
    | 'agreement'
    | 'brackets'
    | 'session'
    | 'presence'
  /** Id of what changed, where it is one thing. */
  readonly subject?: string
}
