/** What the server shows: the only shapes in which rows become JSON. */

import type { ChangeKind } from '../compare/change-kinds.ts'
import type { Comparison } from '../compare/comparison.ts'
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
  /** Changes when a backup is restored; part of every room's address and of the device's store. */
  readonly epoch: string
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
   * draft-opened; `factFr factJa valueFr valueJa` (values empty while unknown) and `status` for
   * fact-changed; `version`, its label, for text-imported and version-…; `at`, the instant of the state, and
   * `textFr textJa` for draft-restored.
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
  'fact-changed',
  'text-imported',
  'version-transmitted',
  'version-acknowledged',
  'version-opened',
  'draft-opened',
  'draft-restored',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

export type VersionView = Version & {
  /** Who transmitted, in words. */
  readonly madeBy: BilingualLabel | null
  readonly receipt: { readonly at: string; readonly by: BilingualLabel } | null
  readonly openedToLargeCommittee: boolean
}

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
  readonly comparison: Comparison
  readonly base: VersionView | null
  readonly due: Stage['due']
  readonly late: boolean
  readonly nextStage: Pick<Stage, 'id' | 'name' | 'turn' | 'due'> | null
  readonly findings: readonly PreviewFinding[]
}
/** `blocks` findings refuse the transmission; the others are only shown. */
export type PreviewFinding = {
  readonly kind:
    | 'missing-counterpart'
    | 'empty-text'
    | 'unchanged'
    | 'one-language-changed'
    | 'open-fact'
    | 'open-bracket'
  readonly blocks: boolean
  /** Units concerned, in reading order. */
  readonly units: readonly string[]
}

export type ComparisonView = {
  /** The text that both are states of. */
  readonly text: TextId
  readonly from: ComparedView
  readonly to: ComparedView
  readonly comparison: Comparison
  readonly facts: FactValues
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
}
/** `version:<id>`, `draft:<id>` (as it stands), or `state:<draft id>@<instant>` (see `SittingView.state`). */
export type ComparisonRef = string

/** [C5] Since when: one's last visit, the last version, one's own side's last version, the previous edition. */
export type StandingKind = 'last-visit' | 'last-version' | 'last-own' | 'previous-edition'

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
  /** What happened since the last visit, the newest first. */
  readonly since: readonly ActView[]
  /**
   * Per text what changed since one's last visit to it (of kind `last-visit`; since the last visit to the first page
   * where one never opened the text). Texts of which there was nothing to read then are left out.
   */
  readonly changes: readonly (StandingComparison & { readonly text: TextId })[]
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

/** Pushed on the event stream; the client asks again for what it shows. */
export type LiveEvent = {
  readonly topic: 'plan' | 'people' | 'facts' | 'texts' | 'session'
  /** Id of what changed, where it is one thing. */
  readonly subject?: string
}
