/**
 * Blocks that were kept but now belong to another unit: they stand beside other blocks of the other language
 * than before, without a word having changed. A unit that only has another id, in both languages, is none.
 */
import { type BilingualText, type Block, plainText } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { LinksPerLanguage } from './comparison-rows.ts'
import type { Link } from './pairing.ts'

export type Relinking = {
  /** Whether a block of the old unit that is now in the new one counts as linked anew. */
  readonly isLinked: (old: UnitId, now: UnitId) => boolean
  /** New units that such a block came to, or left, in each language. */
  readonly units: { readonly [L in Language]: ReadonlySet<UnitId> }
}

/** Splits and merges say by themselves where their parts went: what they link is not linked anew. */
export function relinking(a: BilingualText, b: BilingualText, links: LinksPerLanguage): Relinking {
  const units = { fr: new Set<UnitId>(), ja: new Set<UnitId>() }
  const edges = edgesOf(a, b, links)
  const nowOf = counterparts(edges)
  const anew = new Set<string>()
  for (const { old, now, isSaid, languages } of edges) {
    const counterpart = nowOf.get(old)
    if (isSaid || counterpart === now) continue
    anew.add(keyOf(old, now))
    for (const language of languages) {
      units[language].add(now)
      if (counterpart !== undefined) units[language].add(counterpart)
    }
  }
  return { isLinked: anew.size ? (old, now) => anew.has(keyOf(old, now)) : () => false, units }
}

type Edge = {
  readonly old: UnitId
  readonly now: UnitId
  /** How much text went that way, both languages together. */
  weight: number
  isSaid: boolean
  readonly languages: Set<Language>
}

/** Of the units that have blocks of several units of the other text, or share one with others; mostly none. */
function edgesOf(a: BilingualText, b: BilingualText, links: LinksPerLanguage): readonly Edge[] {
  const tangled = tangledUnits(a, b, links)
  if (!tangled.old.size) return []
  const edges = new Map<string, Edge>()
  eachBond(a, b, links, (block, { id, unit: now }, language, link) => {
    const old = block.unit
    if (!tangled.old.has(old) && !tangled.now.has(now)) return
    const weight = plainText(block).trim().length * (language === 'fr' ? 1 : 2)
    // Empty blocks are alike by chance: only their id says that it is the same one.
    if (weight === 0 && block.id !== id) return
    const key = keyOf(old, now)
    const edge = edges.get(key) ?? { old, now, weight: 0, isSaid: false, languages: new Set() }
    edges.set(key, edge)
    edge.weight += weight
    edge.languages.add(language)
    if (link.old.length + link.new.length > 2) edge.isSaid = true
  })
  return [...edges.values()]
}

type Tangled = { readonly old: ReadonlySet<UnitId>; readonly now: ReadonlySet<UnitId> }

/** Units with more than one partner, and their partners. */
function tangledUnits(a: BilingualText, b: BilingualText, links: LinksPerLanguage): Tangled {
  const [nowOf, oldOf] = [new Map<UnitId, UnitId>(), new Map<UnitId, UnitId>()]
  const [old, now] = [new Set<UnitId>(), new Set<UnitId>()]
  eachBond(a, b, links, ({ unit }, { unit: partner }) => {
    const [knownNow, knownOld] = [nowOf.get(unit), oldOf.get(partner)]
    if (knownNow === undefined) nowOf.set(unit, partner)
    if (knownOld === undefined) oldOf.set(partner, unit)
    if ((knownNow ?? partner) === partner && (knownOld ?? unit) === unit) return
    for (const each of [unit, knownOld]) if (each !== undefined) old.add(each)
    for (const each of [partner, knownNow]) if (each !== undefined) now.add(each)
  })
  return { old, now }
}

/** Every old block with each new one that it, or a part of it, became. */
function eachBond(
  a: BilingualText,
  b: BilingualText,
  links: LinksPerLanguage,
  visit: (old: Block, now: Block, language: Language, link: Link) => void,
): void {
  for (const language of LANGUAGES)
    for (const link of links[language])
      for (const i of link.old)
        for (const j of link.new) visit(a[language][i]!, b[language][j]!, language, link)
}

/** The new unit that each old one is: the one with its id, else the one with most of its text, each once. */
function counterparts(edges: readonly Edge[]): Map<UnitId, UnitId> {
  const rank = (edge: Edge) => (edge.old === edge.now ? Number.MAX_SAFE_INTEGER : edge.weight)
  const nowOf = new Map<UnitId, UnitId>()
  const taken = new Set<UnitId>()
  for (const { old, now } of [...edges].sort((x, y) => rank(y) - rank(x))) {
    if (nowOf.has(old) || taken.has(now)) continue
    nowOf.set(old, now)
    taken.add(now)
  }
  return nowOf
}

function keyOf(old: UnitId, now: UnitId): string {
  return `${old}\0${now}`
}
