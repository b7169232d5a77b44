/** One meeting, with its plan, people, facts and texts. All of it is data: nothing in the code knows a year. */
import type { Audience, Side } from './bilingual-text.ts'
import type { CountUnit, FactType, FactValue } from './fact-value.ts'
import type {
  DraftId,
  EditionId,
  FactId,
  OrganisationId,
  StageId,
  TextId,
  VersionId,
  WorkshopId,
} from './ids.ts'
import type { BilingualLabel, Language } from './language.ts'
import type { WorkshopSlot } from './workshop.ts'

/** How sure a date or value taken from a source is. */
export type SourceStatus = 'confirmed' | 'to-confirm' | 'inherited'

export type Edition = {
  readonly id: EditionId
  /** Ordinal of the meeting: 9 for the ninth. */
  readonly number: number
  readonly name: BilingualLabel
  readonly place: BilingualLabel
  /** Calendar days, YYYY-MM-DD, in the host's zone. */
  readonly startsOn: string
  readonly endsOn: string
  /** IANA zone of the host. */
  readonly zone: string
  /** The side that proposes the first version. */
  readonly penholder: Side
  readonly demonstration: boolean
}

export type Organisation = {
  readonly id: OrganisationId
  readonly edition: EditionId
  readonly name: BilingualLabel
  readonly side: Side | null
}

export type Workshop = {
  readonly id: WorkshopId
  readonly edition: EditionId
  readonly number: number
  readonly title: BilingualLabel
  readonly aliases: readonly string[]
  readonly status: SourceStatus
} & WorkshopSlot

/** Who answers for a fact: an organisation of the edition, a side, or a post in words. */
export type FactOwner =
  | { readonly organisation: OrganisationId }
  | { readonly side: Side }
  | { readonly title: { readonly [L in Language]: string } }

/** What is said of a fact; each change of it is kept. */
export type FactStatement = {
  readonly type: FactType
  readonly label: BilingualLabel
  /** What exactly is meant, so that everyone counts alike; empty where nobody has said. */
  readonly definition: { readonly [L in Language]: string }
  /** The words of the source, kept as evidence. */
  readonly source: string
  readonly owner: FactOwner | null
  /** What a count counts; null for a bare figure, and for every other type. */
  readonly unit: CountUnit | null
  /** Null while it is not known. */
  readonly value: FactValue | null
  readonly status: 'open' | 'confirmed'
}

export type Fact = FactStatement & {
  readonly id: FactId
  readonly edition: EditionId
  /** Handle by which templates name it: "number-jap"; the id for one that the organiser has added. */
  readonly key: string
  /** Since when it is no longer offered, ISO 8601 UTC; where it stands in a text it reads as before. */
  readonly withdrawnAt: string | null
}

/** Whose turn a stage gives: one side, both together, or the workshop leads. */
export type Turn = Side | 'joint' | 'leads'

/** One step of the plan. `position` orders the stages of an edition; gaps are allowed. */
export type Stage = {
  readonly id: StageId
  readonly edition: EditionId
  readonly position: number
  readonly name: BilingualLabel
  readonly turn: Turn
  /** What transmitting at this stage makes: "V1", "V1-FRA"; null when the stage makes no version. */
  readonly versionLabel: string | null
  /** From the end of this stage on, agreed units are locked. */
  readonly confirmsEssential: boolean
  /** [S1] The joint draft of this stage is not transmitted: the chairs of both sides seal it, which adopts the text. */
  readonly adopts: boolean
  /** What the draft of this stage starts from. */
  readonly startsFrom: 'last-own' | 'last-received' | 'previous-edition'
  readonly due: Deadline | null
  readonly dueStatus: SourceStatus
  /** The words of the source, kept as evidence. */
  readonly evidence: string
  readonly state: 'pending' | 'current' | 'done'
  /** Instant at which the stage became current, ISO 8601 UTC. */
  readonly openedAt: string | null
  readonly closedAt: string | null
}

/** An instant, with the zone in which it was meant. */
export type Deadline = {
  /** ISO 8601 UTC. */
  readonly at: string
  /** IANA zone. */
  readonly zone: string
}

export const TEXT_KINDS = ['declaration', 'workshop-summary', 'intervention-summary', 'restitution'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export type Text = {
  readonly id: TextId
  readonly edition: EditionId
  readonly kind: TextKind
  readonly workshop: WorkshopId | null
  readonly title: BilingualLabel
  /** [S1] When both sides had sealed it; nothing changes it from then on. Null for every text but an adopted one. */
  readonly adoptedAt: string | null
}

export type Draft = {
  readonly id: DraftId
  readonly text: TextId
  readonly audience: Audience
  readonly stage: StageId | null
  /** The version it continues; null for a text begun from nothing. */
  readonly base: VersionId | null
  readonly createdAt: string
  /** When it was transmitted or set aside; it is read-only from then on. */
  readonly closedAt: string | null
}

/** An immutable bilingual text. `number` counts the versions of a text from 1, without gaps. */
export type Version = {
  readonly id: VersionId
  readonly text: TextId
  readonly number: number
  /** "V1", "V1-FRA", or the name of the edition it was adopted by. */
  readonly label: string
  readonly origin: 'import' | 'transmission' | 'adoption'
  /** The side that speaks; null for an imported or joint version. */
  readonly side: Side | null
  readonly stage: StageId | null
  readonly base: VersionId | null
  /** SHA-256 over the canonical form, lower-case hexadecimal. */
  readonly sha256: string
  readonly coverNote: BilingualLabel
  readonly madeAt: string
  /** The deadline judged at transmission by the server's clock; null when there was none. */
  readonly due: Deadline | null
  readonly late: boolean
}
