/** What the server shows of the agreement on a text. */
import type { AgreementState, ConsentKind } from '../model/agreement.ts'
import type { Side } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import type { BilingualLabel } from '../model/language.ts'

/** [A3] At one place of a text: a version, or a draft as it stands. */
export type AgreementView = {
  /** Reading order. */
  readonly units: readonly UnitAgreementView[]
  /** For which side the reader may consent here; null where nobody consents, or the reader may not. */
  readonly consentsFor: Side | null
  /** [A4] The essential content is confirmed: agreed units are locked until a chair reopens them. */
  readonly essentialConfirmed: boolean
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
  /** With a reason, after it was locked; the oldest first. */
  readonly reopenings: readonly {
    readonly side: Side
    readonly reason: BilingualLabel
    readonly by: BilingualLabel | null
    readonly at: string
  }[]
}
export type ConsentView = {
  readonly side: Side
  readonly kind: ConsentKind
  readonly by: BilingualLabel | null
  readonly at: string
}
