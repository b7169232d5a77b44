/**
 * How alike two blocks are: the weighted overlap of bags of words in French, of pairs of characters in
 * Japanese, where words would drift with their segmentation. Rare features weigh more.
 */
import type { Language } from '../model/language.ts'
import type { FlatBlock } from './flat-blocks.ts'

export type Bag = {
  /** How often each feature occurs. */
  readonly counts: ReadonlyMap<number, number>
  /** Sum of the weights of all occurrences. */
  readonly total: number
}

export type Bags = {
  readonly bagOf: (block: FlatBlock) => Bag
  readonly weightOf: (feature: number) => number
  readonly joined: (bags: readonly Bag[]) => Bag
}

/** Bags for these blocks only; their weights come from how many of them a feature occurs in. */
export function createBags(blocks: readonly FlatBlock[], language: Language): Bags {
  const features = new Map<Feature, number>()
  const bases: number[] = []
  const frequencies: number[] = []
  const counted = new Map<FlatBlock, Map<number, number>>()
  for (const block of blocks) {
    const counts = new Map<number, number>()
    const add: Add = (key, base) => {
      let feature = features.get(key)
      if (feature === undefined) {
        feature = bases.push(base) - 1
        frequencies.push(0)
        features.set(key, feature)
      }
      const count = counts.get(feature) ?? 0
      if (count === 0) frequencies[feature]!++
      counts.set(feature, count + 1)
    }
    if (language === 'ja') addPairs(block.text, add)
    else addWords(block.text, add)
    counted.set(block, counts)
  }
  // Ten blocks that are not there keep the weights sensible when only two or three are compared.
  const weights = bases.map(
    (base, feature) => base * Math.log(1 + (blocks.length + 10) / frequencies[feature]!),
  )
  const weightOf = (feature: number) => weights[feature]!
  const bags = new Map<FlatBlock, Bag>()
  const bag = (counts: ReadonlyMap<number, number>): Bag => {
    let total = 0
    for (const [feature, count] of counts) total += weightOf(feature) * count
    return { counts, total }
  }
  return {
    weightOf,
    bagOf: block => {
      const known = bags.get(block)
      if (known) return known
      const made = bag(counted.get(block) ?? new Map())
      bags.set(block, made)
      return made
    },
    joined: parts => {
      const counts = new Map<number, number>()
      for (const part of parts)
        for (const [feature, count] of part.counts) counts.set(feature, (counts.get(feature) ?? 0) + count)
      return bag(counts)
    },
  }
}

/** From 0 (nothing shared) to 1 (the same features as often). Two empty blocks are not alike. */
export function similarity(x: Bag, y: Bag, { weightOf }: Bags): number {
  const sum = x.total + y.total
  return sum === 0 ? 0 : (2 * overlap(x, y, weightOf)) / sum
}

/** The share of `part` found in `whole`, from 0 to 1. */
export function containment(part: Bag, whole: Bag, { weightOf }: Bags): number {
  return part.total === 0 ? 0 : overlap(part, whole, weightOf) / part.total
}

function overlap(x: Bag, y: Bag, weightOf: (feature: number) => number): number {
  const [small, large] = x.counts.size <= y.counts.size ? [x, y] : [y, x]
  let sum = 0
  for (const [feature, count] of small.counts) {
    const other = large.counts.get(feature)
    if (other !== undefined) sum += weightOf(feature) * Math.min(count, other)
  }
  return sum
}

/** A word, or a pair of characters as one number where both are common. */
type Feature = string | number
type Add = (feature: Feature, base: number) => void

/** Rougher than tokens and several times faster. Short words are mostly articles and prepositions. */
function addWords(text: string, add: Add): void {
  const folded = text.normalize('NFKC').toLowerCase()
  let start = 0
  let kind = OTHER
  for (let at = 0; at <= folded.length; at++) {
    const code = at < folded.length ? folded.charCodeAt(at) : 0
    const here = code < CLASSES.length ? CLASSES[code]! : code >= 0x2010 && code <= 0x2027 ? OTHER : UNKNOWN
    if (here === UNKNOWN) {
      addUncommonWords(folded.slice(start), add)
      return
    }
    if (here === kind) continue
    if (kind !== OTHER) addWord(folded.slice(start, at), add)
    ;[start, kind] = [at, here]
  }
}

/** Letters and marks, or figures; whatever the characters. */
function addUncommonWords(text: string, add: Add): void {
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) addWord(word, add)
}

function addWord(word: string, add: Add): void {
  add(word, word.length > 3 || DIGIT.test(word) ? 1 : 0.15)
}

const DIGIT = /^\p{N}/u
const [OTHER, LETTER, FIGURE, UNKNOWN] = [0, 1, 2, 3]
/** Of the characters up to Latin Extended-B. */
const CLASSES = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /\p{L}/u.test(character) ? LETTER : /\p{N}/u.test(character) ? FIGURE : OTHER
})

function addPairs(text: string, add: Add): void {
  const codes = plainCodes(text) ?? uncommonCodes(text)
  let [before, wasKana] = [0, 0]
  for (const code of codes) {
    const isKana = code >= 0x3041 && code <= 0x309f ? 1 : 0
    const kana = wasKana + isKana
    add(pairOf(before, code), kana === 2 ? 0.3 : kana === 1 ? 0.7 : 1)
    ;[before, wasKana] = [code, isKana]
  }
}

/** 0 stands before the first character. */
function pairOf(before: number, code: number): Feature {
  const [x, y] = [shortCode(before), shortCode(code)]
  return x < 0 || y < 0 ? `${before} ${code}` : x * 0x8000 + y
}

/** ASCII, kana and kanji within 15 bits, so that a pair is a small integer; -1 for others. */
function shortCode(code: number): number {
  return code < 0x80 ? code : code >= 0x3000 && code < 0xa000 ? code - 0x2f80 : -1
}

/** Characters as they read, without white space and punctuation; null when one may join its neighbours. */
function plainCodes(text: string): number[] | null {
  const codes: number[] = []
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0
    if (code < 0x80) {
      if (code < 0x20) return null
      if (!ASCII_SIGNS[code]) codes.push(code)
    } else if (
      (code >= 0x4e00 && code <= 0x9fef) ||
      (code >= 0x3041 && code <= 0x3096) ||
      (code >= 0x30a1 && code <= 0x30fa) ||
      code === 0x30fc ||
      code === 0x3005
    )
      codes.push(code)
    else if (!((code >= 0x3000 && code <= 0x3002) || (code >= 0x3008 && code <= 0x3011) || code === 0x30fb))
      return null
  }
  return codes
}

function uncommonCodes(text: string): number[] {
  const letters = text.normalize('NFKC').replace(/[\s\p{P}]+/gu, '')
  return Array.from(letters, letter => letter.codePointAt(0)!)
}

/** White space and punctuation of ASCII; + < = > ^ ` | ~ and $ are symbols. */
const ASCII_SIGNS = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[\s\p{P}]/u.test(String.fromCharCode(code)) ? 1 : 0,
)
