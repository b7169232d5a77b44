/** Where the draft was edited at the same place: the three wordings, and what each choice makes of them. */
import { blocksIn, blocksNow, sameAmendmentBlocks } from '../../../shared/compare/carry-out.ts'
import { type ComparisonRow, compareTexts } from '../../../shared/compare/comparison.ts'
import type { EditedChoice } from '../../../shared/compare/decide.ts'
import { mergeEdits } from '../../../shared/compare/merge-edits.ts'
import type { Outcome } from '../../../shared/model/amendment.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'

/** Each wording as what it changes of the base; `both` is null when the two edits touch each other. */
export type Wordings = {
  readonly base: readonly ComparisonRow[]
  readonly ours: readonly ComparisonRow[]
  readonly theirs: readonly ComparisonRow[]
  readonly both: readonly ComparisonRow[] | null
}

export function wordingsOf(
  { plan }: Pick<AmendmentDesk, 'plan'>,
  { amendment }: Pick<AmendmentItem, 'amendment'>,
  draft: BilingualText,
): Wordings {
  const base = blocksIn(plan, amendment, 'base')
  const theirs = blocksIn(plan, amendment, 'answer')
  const ours = blocksNow(draft, plan, amendment)
  const both = mergeEdits(base, ours, theirs)
  const from = (text: BilingualText) => compareTexts(base, text).rows
  return { base: from(base), ours: from(ours), theirs: from(theirs), both: both && from(both) }
}

/** What is decided by a choice: only their words, whole, are an acceptance as it stands. */
export function outcomeOf(
  choice: EditedChoice,
  { plan }: Pick<AmendmentDesk, 'plan'>,
  { amendment }: Pick<AmendmentItem, 'amendment'>,
  draft: BilingualText,
): Outcome {
  if (choice === 'theirs') return 'accepted'
  if (choice === 'ours') return 'modified'
  const theirs = blocksIn(plan, amendment, 'answer')
  const both = mergeEdits(blocksIn(plan, amendment, 'base'), blocksNow(draft, plan, amendment), theirs)
  return both && sameAmendmentBlocks(both, theirs) ? 'accepted' : 'modified'
}
