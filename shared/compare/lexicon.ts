/**
 * Tokens as integers. Two tokens get the same id when they read the same: width, apostrophes, hyphens,
 * quotation marks, soft hyphens and variation selectors are folded, so that only words are compared here
 * and their typography is compared afterwards, character by character.
 */
import type { Block } from '../model/bilingual-text.ts'
import type { Language } from '../model/language.ts'
import type { Tokens } from './tokens.ts'

/** What a token is, for clean-up and for telling typography from substance. */
export type TokenType = 'word' | 'function' | 'number' | 'stop' | 'clause' | 'symbol' | 'object' | 'space'

export type Lexicon = {
  readonly language: Language
  /** The id of a token's text, without its trailing white space. */
  readonly idOf: (raw: string) => number
  /** The id of an inline object, by what it says ("fact:…"). */
  readonly idOfObject: (identity: string) => number
  readonly keyOf: (id: number) => string
  readonly typeOf: (id: number) => TokenType
  /** Tokens made with this lexicon, by their block: blocks are never changed, and recur from comparison to comparison. */
  readonly tokens: WeakMap<Block, Tokens>
}

/** Folding words anew took a tenth of a comparison; a declaration has some 2,000 of them. */
const MOST_WORDS = 30_000
const shared = new Map<Language, { readonly lexicon: Lexicon; readonly size: () => number }>()

/** The lexicon that comparisons share; begun anew when it has grown too large. Ids say nothing but "the same word". */
export function sharedLexicon(language: Language): Lexicon {
  const known = shared.get(language)
  if (known && known.size() < MOST_WORDS) return known.lexicon
  const fresh = growingLexicon(language)
  shared.set(language, fresh)
  return fresh.lexicon
}

export function createLexicon(language: Language): Lexicon {
  return growingLexicon(language).lexicon
}

function growingLexicon(language: Language) {
  const byRaw = new Map<string, number>()
  const byKey = new Map<string, number>()
  const keys: string[] = []
  const types: TokenType[] = []
  const intern = (key: string, type: TokenType) => {
    const known = byKey.get(key)
    if (known !== undefined) return known
    byKey.set(key, keys.length)
    types.push(type)
    return keys.push(key) - 1
  }
  const lexicon: Lexicon = {
    language,
    tokens: new WeakMap(),
    idOf: raw => {
      const known = byRaw.get(raw)
      if (known !== undefined) return known
      const key = foldedKey(raw, language)
      const id = intern(key, typeOfKey(key, language))
      byRaw.set(raw, id)
      return id
    },
    idOfObject: identity => intern(`\uFFFC${identity}`, 'object'),
    keyOf: id => keys[id] ?? '',
    typeOf: id => types[id] ?? 'symbol',
  }
  return { lexicon, size: () => byRaw.size }
}

const PLAIN = /^[a-zA-Zàâçéèêëîïôùûü\u3041-\u3093\u30a1-\u30f6\u4e00-\u9fff、。]+$/
const NUMBER = /^\p{Nd}/u
const GROUPED = { fr: /[\s\u00a0\u202f\u2009]/g, ja: /[,，](?=\p{Nd}{3}(?!\p{Nd}))/gu } as const

/** How a token reads: equal keys are the same word. `m²` and `m2`, `①` and `1` are kept apart. */
export function foldedKey(raw: string, language: Language): string {
  if (PLAIN.test(raw)) return raw
  const text = NUMBER.test(raw) ? raw.replace(GROUPED[language], '') : raw
  return text
    .split(/(\p{No}+)/u)
    .map((part, index) => (index % 2 ? part : part.normalize('NFKC')))
    .join('')
    .replace(/[\u00ad\u200b\u2060]|\ufeff|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '')
    .replace(/[‘’ʼ′]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[“”„«»‹›″]/g, '"')
    .replace(/〜/g, '~')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFC')
}

const KANJI_NUMBER = /^[〇零一二三四五六七八九十百千万億兆]{2,}$/
const STOPS = /^(?:[。!?]|\.+)$/
/** Commas and their kin: adding or dropping one leaves the words as they are. */
const CLAUSES = /^[,;:、・]$/

function typeOfKey(key: string, language: Language): TokenType {
  if (key.trim() === '') return 'space'
  if (NUMBER.test(key) || KANJI_NUMBER.test(key)) return 'number'
  if (STOPS.test(key)) return 'stop'
  if (CLAUSES.test(key)) return 'clause'
  if (!/[\p{L}\p{N}]/u.test(key)) return 'symbol'
  if (language === 'ja') return /^[\u3041-\u309fー]+$/.test(key) ? 'function' : 'word'
  return FRENCH_FUNCTION_WORDS.has(key.toLowerCase()) ? 'function' : 'word'
}

/** Words that carry no content of their own: an unchanged one between two changes is no landmark for a reader. */
const FRENCH_FUNCTION_WORDS = new Set(
  (
    "à a afin ai ainsi après au aucun aucune auquel aussi autre aux avant avec avoir c' ce ceci cela celle celles " +
    "celui ces cet cette ceux chaque chez comme contre d' dans de depuis des dès dont du durant elle elles en " +
    "encore entre envers est et étaient était étant été être eu eux fait il ils j' je jusqu' jusque l' la le " +
    "lequel les leur leurs lors lorsqu' lorsque lui m' mais me même mêmes mon n' ne ni nos notre nous on ont or " +
    'ou où par parmi pas pendant plus pour puis puisque qu' +
    "' quand que quel quelle quels qui quoi s' sa sans se selon sera seront ses si soit son sont sous soient sur " +
    "t' tel telle telles tels ton tous tout toute toutes très un une vers via voire vos votre vous y"
  ).split(' '),
)
