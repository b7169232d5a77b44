/** The words among which a passage is chosen in each language, and the choice that one begins with. */
import { INLINE_OBJECT } from '../../../shared/model/bilingual-text.ts'
import { type BracketSpan, bracketSpans } from '../../../shared/model/bracket-spans.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { blocksOf, type PlacedBlock, selectedBlocks } from '../blocks/blocks-of.ts'
import type { EditorPair } from '../editor-pair.ts'
import { type Place, rawWords } from '../threads/passage-places.ts'
import { bracketContent } from './bracket-text.ts'
import type { ChosenWords } from './write-bracket.ts'

export type ChoiceBlock = {
  readonly block: string
  /** As `plainText` counts, as they were typed. */
  readonly words: string
  /** What stands where `words` has one character for an object, by offset. */
  readonly objects: ReadonlyMap<number, string>
  /** The brackets that stand there already. */
  readonly spans: readonly BracketSpan[]
}

/** Half-open, over the words of all blocks one after the other. */
export type ChoiceRange = { readonly from: number; readonly to: number }

export type PassageChoice = {
  readonly units: ReadonlySet<string>
  readonly blocks: { readonly [L in Language]: readonly ChoiceBlock[] }
  /** Null where the language has no words there. */
  readonly first: { readonly [L in Language]: ChoiceRange | null }
}

/** Of the words at a place, or without one of the selection; all words of the unit where none are selected. */
export function choiceAt(pair: EditorPair, language: Language, at?: Place): PassageChoice | undefined {
  const { state } = pair.views[language]
  const place = at ?? state.selection
  const touched = at
    ? blocksOf(state.doc).filter(({ from, to }) => from < at.to && at.from < to)
    : selectedBlocks(state)
  const units = new Set(touched.map(({ attributes }) => attributes.unit))
  if (units.size === 0) return undefined
  const inUnits = (each: Language) =>
    blocksOf(pair.views[each].state.doc).filter(({ attributes }) => units.has(attributes.unit))
  const blocks = (each: Language) =>
    inUnits(each).map(({ node, attributes }): ChoiceBlock => {
      const objects = new Map<number, string>()
      node.forEach((child, offset) => {
        if (child.type.name === 'fact') objects.set(offset, pair.readFact(String(child.attrs.fact), each))
        else if (!child.isText) objects.set(offset, child.type.name === 'note' ? '*' : ' ')
      })
      const spans = bracketSpans(bracketContent(node))
      return { block: attributes.id, words: rawWords(node), objects, spans }
    })
  const all = { fr: blocks('fr'), ja: blocks('ja') }
  const own = ownRange(inUnits(language), place)
  const first = (each: Language) =>
    (each === language && own ? withoutBlanks(wordsOf(all[each]), own) : null) ?? wholeOf(all[each])
  return { units, blocks: all, first: { fr: first('fr'), ja: first('ja') } }
}

/** What of a place lies in these blocks, over their words one after the other; null for a caret. */
function ownRange(blocks: readonly PlacedBlock[], place: Place): ChoiceRange | null {
  let before = 0
  const parts: ChoiceRange[] = []
  for (const { node, from } of blocks) {
    const within = (position: number) => Math.min(Math.max(position - from - 1, 0), node.content.size)
    const part = { from: before + within(place.from), to: before + within(place.to) }
    if (part.from < part.to) parts.push(part)
    before += node.content.size
  }
  return parts.length ? { from: parts[0]!.from, to: parts.at(-1)!.to } : null
}

export function wordsOf(blocks: readonly ChoiceBlock[]): string {
  return blocks.map(({ words }) => words).join('')
}

export function wholeOf(blocks: readonly ChoiceBlock[]): ChoiceRange | null {
  const words = wordsOf(blocks)
  return words.trim() ? withoutBlanks(words, { from: 0, to: words.length }) : null
}

/** The words of each block that the range covers; an object alone is no words. */
export function chosenWords(blocks: readonly ChoiceBlock[], range: ChoiceRange | null): ChosenWords[] {
  if (!range) return []
  let before = 0
  return blocks.flatMap(({ block, words }) => {
    const from = Math.max(range.from - before, 0)
    const to = Math.min(range.to - before, words.length)
    before += words.length
    const says = words.slice(from, to).replaceAll(INLINE_OBJECT, '').trim() !== ''
    return from < to && says ? [{ block, from, to, said: words }] : []
  })
}

/** Nothing was chosen in any language. */
export function choosesNothing(passages: { readonly [L in Language]: readonly ChosenWords[] }): boolean {
  return LANGUAGES.every(language => passages[language].length === 0)
}

function withoutBlanks(words: string, { from, to }: ChoiceRange): ChoiceRange | null {
  const within = words.slice(from, to)
  if (!within.trim()) return null
  return {
    from: from + within.length - within.trimStart().length,
    to: to - (within.length - within.trimEnd().length),
  }
}
