/** What the server shows of the adoption of a text, and of the corrigenda of an adopted one. */
import type { ObstacleKind } from '../model/adoption.ts'
import type { Side } from '../model/bilingual-text.ts'
import type { CorrigendumChange, CorrigendumReason, CorrigendumState } from '../model/corrigendum.ts'
import type { Fact, Stage, Text } from '../model/edition.ts'
import type { CorrigendumId, DraftId, UnitId } from '../model/ids.ts'
import type { BilingualLabel, Language } from '../model/language.ts'
import type { VersionView } from './views.ts'

/** [S1] How far a text is from its adoption, or how it was adopted. */
export type AdoptionView = {
  readonly text: Text
  /** The stage that adopts: the current one if it does, else the first of the plan that is not done; null without one. */
  readonly stage: Stage | null
  /** The joint draft that is to be sealed; null before it is begun, afterwards, and for those who may not read it. */
  readonly draft: DraftId | null
  /** Of that draft as it stands; null where there is none, or the reader may not read it. */
  readonly readiness: ReadinessView | null
  /** Those that were not withdrawn, at most one per side; none for those who hear nothing of them. */
  readonly seals: readonly SealView[]
  /** For which side the reader may seal this draft, as soon as nothing stands in the way; null where it may not. */
  readonly sealsFor: Side | null
  /** Null while it is not adopted, and for those who may not read the adopted version. */
  readonly adopted: AdoptedView | null
}

export type ReadinessView = {
  /** Of the text as it stands: what a seal is put on. */
  readonly sha256: string
  /** Empty when it can be sealed. */
  readonly obstacles: readonly ObstacleView[]
  readonly units: number
  /** Of these, units on which both sides agree, nothing awaiting confirmation. */
  readonly agreed: number
}

export type ObstacleView = {
  readonly kind: ObstacleKind
  readonly units: readonly ObstacleUnit[]
  readonly facts: readonly Pick<Fact, 'id' | 'label'>[]
}
export type ObstacleUnit = {
  readonly unit: UnitId
  /** Place in the text, from 1; null for what is not in it (yet). */
  readonly number: number | null
  readonly words: { readonly [L in Language]: string }
}

export type SealView = {
  readonly side: Side
  readonly at: string
  /** Title of the chair's mandate. */
  readonly by: BilingualLabel | null
  readonly sha256: string
  /** The text, or a fact in it, says something else since: the seal counts no longer. Null where the reader cannot tell. */
  readonly void: boolean | null
}

export type AdoptedView = {
  readonly version: VersionView
  readonly at: string
  /** One of each side. */
  readonly seals: readonly SealView[]
  readonly corrigenda: readonly CorrigendumView[]
  /** Asked for, with what became of them, the newest first; those that were made are in `corrigenda`. */
  readonly proposals: readonly CorrigendumProposalView[]
  /** For which side the reader may ask for a corrigendum; null where it may not. */
  readonly correctsFor: Side | null
}

/** With the consent of both sides, in the order of their numbers. */
export type CorrigendumView = {
  readonly id: CorrigendumId
  readonly number: number
  readonly sha256: string
  readonly at: string
  readonly changes: readonly CorrigendumChange[]
  readonly reason: CorrigendumReason
  readonly askedBy: { readonly side: Side; readonly by: BilingualLabel | null }
  readonly consentedBy: { readonly side: Side; readonly by: BilingualLabel | null }
}

export type CorrigendumProposalView = {
  readonly id: CorrigendumId
  readonly state: Exclude<CorrigendumState, 'made'>
  readonly side: Side
  readonly by: BilingualLabel | null
  readonly at: string
  readonly changes: readonly CorrigendumChange[]
  readonly reason: CorrigendumReason
  readonly declined: {
    readonly reason: CorrigendumReason | null
    readonly by: BilingualLabel | null
    readonly at: string
  } | null
  readonly mayAnswer: boolean
  readonly mayWithdraw: boolean
}
