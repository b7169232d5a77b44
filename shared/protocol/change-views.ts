/** What the server shows of changes of units of a joint draft. */
import type { Side } from '../model/bilingual-text.ts'
import type { UnitChangeId, UnitId } from '../model/ids.ts'
import type { BilingualLabel } from '../model/language.ts'
import type { UnitWords } from '../model/proposal.ts'
import type { UnitChangeState } from '../model/unit-change.ts'

/** [S2] Of one draft, the newest first. */
export type UnitChangesView = {
  readonly changes: readonly UnitChangeView[]
  /** The sides in whose name the reader may ask here: a chair or drafter of them, while the draft is open. */
  readonly asksFor: readonly Side[]
  /** For which side the reader may answer; null where it may not. */
  readonly answersFor: Side | null
}

/** `made` once both sides have consented. */
export type ConsentGiven = { readonly made: boolean }

export type UnitChangeView = {
  readonly id: UnitChangeId
  readonly unit: UnitId
  readonly state: UnitChangeState
  readonly before: UnitWords
  readonly after: UnitWords
  readonly beforePair: string
  readonly afterPair: string
  readonly bracket: string | null
  readonly askedBy: Side | null
  readonly askedFor: BilingualLabel | null
  readonly reason: BilingualLabel
  /** Title of the mandate that asked. */
  readonly by: BilingualLabel | null
  /** The reader may take it back: it was asked for by the reader's own side, and is not answered for good. */
  readonly mayWithdraw: boolean
  readonly at: string
  readonly madeAt: string | null
  readonly answers: readonly {
    readonly side: Side
    readonly outcome: 'consented' | 'declined'
    readonly reason: BilingualLabel | null
    readonly by: BilingualLabel | null
    readonly at: string
  }[]
}
