/**
 * What a workshop brings to the meeting: who speaks in it, its texts, and how far each text has come on its way from
 * its leads to the declaration.
 */
import type { TextKind, Version } from './edition.ts'
import type { MandateId, OrganisationId, ParticipationId, TextId, VersionId, WorkshopId } from './ids.ts'
import type { BilingualLabel, Language } from './language.ts'

/** Where and when a workshop meets; null while it is not known. */
export type WorkshopSlot = {
  readonly room: BilingualLabel | null
  /** Instants, ISO 8601 UTC. */
  readonly startsAt: string | null
  readonly endsAt: string | null
}

/** A local government that takes part, alone or as a pair (binôme) of a French and a Japanese one. */
export type Participation = {
  readonly id: ParticipationId
  readonly fra: OrganisationId | null
  readonly jap: OrganisationId | null
  /** One or two workshops, the wished first. */
  readonly choices: readonly WorkshopId[]
  /** Where it speaks; null while that is not decided. */
  readonly workshop: WorkshopId | null
  /** The summary of its intervention; null until it speaks somewhere. */
  readonly text: TextId | null
  readonly note: string
}

/** How long is spoken, and how long texts may be: a setting of the edition. */
export type SpeechSettings = {
  /** Of one intervention. */
  readonly interventionMinutes: number
  /** A pair speaks in one time for both, or each has one; not known yet. */
  readonly pairs: 'joint' | 'each' | 'undecided'
  /** Consecutive interpretation: everything is said twice. */
  readonly interpreted: boolean
  /** Of the plenary restitution of all workshops together. */
  readonly restitutionMinutes: number
  readonly budgets: { readonly [K in WorkshopTextKind]: Budget | null }
}
/** The longest a text should be: French words, Japanese characters. */
export type Budget = { readonly words: number; readonly characters: number }

export const WORKSHOP_TEXT_KINDS = ['intervention-summary', 'workshop-summary', 'restitution'] as const
export type WorkshopTextKind = Exclude<TextKind, 'declaration'>

export const DEFAULT_SPEECH: SpeechSettings = {
  interventionMinutes: 7,
  pairs: 'undecided',
  interpreted: true,
  restitutionMinutes: 60,
  budgets: {
    'intervention-summary': { words: 250, characters: 650 },
    'workshop-summary': { words: 200, characters: 520 },
    restitution: { words: 1_050, characters: 2_250 },
  },
}

/** What the secretariat says of a submitted version. The last one counts. */
export type SubmissionMark = {
  readonly version: VersionId
  readonly kind: 'returned' | 'accepted'
  /** Why it is returned, in one language at least; what is to be said of an acceptance, or null. */
  readonly reason: BilingualLabel | null
  readonly by: MandateId
  readonly at: string
}

/** [W2] On its way: nothing yet, being written, submitted, returned, submitted again, accepted, all of it in the declaration. */
export const SUBMISSION_STATES = [
  'none',
  'draft',
  'submitted',
  'returned',
  'resubmitted',
  'accepted',
  'integrated',
] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/**
 * Up to `accepted`: whether a summary is integrated the declaration says. `versions` are those of the text, by number; `marks` of
 * all of them, the oldest first.
 */
export function submissionState(
  versions: readonly Pick<Version, 'id'>[],
  marks: readonly Pick<SubmissionMark, 'version' | 'kind'>[],
  beingWritten: boolean,
): SubmissionState {
  const last = versions.at(-1)
  if (!last) return beingWritten ? 'draft' : 'none'
  const mark = marks.findLast(({ version }) => version === last.id)
  if (mark) return mark.kind
  return versions.length > 1 ? 'resubmitted' : 'submitted'
}

/** The last version that was accepted, if any: what the declaration takes its words from. */
export function acceptedVersion<V extends Pick<Version, 'id'>>(
  versions: readonly V[],
  marks: readonly Pick<SubmissionMark, 'version' | 'kind'>[],
): V | undefined {
  return versions.findLast(({ id }) => marks.findLast(({ version }) => version === id)?.kind === 'accepted')
}

/** The language in which a budget counts words, and that in which it counts characters. */
export function budgetIn(budget: Budget, language: Language): number {
  return language === 'fr' ? budget.words : budget.characters
}
