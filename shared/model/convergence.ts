/**
 * [A6] How far a text has converged at one instant: what stands of each of its units, by section and altogether.
 *
 * Each unit is in exactly one standing, so that they add up; that it was amended or is discussed is said besides.
 */
import { agreementState, type Consent } from './agreement.ts'
import { type BilingualText, type Unit, unitsOf } from './bilingual-text.ts'
import { isBracketed, readBrackets } from './bracket.ts'
import type { UnitId } from './ids.ts'

export const STANDINGS = ['agreed', 'ad-referendum', 'proposed', 'open', 'bracketed'] as const
/**
 * `agreed`: both sides have consented to it as it reads; `ad-referendum`: one of them awaiting confirmation; `proposed`:
 * one side only; `bracketed`: words of it stand in brackets, whatever was consented to; `open`: none of these.
 */
export type Standing = (typeof STANDINGS)[number]

export type UnitConvergence = {
  readonly unit: UnitId
  /** As the text's margin counts, from 1. */
  readonly number: number
  readonly standing: Standing
  /** Reads otherwise than in the version that the text continues, or is new. */
  readonly amended: boolean
  /** A shared thread on it is open. */
  readonly discussed: boolean
}

export type ConvergenceCounts = { readonly [S in Standing]: number } & {
  readonly units: number
  readonly amended: number
  readonly discussed: number
  /** Questions in brackets: several may stand in one unit, or one in several. */
  readonly brackets: number
}

export type SectionConvergence = {
  /** Null for what stands before the first heading. */
  readonly heading: UnitId | null
  readonly units: readonly UnitConvergence[]
  readonly counts: ConvergenceCounts
}

export type Convergence = {
  readonly counts: ConvergenceCounts
  /** In reading order. */
  readonly sections: readonly SectionConvergence[]
}

export type ConvergenceInput = {
  readonly text: BilingualText
  /** The hash of each unit's pair; see `pairHashes`. */
  readonly pairs: ReadonlyMap<UnitId, string>
  /** Those of the version that the text continues; null where there is none, and then nothing counts as amended. */
  readonly basePairs: ReadonlyMap<UnitId, string> | null
  /** Of any time and wording: what does not hold at `at` for the words as they are is passed over. */
  readonly consents: readonly TimedConsent[]
  /** Units with an open shared thread. */
  readonly discussed: ReadonlySet<UnitId>
  /** ISO 8601 UTC. */
  readonly at: string
}

export type TimedConsent = Pick<Consent, 'unit' | 'side' | 'pair' | 'kind' | 'at'> & {
  readonly withdrawnAt: string | null
}

export function convergenceOf(input: ConvergenceInput): Convergence {
  const { text } = input
  const holding = holdingAt(input)
  const brackets = readBrackets(text).map(({ units }) => units)
  const units = unitsOf(text)
  const seen = units.map((unit, index): UnitConvergence & { readonly heading: number | null } => ({
    unit: unit.id,
    number: index + 1,
    standing: standingOf(unit, holding.get(unit.id) ?? []),
    amended: input.basePairs !== null && input.basePairs.get(unit.id) !== input.pairs.get(unit.id),
    discussed: input.discussed.has(unit.id),
    heading: headingLevel(unit),
  }))
  const top = Math.min(...seen.map(({ heading }) => heading ?? Number.POSITIVE_INFINITY))
  const sections: { readonly heading: UnitId | null; readonly units: UnitConvergence[] }[] = []
  for (const { heading, ...unit } of seen) {
    if (heading === top) sections.push({ heading: unit.unit, units: [] })
    else if (sections.length === 0) sections.push({ heading: null, units: [] })
    sections.at(-1)!.units.push(unit)
  }
  return {
    counts: countsOf(seen, brackets),
    sections: sections.map(section => ({ ...section, counts: countsOf(section.units, brackets) })),
  }
}

/** The consents that hold at the instant for the words as they are, by unit. */
function holdingAt({ consents, pairs, at }: ConvergenceInput): ReadonlyMap<UnitId, TimedConsent[]> {
  const holding = new Map<UnitId, TimedConsent[]>()
  for (const consent of consents) {
    const given = consent.at <= at && (consent.withdrawnAt === null || consent.withdrawnAt > at)
    if (!given || pairs.get(consent.unit) !== consent.pair) continue
    holding.set(consent.unit, [...(holding.get(consent.unit) ?? []), consent])
  }
  return holding
}

function standingOf({ fr, ja }: Unit, consents: readonly TimedConsent[]): Standing {
  if ([...fr, ...ja].some(isBracketed)) return 'bracketed'
  const state = agreementState(consents)
  return state === 'sealed' ? 'agreed' : state
}

/** The highest level of the unit's headings; null where it has none. */
function headingLevel({ fr, ja }: Unit): number | null {
  const levels = [...fr, ...ja].filter(({ kind }) => kind === 'heading').map(({ level }) => level)
  return levels.length ? Math.min(...levels) : null
}

/** `brackets` are the units of each bracket of the text; one counts where it begins. */
function countsOf(
  units: readonly UnitConvergence[],
  brackets: readonly (readonly UnitId[])[],
): ConvergenceCounts {
  const here = new Set(units.map(({ unit }) => unit))
  const standing = (of: Standing) => units.filter(unit => unit.standing === of).length
  return {
    units: units.length,
    agreed: standing('agreed'),
    'ad-referendum': standing('ad-referendum'),
    proposed: standing('proposed'),
    open: standing('open'),
    bracketed: standing('bracketed'),
    amended: units.filter(({ amended }) => amended).length,
    discussed: units.filter(({ discussed }) => discussed).length,
    brackets: brackets.filter(([first]) => first !== undefined && here.has(first)).length,
  }
}
