/**
 * [W3] Where words that were put into a text stand now, whatever was done to it since: by the ids of their unit and
 * blocks, and where these are gone or hold only a part of them, by what is said.
 */
import { flatBlocks } from '../compare/flat-blocks.ts'
import { type Bag, type Bags, containment, createBags } from '../compare/similarity.ts'
import { type BilingualText, type Block, unitsOf } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { UnitWords } from '../model/proposal.ts'
import { wordsOfUnits } from './unit-words.ts'

/** Words as they were known last, and every unit that has held them. */
export type Origin = { readonly units: readonly UnitId[]; readonly words: UnitWords }

/** This much of the words in one unit: it took them up. Shares are those of weighted words, from 0 to 1. */
const TAKEN_UP = 0.75
/** This much of a unit said by the words before, and this much of them found in it: a part that was cut off. */
const CUT_OFF = 0.8
const WORTH_CALLING_A_PART = 0.12
/** Fewer different words, or pairs of characters, are said anywhere. */
const FEWEST_TO_TELL = 4

/** The units of `text` that hold the words of each origin, in the text's order; none where nothing is left of them. */
export function locateAll(text: BilingualText, origins: readonly Origin[]): UnitId[][] {
  if (origins.length === 0) return []
  const search = createSearch(text, origins)
  const known = new Set<UnitId>(origins.flatMap(({ units }) => units))
  return origins.map(origin => locate(text, origin, search, known))
}

/**
 * The same through a row of texts, each later than the one before: what a unit became in one of them is looked for in
 * the next. Where one of them has lost the words (the other side had deleted them) the next is asked again.
 */
export function followAll(texts: readonly BilingualText[], origins: readonly Origin[]): UnitId[][] {
  let known = origins
  let places: UnitId[][] = origins.map(() => [])
  for (const text of texts) {
    const found = locateAll(text, known)
    places = found
    known = known.map((origin, index) => {
      const units = found[index]!
      if (units.length === 0) return origin
      return { units: [...new Set([...origin.units, ...units])], words: wordsOfUnits(text, units) }
    })
  }
  return places
}

type Search = {
  readonly [L in Language]: { readonly bags: Bags; readonly of: (blocks: readonly Block[]) => Bag }
} & { readonly units: ReturnType<typeof unitsOf> }

function createSearch(text: BilingualText, origins: readonly Origin[]): Search {
  const within = (language: Language) => {
    // Blocks of texts and of origins may share an id and say otherwise: they are told apart as objects.
    const flat = flatBlocks([...text[language], ...origins.flatMap(({ words }) => words[language])])
    const bags = createBags(flat, language)
    const known = new Map(flat.map(each => [each.block, each]))
    const of = (blocks: readonly Block[]) =>
      bags.joined(blocks.flatMap(block => (known.has(block) ? [bags.bagOf(known.get(block)!)] : [])))
    return { bags, of }
  }
  return { fr: within('fr'), ja: within('ja'), units: unitsOf(text) }
}

function locate(text: BilingualText, origin: Origin, search: Search, known: ReadonlySet<UnitId>): UnitId[] {
  const held = heldById(text, origin)
  if (held.size === 0) return takenUpBy(origin, search)
  const share = (units: ReadonlySet<UnitId>) => leastShare(origin, search, wordsOfUnits(text, [...units]))
  let found = share(held)
  for (const unit of search.units) {
    if (found >= 1 - WORTH_CALLING_A_PART) break
    if (held.has(unit.id) || known.has(unit.id) || !isSaidBy(unit, origin, search)) continue
    const more = share(new Set([...held, unit.id]))
    if (more - found < WORTH_CALLING_A_PART) continue
    held.add(unit.id)
    found = more
  }
  return search.units.flatMap(({ id }) => (held.has(id) ? [id] : []))
}

function heldById(text: BilingualText, { units, words }: Origin): Set<UnitId> {
  const ids = new Set<string>(LANGUAGES.flatMap(language => words[language].map(({ id }) => id)))
  const own = new Set<UnitId>(units)
  const held = new Set<UnitId>()
  for (const language of LANGUAGES)
    for (const { id, unit } of text[language]) if (own.has(unit) || ids.has(id)) held.add(unit)
  return held
}

/** The one unit that says most of the words in every language that they have. */
function takenUpBy(origin: Origin, search: Search): UnitId[] {
  let best: { readonly unit: UnitId; readonly share: number } | null = null
  for (const unit of search.units) {
    const share = leastShare(origin, search, unit)
    if (share >= TAKEN_UP && share > (best?.share ?? 0)) best = { unit: unit.id, share }
  }
  return best ? [best.unit] : []
}

/** How much of the origin's words are said, in the language in which least is. */
function leastShare({ words }: Origin, search: Search, said: UnitWords): number {
  const shares = LANGUAGES.flatMap(language => {
    const { bags, of } = search[language]
    const whole = of(words[language])
    if (whole.total === 0) return []
    return [whole.counts.size < FEWEST_TO_TELL ? 0 : containment(whole, of(said[language]), bags)]
  })
  return shares.length ? Math.min(...shares) : 0
}

function isSaidBy(unit: UnitWords, { words }: Origin, search: Search): boolean {
  const shares = LANGUAGES.flatMap(language => {
    const { bags, of } = search[language]
    const part = of(unit[language])
    return part.total === 0 ? [] : [containment(part, of(words[language]), bags)]
  })
  return shares.length > 0 && shares.every(share => share >= CUT_OFF)
}
