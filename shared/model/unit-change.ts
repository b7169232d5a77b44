/**
 * [A5] [S2] A change of one unit of a joint draft that one side asks for and that is made once the chairs of both
 * sides consent to it: how a bracket is resolved, and how a word changes on the last day. Both consent to the words
 * that will stand there, so that the unit is agreed as soon as it is changed, and stays locked where it was.
 */
import type { Side } from './bilingual-text.ts'
import { SIDES } from './bilingual-text.ts'
import type { DraftId, MandateId, TextId, UnitChangeId, UnitId } from './ids.ts'
import type { BilingualLabel } from './language.ts'
import type { UnitWords } from './proposal.ts'

export type UnitChange = {
  readonly id: UnitChangeId
  readonly text: TextId
  /** A joint draft. */
  readonly draft: DraftId
  readonly unit: UnitId
  /** What the unit said when it was asked for, and what it is to say; see `pairForm` for their hashes. */
  readonly before: UnitWords
  readonly after: UnitWords
  readonly beforePair: string
  readonly afterPair: string
  /** The bracket that it resolves; null for a change of words. */
  readonly bracket: string | null
  /** The side that asks, that of `by`, and for whom, in its own words ("Ville de Nancy"); both null for a change that nobody claims. */
  readonly askedBy: Side | null
  readonly askedFor: BilingualLabel | null
  /** May be empty. */
  readonly reason: BilingualLabel
  readonly by: MandateId
  readonly at: string
  readonly madeAt: string | null
  readonly withdrawnAt: string | null
}

/** What a chair says of it for its side: once, and for good; who wants other words asks for another change. */
export type UnitChangeAnswer = {
  readonly change: UnitChangeId
  readonly side: Side
  readonly outcome: 'consented' | 'declined'
  /** Always there when declined. */
  readonly reason: BilingualLabel | null
  readonly by: MandateId
  readonly at: string
}

/**
 * `open` until both sides have answered, `declined` as soon as one side declines, `overtaken` while the unit says
 * something else than what the change was asked on, `lapsed` when the draft has ended without it.
 */
export const UNIT_CHANGE_STATES = ['open', 'made', 'declined', 'withdrawn', 'overtaken', 'lapsed'] as const
export type UnitChangeState = (typeof UNIT_CHANGE_STATES)[number]

/** `pairNow` is that of the unit as it reads now; undefined when the unit is gone. */
export function unitChangeState(
  change: Pick<UnitChange, 'beforePair' | 'madeAt' | 'withdrawnAt'>,
  answers: readonly Pick<UnitChangeAnswer, 'side' | 'outcome'>[],
  pairNow: string | undefined,
  draftEnded = false,
): UnitChangeState {
  if (change.madeAt !== null) return 'made'
  if (change.withdrawnAt !== null) return 'withdrawn'
  if (answers.some(({ outcome }) => outcome === 'declined')) return 'declined'
  if (draftEnded) return 'lapsed'
  return pairNow === change.beforePair ? 'open' : 'overtaken'
}

/** Both sides' chairs have consented: the change is to be made. */
export function isConsented(answers: readonly Pick<UnitChangeAnswer, 'side' | 'outcome'>[]): boolean {
  return SIDES.every(side => answers.some(answer => answer.side === side && answer.outcome === 'consented'))
}
