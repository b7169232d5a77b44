/** What one decision on several amendments would do to the draft as it stands, computed as the server will do it. */
import { type ComparisonRow, compareTexts } from '../../../shared/compare/comparison.ts'
import { type Desk, decide } from '../../../shared/compare/decide.ts'
import type { BilingualText, Side } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'

/** Accepting with other words is a matter of each paragraph. */
export const BULK_OUTCOMES = ['accepted', 'rejected', 'reserved'] as const
export type BulkOutcome = (typeof BULK_OUTCOMES)[number]

export type BulkPreview = {
  readonly decided: readonly AmendmentItem[]
  /** The draft was edited at the same place: these wait for a choice of their own. */
  readonly edited: readonly AmendmentItem[]
  /** The units of the draft that change, with what changes. */
  readonly rows: readonly ComparisonRow[]
  /** How many units change in each language. */
  readonly units: { readonly [L in Language]: number }
}

/** `items`: undecided ones, in any order. */
export function previewBulk(
  { plan, accepted, view }: AmendmentDesk,
  items: readonly AmendmentItem[],
  outcome: BulkOutcome,
  draft: BilingualText,
): BulkPreview {
  const askedBy = view.answer.side ?? 'fra'
  const chosen = new Map(items.map(item => [item.amendment.key, item]))
  const [decided, edited]: [AmendmentItem[], AmendmentItem[]] = [[], []]
  let desk: Desk = { draft, plan, accepted }
  for (const amendment of plan.amendments) {
    const item = chosen.get(amendment.key)
    if (!item) continue
    const result = decide(desk, {
      amendment,
      outcome,
      previous: null,
      edited: null,
      by: otherSide(askedBy),
      askedBy,
      bracketId: `preview ${amendment.key}`,
    })
    if ('edited' in result) {
      edited.push(item)
      continue
    }
    decided.push(item)
    const taken = new Set(desk.accepted)
    if (outcome === 'accepted') taken.add(amendment.key)
    desk = { ...desk, draft: result.draft, accepted: taken }
  }
  const rows = compareTexts(draft, desk.draft).rows.filter(({ kinds }) => kinds.length > 0)
  const [fr, ja] = LANGUAGES.map(language => rows.filter(row => row[language].kinds.length > 0).length)
  return { decided, edited, rows, units: { fr: fr!, ja: ja! } }
}

function otherSide(side: Side): Side {
  return side === 'fra' ? 'jap' : 'fra'
}
