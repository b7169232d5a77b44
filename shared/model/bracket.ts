/**
 * [A5] The brackets of a text, read from its words alone: a bracket that stands in the text is open, and one that does
 * not is settled. What is known beyond the words (remark, thread) is recorded beside them.
 */
import type { BilingualText, Block, Inline, Side } from './bilingual-text.ts'
import { plainText, unitOrder } from './bilingual-text.ts'
import { OURS, otherSideThan, readBracketId, THEIRS } from './bracket-id.ts'
import { type BracketSpan, bracketSpans } from './bracket-spans.ts'
import type { BlockId, UnitId } from './ids.ts'
import { LANGUAGES, type Language } from './language.ts'

/** Words of one alternative that stand together, in one block. */
export type BracketPassage = {
  readonly language: Language
  readonly unit: UnitId
  readonly block: BlockId
  /** Half-open, in UTF-16 code units of `plainText`. */
  readonly from: number
  readonly to: number
  readonly words: string
}

export type BracketAlternative = {
  readonly letter: string
  /** Who asks for these words; '' when nobody is named. */
  readonly by: Side | ''
  /** In reading order; none where it says nothing in the language. */
  readonly fr: readonly BracketPassage[]
  readonly ja: readonly BracketPassage[]
}

export type Bracket = {
  /** The question: begins the ids of all its marks. */
  readonly group: string
  /** In the order in which they are first met. */
  readonly alternatives: readonly BracketAlternative[]
  /** Where it stands, in reading order. */
  readonly units: readonly UnitId[]
  /** Who asks for it to be in brackets; see `askerOf`. */
  readonly by: Side | ''
  /** The bracket that it stands in, the innermost; null when it stands in none. */
  readonly within: string | null
}

/** In reading order of their first words; a bracket before those in it. */
export function readBrackets(text: BilingualText): Bracket[] {
  const units = unitOrder(text)
  const groups = new Map<string, { passages: Found[]; within: string | null }>()
  for (const language of LANGUAGES)
    for (const block of text[language]) {
      const spans = bracketSpans(block.content)
      spans.forEach((span, index) => {
        const { group, letter } = readBracketId(span.id)
        const known = groups.get(group) ?? { passages: [], within: outerGroup(spans, index, group) }
        known.passages.push({ passage: passageOf(block, language, span), letter, by: span.by })
        groups.set(group, known)
      })
    }
  const place = new Map(units.map((unit, index) => [unit, index]))
  return [...groups]
    .map(([group, { passages, within }]) => bracketOf(group, passages, within, place))
    .sort((a, b) => place.get(a.units[0]!)! - place.get(b.units[0]!)!)
}

/** The languages in which the alternative says nothing though it has words in the other. */
export function missingIn(alternative: Pick<BracketAlternative, Language>): Language[] {
  return LANGUAGES.filter(
    language => alternative[language].length === 0 && LANGUAGES.some(each => alternative[each].length > 0),
  )
}

/** The languages in which no word of the bracket stands. */
export function absentIn({ alternatives }: Pick<Bracket, 'alternatives'>): Language[] {
  return LANGUAGES.filter(language => alternatives.every(alternative => alternative[language].length === 0))
}

/**
 * The side that wants the question open: of a reserved amendment the one that asked for other words, or for ours to go;
 * of one opened by hand that of the passage itself.
 */
export function askerOf(alternatives: readonly Pick<BracketAlternative, 'letter' | 'by'>[]): Side | '' {
  const theirs = alternatives.find(({ letter }) => letter === THEIRS)
  if (theirs) return theirs.by
  const ours = alternatives.find(({ letter }) => letter === OURS)
  if (ours) return otherSideThan(ours.by)
  return alternatives[0]?.by ?? ''
}

type Found = { readonly passage: BracketPassage; readonly letter: string; readonly by: Side | '' }

function bracketOf(
  group: string,
  found: readonly Found[],
  within: string | null,
  place: ReadonlyMap<UnitId, number>,
): Bracket {
  const letters = [...new Set(found.map(({ letter }) => letter))]
  const alternatives = letters.map((letter): BracketAlternative => {
    const own = found.filter(each => each.letter === letter)
    const passages = (language: Language) =>
      own.map(({ passage }) => passage).filter(passage => passage.language === language)
    return { letter, by: own[0]!.by, fr: passages('fr'), ja: passages('ja') }
  })
  const units = [...new Set(found.map(({ passage }) => passage.unit))].sort(
    (a, b) => place.get(a)! - place.get(b)!,
  )
  return { group, alternatives, units, by: askerOf(alternatives), within }
}

function passageOf(block: Block, language: Language, { from, to }: BracketSpan): BracketPassage {
  return { language, unit: block.unit, block: block.id, from, to, words: plainText(block).slice(from, to) }
}

/** The innermost other question whose words enclose the span. */
function outerGroup(spans: readonly BracketSpan[], index: number, group: string): string | null {
  const { from, to } = spans[index]!
  const outer = spans
    .slice(0, index)
    .filter(span => span.from <= from && to <= span.to)
    .map(({ id }) => readBracketId(id).group)
    .filter(other => other !== group)
  return outer.at(-1) ?? null
}

/** Some words of the block stand in brackets. */
export function isBracketed({ content }: { readonly content: readonly Inline[] }): boolean {
  return content.some(
    inline => inline.type === 'text' && inline.marks?.some(({ type }) => type === 'bracket'),
  )
}
