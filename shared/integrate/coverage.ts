/**
 * [W4] What became of each unit of a workshop's summary in the declaration: by what somebody says, by provenance, by
 * a rejection, by likeness, in this order. No unit with words is ever left out.
 */
import { flatBlocks } from '../compare/flat-blocks.ts'
import { containment, createBags } from '../compare/similarity.ts'
import { type BilingualText, plainText, type Unit, unitsOf } from '../model/bilingual-text.ts'
import type { UnitId } from '../model/ids.ts'
import { type BilingualLabel, LANGUAGES, type Language } from '../model/language.ts'
import type { CoverageState, CoverageStatement } from '../model/proposal.ts'

/** A unit of the source that stands in the declaration, as far as the reader may know. */
export type KnownPlace = {
  readonly sourceUnits: readonly UnitId[]
  readonly places: readonly UnitId[]
  /** The source says otherwise since, and nobody has dismissed that or taken it over. */
  readonly sourceChanged: boolean
}

export type KnownProposal = {
  readonly sourceUnits: readonly UnitId[]
  readonly state: 'open' | 'rejected'
  readonly reason: BilingualLabel | null
}

export type CoverageInput = {
  readonly source: BilingualText
  readonly declaration: BilingualText
  /** Of all summaries: two of them may stand in one unit. */
  readonly known: readonly KnownPlace[]
  /** The sources of other summaries that stand in each unit count as well for what is merged. */
  readonly proposals: readonly KnownProposal[]
  /** Those that hold, in the order in which they were made. */
  readonly statements: readonly Pick<CoverageStatement, 'unit' | 'sha256' | 'state' | 'places' | 'reason'>[]
  /** Of what the source's unit says now. */
  readonly hashOf: (unit: Unit) => string
}

/** `hand`: somebody says so. `likeness`: found by what is said. */
export type CoverageBasis = 'hand' | 'provenance' | 'rejection' | 'likeness'

export type CoverageRow = {
  readonly unit: UnitId
  /** The heading above it in the summary. */
  readonly section: UnitId | null
  readonly state: CoverageState
  /** Null for what is not treated. */
  readonly basis: CoverageBasis | null
  /** Units of the declaration. */
  readonly places: readonly UnitId[]
  /** From 0 to 1, where it was found by likeness: that of the language in which it is less alike. */
  readonly likeness: number | null
  readonly reason: BilingualLabel | null
  readonly sourceChanged: boolean
  /** Proposed, and not decided by both sides. */
  readonly proposed: boolean
}

/** From here on a unit of the declaration is taken to say what the source says, in every language that it has. */
export const ALIKE = 0.7
/** Fewer different words, or pairs of characters, are said anywhere. */
const FEWEST_TO_TELL = 4

export function coverageOf(input: CoverageInput): CoverageRow[] {
  const alike = createLikeness(input.source, input.declaration)
  const standing = new Set(unitsOf(input.declaration).map(({ id }) => id))
  let section: UnitId | null = null
  return unitsOf(input.source).flatMap(unit => {
    if (!saysSomething(unit)) return []
    if (isHeading(unit)) {
      section = unit.id
      return []
    }
    return [{ unit: unit.id, section, ...standingOf(unit, input, standing, alike) }]
  })
}

/** Whether a unit of a summary is one to be treated: it has words and is no title or heading. */
export function isToBeTreated(unit: Unit): boolean {
  return saysSomething(unit) && !isHeading(unit)
}

/**
 * Whether nothing is left to do: every unit has a state, and no change at the source waits. A summary that says nothing
 * is not covered.
 */
export function isCovered(rows: readonly Pick<CoverageRow, 'state' | 'sourceChanged'>[]): boolean {
  return rows.length > 0 && rows.every(({ state, sourceChanged }) => state !== 'untreated' && !sourceChanged)
}

type Standing = Omit<CoverageRow, 'unit' | 'section'>
type Likeness = (unit: Unit) => { readonly place: UnitId; readonly likeness: number } | null

function standingOf(
  unit: Unit,
  { known, proposals, statements, hashOf }: CoverageInput,
  standing: ReadonlySet<UnitId>,
  alike: Likeness,
): Standing {
  const here = (places: readonly UnitId[]) => places.filter(place => standing.has(place))
  const own = known.filter(({ sourceUnits, places }) => sourceUnits.includes(unit.id) && here(places).length)
  const proposed = proposals.some(
    ({ sourceUnits, state }) => state === 'open' && sourceUnits.includes(unit.id),
  )
  const row = (
    state: CoverageState,
    basis: CoverageBasis | null,
    more: Partial<Standing> = {},
  ): Standing => ({
    ...{ state, basis, places: [], likeness: null, reason: null, proposed },
    sourceChanged: own.some(({ sourceChanged }) => sourceChanged),
    ...more,
  })

  const said = statements.findLast(each => each.unit === unit.id && each.sha256 === hashOf(unit))
  if (said) {
    const places = here(said.places)
    const needsPlace = said.state === 'integrated' || said.state === 'merged'
    // What somebody saw in a paragraph that is gone is to be seen again.
    if (!needsPlace || places.length)
      return row(said.state, 'hand', { places, reason: said.reason, sourceChanged: false })
  }
  if (own.length) {
    const places = [...new Set(own.flatMap(each => here(each.places)))]
    const sources = new Set(
      known.flatMap(each => (each.places.some(place => places.includes(place)) ? each.sourceUnits : [])),
    )
    return row(sources.size > 1 ? 'merged' : 'integrated', 'provenance', { places })
  }
  const rejected = proposals.find(each => each.state === 'rejected' && each.sourceUnits.includes(unit.id))
  if (rejected && !proposed) return row('set-aside', 'rejection', { reason: rejected.reason })
  const found = alike(unit)
  if (found) return row('merged', 'likeness', { places: [found.place], likeness: found.likeness })
  return row('untreated', null)
}

/** The unit of the declaration that says most of what a unit of the source says; null below `ALIKE`. */
function createLikeness(source: BilingualText, declaration: BilingualText): Likeness {
  const within = (language: Language) => {
    const flat = flatBlocks([...source[language], ...declaration[language]])
    const bags = createBags(flat, language)
    const known = new Map(flat.map(each => [each.block, each]))
    const of = (unit: Unit) => bags.joined(unit[language].map(block => bags.bagOf(known.get(block)!)))
    return { bags, of }
  }
  const search = { fr: within('fr'), ja: within('ja') }
  const places = unitsOf(declaration).filter(isToBeTreated)
  return unit => {
    let best: { readonly place: UnitId; readonly likeness: number } | null = null
    for (const place of places) {
      const shares = LANGUAGES.flatMap(language => {
        const { bags, of } = search[language]
        const whole = of(unit)
        if (whole.total === 0) return []
        return [whole.counts.size < FEWEST_TO_TELL ? 0 : containment(whole, of(place), bags)]
      })
      const likeness = shares.length ? Math.min(...shares) : 0
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { place: place.id, likeness }
    }
    return best
  }
}

function saysSomething(unit: Unit): boolean {
  return [...unit.fr, ...unit.ja].some(block => plainText(block).trim() !== '')
}

function isHeading(unit: Unit): boolean {
  return [...unit.fr, ...unit.ja].every(({ kind }) => kind === 'heading' || kind === 'title')
}
