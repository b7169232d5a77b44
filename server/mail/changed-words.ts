/** The words of one language of a changed unit, as pieces of a mail: what was inserted and deleted, the rest folded. */
import type { BlockPair, ComparisonRow, Segment } from '../../shared/compare/comparison.ts'
import { segmentsWithFacts } from '../../shared/compare/fact-changes.ts'
import { sliceContent } from '../../shared/compare/slice-content.ts'
import type { Block, Inline, Side } from '../../shared/model/bilingual-text.ts'
import { BRACKET_SIGNS, bracketSide } from '../../shared/model/bracket-signs.ts'
import { bracketSpans, edgesAt } from '../../shared/model/bracket-spans.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import type { Language } from '../../shared/model/language.ts'
import type { TextNews } from '../../shared/protocol/news-views.ts'
import type { MailPiece } from './mail-document.ts'

/** What the words of both texts are read with. */
export type ReadingOfChange = Pick<NonNullable<TextNews['compared']>, 'facts' | 'oldFacts' | 'numbers'>

/** Characters of unchanged words kept beside a change, and the length from which the others are folded. */
const KEPT = 90
const FOLDED_FROM = 260
/** Inserted or deleted words are cut after so many characters. */
const MOST_CHANGED = 1_200

const FOLD_SIGNS: { readonly [L in Language]: string } = { fr: ' (…) ', ja: '（略）' }

/** A line per pair of blocks, in reading order. */
export function changedLines(
  row: ComparisonRow,
  language: Language,
  reading: ReadingOfChange,
): readonly (readonly MailPiece[])[] {
  return row[language].pairs.map(pair => linePieces(pair, language, reading)).filter(line => line.length > 0)
}

function linePieces(pair: BlockPair, language: Language, reading: ReadingOfChange): MailPiece[] {
  const { facts, oldFacts } = reading
  const number = numberOf(pair, reading)
  const segments = segmentsWithFacts(pair, language, { old: oldFacts, new: facts })
  const pieces = segments.flatMap((segment, index): MailPiece[] => {
    const isOld = segment.type === 'delete'
    const block = isOld ? pair.old : pair.new
    if (!block) return []
    const words = isOld
      ? wordsOf(block, segment.fromA, segment.toA, language, oldFacts)
      : wordsOf(block, segment.fromB, segment.toB, language, facts)
    if (words === '') return []
    if (segment.type === 'equal') {
      const edges = { first: index === 0, last: index === segments.length - 1 }
      return [{ text: folded(words, edges, language) }]
    }
    return [{ text: cut(words, language), change: CHANGES[segment.type] }]
  })
  return number && pieces.length > 0
    ? [{ text: `${number}${language === 'ja' ? '　' : ' '}` }, ...pieces]
    : pieces
}

/** The generated number or bullet; of a block that was cut in two only the first part carries it. */
function numberOf(pair: BlockPair, { numbers }: ReadingOfChange): string | undefined {
  if (pair.new) return pair.fromB === 0 ? numbers.new[pair.new.id] : undefined
  return pair.old && pair.fromA === 0 ? numbers.old[pair.old.id] : undefined
}

const CHANGES: { readonly [T in Exclude<Segment['type'], 'equal'>]: NonNullable<MailPiece['change']> } = {
  insert: 'inserted',
  delete: 'deleted',
}

/** Unchanged words far from any change. A pair without any change keeps its beginning. */
function folded(
  words: string,
  { first, last }: { readonly first: boolean; readonly last: boolean },
  language: Language,
): string {
  const characters = [...words]
  if (characters.length <= FOLDED_FROM) return words
  const head = first && !last ? '' : characters.slice(0, KEPT).join('')
  const tail = last ? '' : characters.slice(-KEPT).join('')
  // Back to whole words, where the language has any.
  return head.replace(/\s+\S*$/u, '') + FOLD_SIGNS[language] + tail.replace(/^\S*\s+/u, '')
}

function cut(words: string, language: Language): string {
  const characters = [...words]
  if (characters.length <= MOST_CHANGED) return words
  return (
    characters
      .slice(0, MOST_CHANGED)
      .join('')
      .replace(/\s+\S*$/u, '') + FOLD_SIGNS[language].trimEnd()
  )
}

/** A range of a block in words: facts by their values, notes and readings in parentheses, brackets with their side. */
function wordsOf(block: Block, from: number, to: number, language: Language, facts: FactValues): string {
  const brackets = bracketSpans(block.content)
  let at = from
  return sliceContent(block.content, from, to)
    .map(inline => {
      const start = at
      at += inline.type === 'text' ? inline.text.length : 1
      const opens = edgesAt(brackets, start).opens.map(({ by }) => openSign(by, language))
      const closes = edgesAt(brackets, at).closes.map(() => BRACKET_SIGNS[language].closes)
      return opens.join('') + inlineWords(inline, language, facts) + closes.join('')
    })
    .join('')
}

function inlineWords(inline: Inline, language: Language, facts: FactValues): string {
  switch (inline.type) {
    case 'text': {
      const ruby = inline.marks?.find(mark => mark.type === 'ruby')
      return inline.text + (ruby ? inParentheses(ruby.rt, language) : '')
    }
    case 'break':
      return '\n'
    case 'fact':
      return facts[inline.fact]?.[language] ?? (language === 'fr' ? '[…]' : '［…］')
    case 'note':
      return inParentheses(inline.text, language)
  }
}

function inParentheses(words: string, language: Language): string {
  return language === 'fr' ? ` (${words})` : `（${words}）`
}

function openSign(by: Side | '', language: Language): string {
  const side = bracketSide(by, language)
  return BRACKET_SIGNS[language].opens + (side && `${side}${language === 'fr' ? ' ' : '：'}`)
}
