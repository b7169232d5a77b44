/** What the server shows of the agreement on a text. */
import type { AgreementState, ConsentKind } from '../model/agreement.ts'
import type { Side } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import type { BilingualLabel } from '../model/language.ts'
import type { UnitWords } from '../model/proposal.ts'
import type { VersionView } from './views.ts'

/** [A3] At one place of a text: a version, or a draft as it stands. */
export type AgreementView = {
  /** Reading order. */
  readonly units: readonly UnitAgreementView[]
  /** Units with consents that are no longer in the text. */
  readonly gone: readonly Pick<UnitAgreementView, 'unit' | 'earlier' | 'history' | 'reopenings'>[]
  /** For which side the reader may consent here; null where nobody consents, or the reader may not. */
  readonly consentsFor: Side | null
  /** The sides that the reader is a member of. */
  readonly sides: readonly Side[]
  /** [A4] The essential content is confirmed: agreed units are locked until a chair reopens them. */
  readonly essentialConfirmed: boolean
  /**
   * Which units read as in an earlier version (the one asked for with `since`, else the last one before), for a chair
   * who consents to all of them; null where nobody consents or there is none.
   */
  readonly unchanged: {
    readonly since: Pick<VersionView, 'id' | 'label'>
    readonly units: readonly UnitId[]
  } | null
}
export type UnitAgreementView = {
  readonly unit: UnitId
  /** SHA-256 of the pair as it reads here; see `pairForm`. */
  readonly pair: string
  readonly state: AgreementState
  /** Nobody may change it, before a chair reopens it. */
  readonly locked: boolean
  /** Those that hold for this pair. */
  readonly consents: readonly ConsentView[]
  /** A side had consented to another pair of this unit: it was edited since. */
  readonly reopened: readonly Side[]
  /** Those consents, each with the words that it saw; they hold again where the unit reads so again. */
  readonly earlier: readonly EarlierConsentView[]
  /** With a reason, after it was locked; the oldest first. */
  readonly reopenings: readonly {
    readonly side: Side
    readonly reason: BilingualLabel
    readonly by: BilingualLabel | null
    readonly at: string
  }[]
  /** Every consent that was given, the oldest first, taken back or not. */
  readonly history: readonly PastConsentView[]
}
export type ConsentView = {
  readonly side: Side
  readonly kind: ConsentKind
  readonly by: BilingualLabel | null
  readonly at: string
  /** Label of the version since which the chair declared the unit unchanged; null for a consent to the unit itself. */
  readonly unchangedSince: string | null
}
export type EarlierConsentView = ConsentView & {
  readonly pair: string
  /** Null where they were not kept. */
  readonly words: UnitWords | null
}
export type PastConsentView = ConsentView & {
  /** Given to the pair as it reads here. */
  readonly here: boolean
  /** When it ceased to count: taken back, or another one took its place; null while it counts. */
  readonly withdrawnAt: string | null
}
