/**
 * What the undecided amendments would change in the text, from the comparison that everyone has: where a draft
 * stands as the base does, its offsets are those of the base. Elsewhere nothing is shown over the text.
 */
import type { Amendment, AmendmentPlan } from '../../../shared/compare/amendments.ts'
import type { BlockPair, ComparisonRow } from '../../../shared/compare/comparison.ts'
import { sliceContent } from '../../../shared/compare/slice-content.ts'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import {
  type BilingualText,
  type Block,
  type Inline,
  plainText,
} from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { arrivalsOf } from './arrivals.ts'
import type { BlockMark, Ghost, GhostBlock, Marks, Piece } from './mark-store.ts'

export type MarkedAmendment = { readonly amendment: Amendment; readonly rows: readonly ComparisonRow[] }

export type MarkSetting = {
  readonly plan: AmendmentPlan
  readonly accepted: ReadonlySet<AmendmentKey>
  /** Values of the facts in the answer. */
  readonly facts: FactValues
  readonly words: MarkWords
}

export type MarkWords = Marks['said'] & {
  /** What would become of the block besides its words: "Moved", "Recital → paragraph"; empty when nothing. */
  readonly caption: (pair: BlockPair) => string
}

/** `standing`: the amendments to show, each undecided and standing as the base does, in reading order. */
export function planMarks(
  standing: readonly MarkedAmendment[],
  draft: BilingualText,
  { plan, accepted, facts, words }: MarkSetting,
): Marks {
  const blocks = { fr: new Map<BlockId, BlockMark>(), ja: new Map<BlockId, BlockMark>() }
  const ghosts: Ghost[] = []
  for (const { amendment, rows } of standing) {
    for (const row of rows)
      for (const language of LANGUAGES)
        for (const pair of row[language].pairs) {
          if (!pair.old || pair.kinds.length === 0) continue
          const mark = markOf(pair, amendment.key, language, facts, words)
          const known = blocks[language].get(mark.block)
          blocks[language].set(mark.block, known ? joined(known, mark) : mark)
        }
    for (const arrival of arrivalsOf(draft, plan, amendment, rows, accepted)) {
      const { unit, blocks: coming, after, moved, known } = arrival
      const shown = (language: Language) => coming[language].map(block => ghostOf(block, language, facts))
      ghosts.push({
        key: `${amendment.key} ${unit}`,
        amendment: amendment.key,
        blocks: { fr: shown('fr'), ja: shown('ja') },
        after,
        moved,
        known,
      })
    }
  }
  return { blocks, ghosts, said: { goes: words.goes, comes: words.comes } }
}

function markOf(
  pair: BlockPair,
  amendment: AmendmentKey,
  language: Language,
  facts: FactValues,
  words: MarkWords,
): BlockMark {
  const old = pair.old!
  const struck = pair.new === null
  const goes = pair.segments.flatMap(({ type, fromA, toA }) =>
    type === 'delete' ? [{ from: fromA, to: toA }] : [],
  )
  const comes = pair.segments.flatMap(({ type, fromA, fromB, toB }) =>
    type === 'insert'
      ? [{ at: fromA, pieces: piecesOf(sliceContent(pair.new!.content, fromB, toB), language, facts) }]
      : [],
  )
  // Where a paragraph would be cut in two.
  if (pair.kinds.includes('split') && pair.fromA > 0)
    comes.unshift({ at: pair.fromA, pieces: [{ text: '¶', marks: [] }] })
  return {
    amendment,
    block: old.id,
    words: plainText(old),
    goes,
    comes,
    formatted: pair.formatting.map(({ fromA, toA }) => ({ from: fromA, to: toA })),
    struck,
    caption: words.caption(pair),
  }
}

/** Two parts of one block, of a split. */
function joined(a: BlockMark, b: BlockMark): BlockMark {
  return {
    ...a,
    goes: [...a.goes, ...b.goes],
    comes: [...a.comes, ...b.comes],
    formatted: [...a.formatted, ...b.formatted],
    struck: a.struck && b.struck,
    caption: a.caption || b.caption,
  }
}

function ghostOf({ id, kind, level, content }: Block, language: Language, facts: FactValues): GhostBlock {
  return { id, kind, level, pieces: piecesOf(content, language, facts) }
}

/** Words as they are read, for a place where nothing can be edited. */
function piecesOf(content: readonly Inline[], language: Language, facts: FactValues): Piece[] {
  return content.map(inline =>
    inline.type === 'text'
      ? { text: inline.text, marks: (inline.marks ?? []).map(({ type }) => type) }
      : { text: wordsOf(inline, language, facts), marks: [] },
  )
}

function wordsOf(inline: Exclude<Inline, { type: 'text' }>, language: Language, facts: FactValues): string {
  if (inline.type === 'break') return '↵'
  if (inline.type === 'fact') return facts[inline.fact]?.[language] ?? (language === 'fr' ? '[…]' : '［…］')
  return language === 'fr' ? ` (${inline.text})` : `（${inline.text}）`
}
