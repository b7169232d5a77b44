/**
 * What deciding an amendment does to the draft, and how it is undone. Pure: the server carries it out, the page
 * shows beforehand what it would do.
 */
import type { AmendmentKey, Outcome } from '../model/amendment.ts'
import type { BilingualText, Side } from '../model/bilingual-text.ts'
import type { Amendment, AmendmentPlan } from './amendments.ts'
import { bracketAlternatives } from './bracket-alternatives.ts'
import {
  type AmendmentBlocks,
  blocksIn,
  blocksNow,
  sameAmendmentBlocks,
  standingOf,
  withBlocks,
} from './carry-out.ts'
import { mergeEdits } from './merge-edits.ts'

/** What a decision put into the draft, and what stood there before. */
export type Carried = { readonly before: AmendmentBlocks; readonly after: AmendmentBlocks }

/**
 * Where the draft was edited at the same place: take their words and drop ours, bring both edits together, or keep
 * ours.
 */
export const EDITED_CHOICES = ['theirs', 'both', 'ours'] as const
export type EditedChoice = (typeof EDITED_CHOICES)[number]

export type Desk = {
  readonly draft: BilingualText
  readonly plan: AmendmentPlan
  /** Amendments carried out already. */
  readonly accepted: ReadonlySet<AmendmentKey>
}

export type Deciding = {
  readonly amendment: Amendment
  readonly outcome: Outcome
  /** What the last decision of this amendment carried out, if there is one. */
  readonly previous: Carried | null
  /** Null while nobody was asked. */
  readonly edited: EditedChoice | null
  /** The side that decides, and the side that asked. */
  readonly by: Side
  readonly askedBy: Side
  /** Begins the ids of brackets. */
  readonly bracketId: string
}

export type Decided =
  /** `carried` is null when the draft stays as it was before any decision. */
  | { readonly draft: BilingualText; readonly carried: Carried | null }
  /** A person has to choose first; `mergeable` when both edits can be brought together. */
  | { readonly edited: true; readonly mergeable: boolean }

/** The draft after the decision, or that it was edited at the same place and somebody must choose. */
export function decide(desk: Desk, deciding: Deciding): Decided {
  const { amendment, previous } = deciding
  const { plan } = desk
  const others = new Set(desk.accepted)
  others.delete(amendment.key)
  const undone = withoutCarried(desk, amendment, previous)
  const start = { draft: undone.draft, plan, accepted: others }
  const wanted = wantedBlocks(start, deciding)
  if ('edited' in wanted) return wanted
  const before = blocksNow(undone.draft, plan, amendment)
  if (!wanted.blocks) return { draft: undone.draft, carried: null }
  const draft = withBlocks(undone.draft, plan, amendment, wanted.blocks, others, wanted.at)
  // The whole text: a move changes the place of blocks and no block.
  const unchanged = sameAmendmentBlocks(draft, undone.draft)
  return { draft, carried: unchanged ? null : { before, after: blocksNow(draft, plan, amendment) } }
}

/**
 * The draft without what the decision carried out; `restored` is false when it has been edited since and stays as
 * it is.
 */
export function withoutCarried(
  { draft, plan, accepted }: Desk,
  amendment: Amendment,
  carried: Carried | null,
): { readonly draft: BilingualText; readonly restored: boolean } {
  if (!carried) return { draft, restored: true }
  if (!sameAmendmentBlocks(blocksNow(draft, plan, amendment), carried.after))
    return { draft, restored: false }
  const others = new Set(accepted)
  others.delete(amendment.key)
  return { draft: withBlocks(draft, plan, amendment, carried.before, others, 'base'), restored: true }
}

type Wanted =
  /** Null leaves the draft alone. */
  | { readonly blocks: AmendmentBlocks | null; readonly at: 'base' | 'answer' }
  | { readonly edited: true; readonly mergeable: boolean }

function wantedBlocks({ draft, plan, accepted }: Desk, deciding: Deciding): Wanted {
  const { amendment, outcome, edited, by, askedBy, bracketId } = deciding
  const standing = standingOf(draft, plan, amendment, accepted)
  const [base, theirs] = [blocksIn(plan, amendment, 'base'), blocksIn(plan, amendment, 'answer')]
  const ours = blocksNow(draft, plan, amendment)
  switch (outcome) {
    case 'rejected':
      // What we wrote ourselves in its place is our answer; only their own words go.
      return standing === 'answer' ? { blocks: base, at: 'base' } : { blocks: null, at: 'base' }
    case 'reserved': {
      const held = standing === 'answer' ? base : ours
      const blocks = bracketAlternatives({ ours: held, by, theirs, askedBy, id: bracketId })
      return { blocks, at: 'base' }
    }
    case 'modified':
      return standing === 'edited' && edited === null
        ? { blocks: null, at: 'base' }
        : chosen(standing === 'edited' ? edited! : 'theirs', base, ours, theirs)
    case 'accepted':
      if (standing !== 'edited') return { blocks: theirs, at: 'answer' }
      if (edited !== null) return chosen(edited, base, ours, theirs)
      return { edited: true, mergeable: mergeEdits(base, ours, theirs) !== null }
  }
}

function chosen(
  choice: EditedChoice,
  base: AmendmentBlocks,
  ours: AmendmentBlocks,
  theirs: AmendmentBlocks,
): Wanted {
  if (choice === 'theirs') return { blocks: theirs, at: 'answer' }
  if (choice === 'ours') return { blocks: null, at: 'base' }
  const merged = mergeEdits(base, ours, theirs)
  return merged ? { blocks: merged, at: 'answer' } : { edited: true, mergeable: false }
}
