/** The anchor of a unit or of a passage, taken from a text. */
import { type BilingualText, type Block, plainText } from './bilingual-text.ts'
import { canonicalJson } from './canonical-form.ts'
import type { UnitId } from './ids.ts'
import { LANGUAGES, type Language } from './language.ts'
import {
  type Anchor,
  type BlockPosition,
  MOST_WORDS,
  NEIGHBOURS,
  type Passage,
  type RelativeEnds,
} from './thread.ts'

/** Undefined when the unit is not in the text. */
export function anchorOfUnit(text: BilingualText, unit: UnitId): Anchor | undefined {
  const blocks = LANGUAGES.flatMap(language => text[language].filter(block => block.unit === unit))
  return blocks.length ? { unit, blocks: blocks.map(({ id }) => id), passage: null } : undefined
}

/** Of the words from `start` to `end`; undefined when there are none, or they are not in the text in this order. */
export function anchorOfPassage(
  text: BilingualText,
  language: Language,
  start: BlockPosition,
  end: BlockPosition,
  relative: RelativeEnds | null = null,
): Anchor | undefined {
  const blocks = text[language]
  const [first, last] = [start, end].map(({ block }) => blocks.findIndex(({ id }) => id === block))
  if (first === undefined || last === undefined || first < 0 || last < first) return undefined
  const within = blocks.slice(first, last + 1)
  if (start.offset > plainText(within[0]!).length || end.offset > plainText(within.at(-1)!).length)
    return undefined
  const parts = within.map((block, index) =>
    plainText(block).slice(
      index === 0 ? start.offset : 0,
      index === within.length - 1 ? end.offset : undefined,
    ),
  )
  const words = parts.join('\n')
  if (!words.trim()) return undefined
  const onUnit = anchorOfUnit(text, within[0]!.unit)!
  const passage: Passage = {
    language,
    start,
    end,
    words: wholeCharacters(words.slice(0, MOST_WORDS)),
    before: wholeCharacters(wordsBefore(within[0]!, start.offset)),
    after: wholeCharacters(wordsAfter(within.at(-1)!, end.offset)),
    relative,
  }
  return { ...onUnit, passage }
}

/** Equal when they say the same of a place, whatever their relative positions say of how it is found. */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return placeOf(a) === placeOf(b)
}

function placeOf({ unit, blocks, passage }: Anchor): string {
  return canonicalJson([unit, blocks, passage && { ...passage, relative: null }])
}

function wordsBefore(block: Block, offset: number): string {
  return plainText(block).slice(Math.max(0, offset - NEIGHBOURS), offset)
}

function wordsAfter(block: Block, offset: number): string {
  return plainText(block).slice(offset, offset + NEIGHBOURS)
}

/** Without the half of a surrogate pair that a cut may leave at either end. */
function wholeCharacters(words: string): string {
  return words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '')
}
