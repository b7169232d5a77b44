/** What can be compared across French and Japanese: lengths, figures, Latin words, kinds; and each block's own words. */
import type { BlockKind, BlockLevel } from '../model/bilingual-text.ts'
import type { Language } from '../model/language.ts'

export type BlockFeatures = {
  readonly kind: BlockKind
  readonly level: BlockLevel
  /** Characters without white space. */
  readonly length: number
  /** Written in digits or in several kanji: expected opposite. */
  readonly figures: ReadonlySet<string>
  /** Words and single kanji that may be a figure: they answer one opposite, nothing is expected of them. */
  readonly softFigures: ReadonlySet<string>
  /** Lower-case words in Latin letters; in Japanese they are names and acronyms. */
  readonly latin: ReadonlySet<string>
  /** Stems of French words, pairs of Japanese characters. */
  readonly terms: ReadonlySet<string>
}

export function blockFeatures(
  { kind, level, text }: { readonly kind: BlockKind; readonly level: BlockLevel; readonly text: string },
  language: Language,
): BlockFeatures {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu) ?? []
  return {
    kind,
    level,
    length: plain.replace(/\s/g, '').length,
    figures: new Set([...digitFigures(plain), ...(language === 'ja' ? kanjiFigures(plain, 2) : [])]),
    softFigures: new Set(
      language === 'ja' ? kanjiFigures(plain, 1) : words.flatMap(word => FRENCH_NUMBERS[word] ?? []),
    ),
    latin: new Set(words.filter(word => word.length > 1)),
    terms: new Set(
      language === 'ja'
        ? japaneseTerms(plain)
        : words.filter(word => word.length > 3).map(word => word.slice(0, 6)),
    ),
  }
}

/** The features of neighbouring blocks together. */
export type FeatureGroup = Omit<BlockFeatures, 'kind' | 'level' | 'terms'> & {
  readonly kinds: readonly BlockKind[]
}

export function featureGroup(blocks: readonly BlockFeatures[]): FeatureGroup {
  const union = (what: 'figures' | 'softFigures' | 'latin') =>
    blocks.length === 1 ? blocks[0]![what] : new Set(blocks.flatMap(block => [...block[what]]))
  return {
    kinds: blocks.map(({ kind }) => kind),
    length: blocks.reduce((sum, { length }) => sum + length, 0),
    figures: union('figures'),
    softFigures: union('softFigures'),
    latin: union('latin'),
  }
}

/** How telling a figure is, from 0 (in every block) to 1 (in one). */
export function figureRarity(
  fr: readonly BlockFeatures[],
  ja: readonly BlockFeatures[],
): (figure: string) => number {
  const counts = new Map<string, number>()
  for (const { figures } of [...fr, ...ja])
    for (const figure of figures) counts.set(figure, (counts.get(figure) ?? 0) + 1)
  const most = Math.log(1 + fr.length + ja.length)
  return figure => 1 - Math.log(Math.max(counts.get(figure) ?? 1, 2) / 2) / most
}

/** 12 500, 12,500 and 12.500 are one figure; 7万4千 is 74000; 1,5 keeps its comma as a point. */
function digitFigures(plain: string): string[] {
  return [
    ...plain.matchAll(
      /\d+(?:[ ,.\u202f](?=\d{3}(?!\d))\d{3})*(?:[.,]\d+)?(?:[十百千万億兆][\d十百千万億兆]*)?/g,
    ),
  ].map(([figure]) =>
    /[十百千万億兆]/.test(figure)
      ? String(kanjiValue(figure))
      : figure.replace(/[ ,.\u202f](?=\d{3}(?!\d))/g, '').replace(',', '.'),
  )
}

function kanjiFigures(plain: string, length: 1 | 2): string[] {
  const runs = plain.match(/(?<![\d万億兆])[〇一二三四五六七八九十百千万億兆]+/g) ?? []
  return runs
    .filter(run => (length === 1 ? run.length === 1 : run.length > 1))
    .map(run => String(kanjiValue(run)))
}

const DIGITS = '〇一二三四五六七八九'
const UNITS: { readonly [unit: string]: number } = { 十: 10, 百: 100, 千: 1000 }
const LARGE: { readonly [unit: string]: number } = { 万: 1e4, 億: 1e8, 兆: 1e12 }

/** 二〇二六 and 二千二十六 are 2026, 7万4千 is 74000. */
export function kanjiValue(figure: string): number {
  let [total, section, digits] = [0, 0, '']
  for (const character of figure) {
    const [unit, large] = [UNITS[character], LARGE[character]]
    if (unit) [section, digits] = [section + Number(digits || 1) * unit, '']
    else if (large)
      [total, section, digits] = [total + (section + Number(digits || (section ? 0 : 1))) * large, 0, '']
    else if (character !== ',')
      digits += DIGITS.includes(character) ? String(DIGITS.indexOf(character)) : character
  }
  return total + section + Number(digits || 0)
}

const FRENCH_NUMBERS: { readonly [word: string]: string } = {
  premier: '1',
  première: '1',
  deux: '2',
  deuxième: '2',
  trois: '3',
  troisième: '3',
  quatre: '4',
  quatrième: '4',
  cinq: '5',
  cinquième: '5',
  six: '6',
  sixième: '6',
  sept: '7',
  septième: '7',
  huit: '8',
  huitième: '8',
  neuf: '9',
  neuvième: '9',
  dix: '10',
  dixième: '10',
  cent: '100',
  mille: '1000',
}

/** Pairs of characters, kana-only pairs left out: they are grammar. */
function japaneseTerms(plain: string): string[] {
  const terms: string[] = []
  for (const [run] of plain.matchAll(/[\p{Script=Han}\p{Script=Katakana}ー]+/gu)) {
    if (run.length === 1) terms.push(run)
    for (let at = 0; at + 1 < run.length; at++) terms.push(run.slice(at, at + 2))
  }
  return terms
}
