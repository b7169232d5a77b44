/** [A5] The words of the alternatives of a bracket, as they are shown beside each other. */
import { sliceContent } from '../compare/slice-content.ts'
import type { BilingualText, Inline } from './bilingual-text.ts'
import type { Bracket, BracketPassage } from './bracket.ts'
import { readBracketId } from './bracket-id.ts'
import type { BlockId, UnitId } from './ids.ts'

export type ShownPassage = {
  readonly block: BlockId
  readonly unit: UnitId
  /** Where it begins in the block. */
  readonly from: number
  /** With the brackets in it, without its own. */
  readonly content: readonly Inline[]
}
export type ShownAlternative = Pick<Bracket['alternatives'][number], 'letter' | 'by'> & {
  readonly fr: readonly ShownPassage[]
  readonly ja: readonly ShownPassage[]
}

export function shownAlternatives(
  text: BilingualText,
  { group, alternatives }: Pick<Bracket, 'group' | 'alternatives'>,
): ShownAlternative[] {
  const shown = (passage: BracketPassage) => shownPassage(text, passage, group)
  return alternatives.map(({ letter, by, fr, ja }) => ({ letter, by, fr: fr.map(shown), ja: ja.map(shown) }))
}

function shownPassage(text: BilingualText, passage: BracketPassage, group: string): ShownPassage {
  const block = text[passage.language].find(({ id }) => id === passage.block)!
  const content = sliceContent(block.content, passage.from, passage.to)
  return {
    block: passage.block,
    unit: passage.unit,
    from: passage.from,
    content: content.map(inline => bare(inline, group)),
  }
}

function bare(inline: Inline, group: string): Inline {
  if (inline.type !== 'text' || !inline.marks) return inline
  const marks = inline.marks.filter(mark => mark.type !== 'bracket' || readBracketId(mark.id).group !== group)
  return { ...inline, marks }
}
