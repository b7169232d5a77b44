/** What an amendment would bring to a place of the draft where it does not stand: new paragraphs, and moved ones. */
import type { Amendment, AmendmentPlan } from '../../../shared/compare/amendments.ts'
import { blocksIn, withBlocks } from '../../../shared/compare/carry-out.ts'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'

/** The blocks of one unit that would come, and where. */
export type Arrival = {
  readonly unit: UnitId
  /** They stand elsewhere in the draft now. */
  readonly moved: boolean
  /**
   * The draft has their ids, for words that would go to other blocks: a paragraph was begun before another one, whose
   * first half kept the id.
   */
  readonly known: boolean
  /** Empty where the language gets nothing. */
  readonly blocks: { readonly [L in Language]: readonly Block[] }
  /** The block of the draft that would stand before them, per language; null at the beginning of the text. */
  readonly after: { readonly [L in Language]: BlockId | null }
}

/** `rows`: those of the amendment. `accepted`: the amendments carried out in the draft. In reading order. */
export function arrivalsOf(
  draft: BilingualText,
  plan: AmendmentPlan,
  amendment: Amendment,
  rows: readonly ComparisonRow[],
  accepted: ReadonlySet<AmendmentKey>,
): Arrival[] {
  const coming = comingBlocks(rows)
  if (coming.size === 0) return []
  const target = withBlocks(draft, plan, amendment, blocksIn(plan, amendment, 'answer'), accepted, 'answer')
  const found = new Map<UnitId, Writable<Arrival>>()
  for (const language of LANGUAGES) {
    const here = new Set(draft[language].map(({ id }) => id))
    let last: BlockId | null = null
    for (const block of target[language]) {
      const moved = coming.get(block.id)
      if (moved === undefined) {
        // The second part of a paragraph that would be split stands nowhere yet.
        if (here.has(block.id)) last = block.id
        continue
      }
      const arrival = found.get(block.unit) ?? {
        unit: block.unit,
        moved,
        known: !moved && here.has(block.id),
        blocks: { fr: [], ja: [] },
        after: { fr: null, ja: null },
      }
      if (arrival.blocks[language].length === 0) arrival.after[language] = last
      arrival.blocks[language].push(block)
      found.set(block.unit, arrival)
    }
  }
  return [...found.values()]
}

type Writable<A extends Arrival> = Omit<A, 'blocks' | 'after'> & {
  readonly blocks: Record<Language, Block[]>
  readonly after: Record<Language, BlockId | null>
}

/** Ids of the blocks that the base does not have, or has at another place; true where they move. */
function comingBlocks(rows: readonly ComparisonRow[]): Map<BlockId, boolean> {
  const coming = new Map<BlockId, boolean>()
  for (const row of rows)
    for (const language of LANGUAGES)
      for (const pair of row[language].pairs) {
        if (!pair.new) continue
        if (!pair.old) coming.set(pair.new.id, false)
        else if (pair.kinds.includes('moved')) coming.set(pair.new.id, true)
      }
  return coming
}
