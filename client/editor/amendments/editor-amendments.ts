import type { AmendmentKey, Outcome } from '../../../shared/model/amendment.ts'
import type { MarkStore } from './mark-store.ts'

/** What the editor shows of the amendments to decide on, and where it leads. */
export type EditorAmendments = {
  /** What they would change, over the text. */
  readonly marks: MarkStore
  /** In the margin: those of each unit of the draft. */
  readonly byUnit: ReadonlyMap<string, readonly AmendmentInMargin[]>
  /** State of every amendment, also of those that stand in no unit of the draft. */
  readonly states: ReadonlyMap<AmendmentKey, AmendmentState>
  /** Goes to one of them in the list. */
  readonly open: (amendment: AmendmentKey) => void
  /** Goes to the list; false when that cannot be. */
  readonly toList: () => boolean
}

export type AmendmentState = 'undecided' | Outcome

export type AmendmentInMargin = {
  readonly amendment: AmendmentKey
  readonly state: AmendmentState
}

/** Where there is no answer to decide on. */
export const NO_AMENDMENTS: Omit<EditorAmendments, 'marks'> = {
  byUnit: new Map(),
  states: new Map(),
  open: () => {},
  toList: () => false,
}
