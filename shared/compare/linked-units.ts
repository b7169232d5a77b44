/**
 * Blocks that were kept but now belong to another unit: they stand beside other blocks of the other language
 * than before, without a word having changed. A unit that only has another id, in both languages, is none.
 */
import { type BilingualText, type Block, plainText } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { LinksPerLanguage } from './comparison-rows.ts'

export type Relinking = {
  /** Whether a block of the old unit that is now in the new one counts as linked anew. */
  readonly isLinked: (old: UnitId, now: UnitId) => boolean
  /** New units that such a block came to, or left, in each language. */
  readonly units: { readonly [L in Language]: ReadonlySet<UnitId> }
}

/** Splits and merges say by themselves where their parts went: what they link is not linked anew. */
export function relinking(a: BilingualText, b: BilingualText, links: LinksPerLanguage): Relinking {
  const units = { fr: new Set<UnitId>(), ja: new Set<UnitId>() }
  if (isOneToOne(a, b, links)) return { isLinked: () => false, units }
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
  return { isLinked: (old, now) => anew.has(keyOf(old, now)), units }
}

/** The common case, without a map of everything: all blocks of a unit went to one unit, and only they did. */
function isOneToOne(a: BilingualText, b: BilingualText, links: LinksPerLanguage): boolean {
  const [nowOf, oldOf] = [new Map<UnitId, UnitId>(), new Map<UnitId, UnitId>()]
  const met = (map: Map<UnitId, UnitId>, unit: UnitId, partner: UnitId) => {
    const known = map.get(unit)
    if (known === undefined) map.set(unit, partner)
    return known === undefined || known === partner
  }
  return LANGUAGES.every(language =>
    links[language].every(link =>
      link.old.every(i =>
        link.new.every(j => {
          const [old, now] = [a[language][i]!.unit, b[language][j]!.unit]
          return met(nowOf, old, now) && met(oldOf, now, old)
        }),
      ),
    ),
  )
}

type Edge = {
  readonly old: UnitId
  readonly now: UnitId
  /** How much text went that way, both languages together. */
  weight: number
  isSaid: boolean
  readonly languages: Set<Language>
}

function edgesOf(a: BilingualText, b: BilingualText, links: LinksPerLanguage): Edge[] {
  const edges = new Map<string, Edge>()
  for (const language of LANGUAGES)
    for (const link of links[language])
      for (const i of link.old)
        for (const j of link.new) {
          const [block, { unit: now }] = [a[language][i]!, b[language][j]!]
          const weight = weightOf(block, language)
          if (weight === 0) continue
          const key = keyOf(block.unit, now)
          const edge = edges.get(key) ?? {
            old: block.unit,
            now,
            weight: 0,
            isSaid: false,
            languages: new Set(),
          }
          edges.set(key, edge)
          edge.weight += weight
          edge.languages.add(language)
          if (link.old.length + link.new.length > 2) edge.isSaid = true
        }
  return [...edges.values()]
}

/** Empty blocks stand beside nothing. */
function weightOf(block: Block, language: Language): number {
  return plainText(block).trim().length * (language === 'fr' ? 1 : 2)
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
