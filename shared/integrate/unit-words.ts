/** Words of units: taken out of a text, hashed, put in, taken out again. Nothing else of the text is touched. */
import { sameBlocks } from '../compare/carry-out.ts'
import { type BilingualText, type Block, plainText } from '../model/bilingual-text.ts'
import { canonicalJson, normalBlock } from '../model/canonical-form.ts'
import type { BlockId, UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { UnitWords } from '../model/proposal.ts'

/** The blocks of these units, in the order of the text. */
export function wordsOfUnits(text: BilingualText, units: readonly UnitId[]): UnitWords {
  const wanted = new Set<string>(units)
  const blocks = (language: Language) => text[language].filter(({ unit }) => wanted.has(unit))
  return { fr: blocks('fr'), ja: blocks('ja') }
}

export function hasWords(words: UnitWords): boolean {
  return LANGUAGES.some(language => words[language].length > 0)
}

/** The characters that the hash of words is taken over: what is said and as what, not under which ids. */
export function wordsForm(words: UnitWords): string {
  const form = (blocks: readonly Block[]) =>
    blocks.map(block => {
      const { kind, level, content } = normalBlock(block)
      return { kind, level, content }
    })
  return canonicalJson({ fr: form(words.fr), ja: form(words.ja) })
}

/** The same words in a unit of their own. A title of the workshop's text is no title of the declaration. */
export function withFreshIds(words: UnitWords, unit: UnitId, newId: () => string): UnitWords {
  const fresh = (block: Block): Block => ({
    ...block,
    id: newId() as BlockId,
    unit,
    kind: block.kind === 'title' ? 'paragraph' : block.kind,
    level: block.kind === 'title' ? 1 : block.level,
  })
  // An empty paragraph is where words were to come.
  const said = (blocks: readonly Block[]) => blocks.filter(block => plainText(block).trim() !== '')
  return { fr: said(words.fr).map(fresh), ja: said(words.ja).map(fresh) }
}

/**
 * The text with `words` below the first unit of `path` that stands in it: in each language the first one that has
 * blocks there; at the beginning where none has. A text that has the unit already is returned as it is.
 */
export function withUnit(text: BilingualText, words: UnitWords, path: readonly UnitId[]): BilingualText {
  const unit = LANGUAGES.flatMap(language => words[language])[0]?.unit
  if (unit === undefined || hasWords(wordsOfUnits(text, [unit]))) return text
  const placed = (language: Language) => {
    const blocks = text[language]
    for (const above of path) {
      const last = blocks.findLastIndex(block => block.unit === above)
      if (last >= 0) return blocks.toSpliced(last + 1, 0, ...words[language])
    }
    return [...words[language], ...blocks]
  }
  return { fr: placed('fr'), ja: placed('ja') }
}

/** The text with other words in a unit that it has; blocks that stay keep their place. No words take the unit out. */
export function withWords(text: BilingualText, unit: UnitId, words: UnitWords): BilingualText {
  const placed = (language: Language): readonly Block[] => {
    const wanted = new Map(words[language].map(block => [block.id, block]))
    const own = text[language].findIndex(block => block.unit === unit)
    let blocks = text[language]
      .filter(block => block.unit !== unit || wanted.has(block.id))
      .map(block => (block.unit === unit ? wanted.get(block.id)! : block))
    let at = own - 1
    for (const block of words[language]) {
      const here = blocks.findIndex(({ id }) => id === block.id)
      if (here < 0) blocks = blocks.toSpliced(at + 1, 0, block)
      at = here < 0 ? at + 1 : here
    }
    return blocks
  }
  if (!hasWords(wordsOfUnits(text, [unit]))) return text
  // A language that the unit did not have: its words go where the other's stand in the order of units.
  const missing = LANGUAGES.filter(
    language => words[language].length > 0 && !text[language].some(block => block.unit === unit),
  )
  const next: { fr: readonly Block[]; ja: readonly Block[] } = { fr: placed('fr'), ja: placed('ja') }
  for (const language of missing) next[language] = besideOther(text, unit, words, language)
  return next
}

function besideOther(
  text: BilingualText,
  unit: UnitId,
  words: UnitWords,
  language: Language,
): readonly Block[] {
  const other = text[language === 'fr' ? 'ja' : 'fr']
  const first = other.findIndex(block => block.unit === unit)
  const above = other
    .slice(0, first)
    .toReversed()
    .map(block => block.unit)
  const at = above
    .map(each => text[language].findLastIndex(block => block.unit === each))
    .find(index => index >= 0)
  return text[language].toSpliced((at ?? -1) + 1, 0, ...words[language])
}

/** The same blocks, saying the same, in both languages. */
export function sameWords(a: UnitWords, b: UnitWords): boolean {
  return LANGUAGES.every(language => sameBlocks(a[language], b[language]))
}

/** Saying the same, whatever the ids. */
export function sameForm(a: UnitWords, b: UnitWords): boolean {
  return wordsForm(a) === wordsForm(b)
}
