/** [W2] How long a text is, and how long it takes to say it. */
import { type BilingualText, plainText } from './bilingual-text.ts'
import type { Language } from './language.ts'

/** French words, Japanese characters a minute, at the pace of a speech that is interpreted or read aloud. */
export const WORDS_A_MINUTE = 140
export const CHARACTERS_A_MINUTE = 300

const french = new Intl.Segmenter('fr', { granularity: 'word' })
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/**
 * French: words as a writer counts them, an elided article with its word (« l’attractivité » is one). Japanese: 字,
 * every character but white space, signs included, as a manuscript is counted.
 */
export function lengthOf(words: string, language: Language): number {
  return language === 'fr' ? countWords(words) : countCharacters(words)
}

export function countWords(words: string): number {
  let count = 0
  let joined = false
  for (const { segment, isWordLike } of french.segment(words.replace(GROUPED_DIGITS, '$1'))) {
    if (isWordLike && !joined) count++
    joined = (isWordLike ? /[’']$/u : /^[’'‐‑-]$/u).test(segment)
  }
  return count
}

/** « 10 000 » with a no-break space is one number. */
const GROUPED_DIGITS = /(\d)[\u00A0\u202F](?=\d{3})/gu

export function countCharacters(words: string): number {
  let count = 0
  for (const { segment } of graphemes.segment(words)) if (!/^[\s\uFFFC]*$/u.test(segment)) count++
  return count
}

/** Of all its blocks; a fact counts nothing. */
export function textLength(text: BilingualText, language: Language): number {
  return text[language].reduce((sum, block) => sum + lengthOf(plainText(block), language), 0)
}

/** In seconds, rounded; twice that with consecutive interpretation. */
export function speakingSeconds(length: number, language: Language, interpreted: boolean): number {
  const minutes = length / (language === 'fr' ? WORDS_A_MINUTE : CHARACTERS_A_MINUTE)
  return Math.round(minutes * 60 * (interpreted ? 2 : 1))
}

/** Below nine tenths of what a text may be, near it, or beyond; a limit is said, and stops nobody. */
export type LengthLevel = 'within' | 'near' | 'beyond'

/** From here on a text is near its limit. */
const NEAR = 0.9

export function lengthLevel(length: number, limit: number): LengthLevel {
  if (length > limit) return 'beyond'
  return length >= limit * NEAR ? 'near' : 'within'
}
