/**
 * Where the tokens of a text start. The patterns below say it; most tokens are plain words and are found by their
 * character codes, six times as fast.
 */
import type { Language } from '../model/language.ts'

/** Starts of tokens in order, before graphemes are considered. White space belongs to the token before it. */
export function tokenCuts(text: string, language: Language): number[] {
  const [pattern, plainEnd] = language === 'fr' ? [PATTERNS.fr, plainFrench] : [PATTERNS.ja, plainJapanese]
  const cuts: number[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (at > 0 && isSpace(code)) {
      at++
      continue
    }
    let end = plainEnd(text, at, code)
    if (end === 0) {
      pattern.lastIndex = at
      end = at + pattern.exec(text)![0].length
    }
    if (end - at > 1 && code >= FIRST_JAPANESE && isJapanese(code, text, at))
      for (const cut of runCuts(text.slice(at, end))) cuts.push(at + cut)
    else cuts.push(at)
    at = end
  }
  return cuts
}

/** What `\s` matches. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 9 && code <= 13)
  if (code < 0x1680) return code === 0xa0
  return (
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff ||
    code === 0x1680
  )
}

/** The patterns of both languages, for the tests: tokens are its matches, one after another. */
const JAPANESE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3006\u30fc\uff9e\uff9f]`
const LETTER = String.raw`[\p{L}--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3006\u30fc\uff9e\uff9f]]`
const WORD = String.raw`${LETTER}[${LETTER}\p{M}\p{Nd}\u00ad]*`
const NUMBER_TAIL = String.raw`(?:${LETTER}[${LETTER}\p{M}\p{Nd}]*)?`
/** Digits, grouped by commas, with a decimal part. */
const FIGURE = String.raw`\p{Nd}+(?:[,，]\p{Nd}{3}(?!\p{Nd}))*(?:[.．]\p{Nd}+)?`
export const PATTERNS = {
  fr: new RegExp(
    [
      String.raw`\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009]\p{Nd}{3})+(?!\p{Nd})(?:[.,]\p{Nd}+)*${NUMBER_TAIL}`,
      String.raw`\p{Nd}+(?:[.,．，]\p{Nd}+)*${NUMBER_TAIL}`,
      String.raw`(?:[cdjlmnstCDJLMNST]|[Qq]u|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi)qu)['’ʼ＇](?=\p{L})`,
      String.raw`${WORD}(?:[\-‐‑'’]${WORD})*`,
      String.raw`${JAPANESE}(?:${JAPANESE}|\p{M})*`,
      String.raw`\.{2,}|\s+`,
      String.raw`\P{M}\p{M}*|\p{M}+`,
    ].join('|'),
    'vy',
  ),
  ja: new RegExp(
    [
      `${FIGURE}(?:[十百千万億兆]+(?:${FIGURE})?)*${NUMBER_TAIL}`,
      String.raw`${JAPANESE}(?:${JAPANESE}|\p{M})*`,
      String.raw`${WORD}(?:[\-‐‑'’]${WORD})*`,
      String.raw`\.{2,}|\s+`,
      String.raw`\P{M}\p{M}*|\p{M}+`,
    ].join('|'),
    'vy',
  ),
} as const
const JAPANESE_START = new RegExp(JAPANESE, 'vy')

/** Kanji radicals; nothing before them is Japanese script. */
const FIRST_JAPANESE = 0x2e80

function isJapanese(code: number, text: string, at: number): boolean {
  if (isPlainJapanese(code)) return true
  JAPANESE_START.lastIndex = at
  return JAPANESE_START.test(text)
}

function isPlainJapanese(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x4e00 && code <= 0x9fef) ||
    (code >= 0x30a1 && code <= 0x30fa) ||
    code === 0x30fc
  )
}

/** Where a plain French word or sign ends; 0 when the pattern has to tell: apostrophes, hyphens, figures, accents apart. */
function plainFrench(text: string, at: number, code: number): number {
  if (isPlainLetter(code)) {
    let end = at + 1
    while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++
    return end === text.length || isFrenchSign(text.charCodeAt(end)) ? end : 0
  }
  if (!isFrenchSign(code) || isSpace(code)) return 0
  const next = text.charCodeAt(at + 1)
  return at + 1 === text.length || isPlainLetter(next) || (isFrenchSign(next) && next !== 0x2e) ? at + 1 : 0
}

function isPlainLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xdf && code <= 0xff && code !== 0xf7) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code < 0xdf && code !== 0xd7) ||
    code === 0x153 ||
    code === 0x152
  )
}

/** Signs that no word goes on after, nor any mark stands over: , . ; : ! ? ( ) « » and spaces. */
function isFrenchSign(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x2c ||
    code === 0x2e ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0xab ||
    code === 0xbb ||
    code === 0xa0 ||
    code === 0x202f
  )
}

/** Where a run of Japanese script or a sign ends; 0 when the pattern has to tell. */
function plainJapanese(text: string, at: number, code: number): number {
  if (isPlainJapanese(code)) {
    let end = at + 1
    while (end < text.length && isPlainJapanese(text.charCodeAt(end))) end++
    return end === text.length || isJapaneseSign(text.charCodeAt(end)) ? end : 0
  }
  if (!isJapaneseSign(code)) return 0
  const next = text.charCodeAt(at + 1)
  return at + 1 === text.length || isPlainJapanese(next) || isJapaneseSign(next) ? at + 1 : 0
}

/** 、。「」『』・（）, which never join what stands beside them. */
function isJapaneseSign(code: number): boolean {
  return (
    code === 0x3001 ||
    code === 0x3002 ||
    (code >= 0x300c && code <= 0x300f) ||
    code === 0x30fb ||
    code === 0xff08 ||
    code === 0xff09
  )
}

/** Runs recur (both texts, both rounds) and the segmenter is the slowest part; forgotten all at once when full. */
const RUN_CACHE_SIZE = 50_000
const runCache = new Map<string, readonly number[]>()
const words = new Intl.Segmenter('ja', { granularity: 'word' })
const KANJI_NUMBERS = /([〇零一二三四五六七八九十百千万億兆]{2,})/

/** Cuts of a run of Japanese script, from 0. A kanji numeral of two characters or more is one token. */
function runCuts(run: string): readonly number[] {
  const cached = runCache.get(run)
  if (cached) return cached
  const cuts: number[] = []
  let at = 0
  run.split(KANJI_NUMBERS).forEach((piece, index) => {
    if (index % 2) cuts.push(at)
    else for (const segment of words.segment(piece)) cuts.push(at + segment.index)
    at += piece.length
  })
  if (runCache.size >= RUN_CACHE_SIZE) runCache.clear()
  runCache.set(run, cuts)
  return cuts
}
