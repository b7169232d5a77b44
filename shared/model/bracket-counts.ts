/** [A5] How many questions are open in brackets, by side and by section: progress is counted in brackets left. */
import { type BilingualText, type Side, unitsOf } from './bilingual-text.ts'
import { absentIn, type Bracket } from './bracket.ts'
import type { UnitId } from './ids.ts'

export type BracketCounts = {
  readonly all: number
  readonly fra: number
  readonly jap: number
  /** Nobody is named. */
  readonly nobody: number
  /** Without any words in one of the languages. */
  readonly oneLanguage: number
  /** In reading order, those that hold any; `heading` is null before the first heading. */
  readonly sections: readonly SectionCount[]
}
export type SectionCount = {
  readonly heading: UnitId | null
  readonly all: number
  readonly fra: number
  readonly jap: number
  readonly nobody: number
}

export function countBrackets(text: BilingualText, brackets: readonly Bracket[]): BracketCounts {
  const section = sectionsOfUnits(text)
  const sections = new Map<UnitId | null, Bracket[]>()
  for (const heading of section.values()) if (!sections.has(heading)) sections.set(heading, [])
  for (const bracket of brackets) sections.get(section.get(bracket.units[0]!) ?? null)?.push(bracket)
  return {
    ...bySide(brackets),
    oneLanguage: brackets.filter(bracket => absentIn(bracket).length > 0).length,
    sections: [...sections]
      .filter(([, within]) => within.length > 0)
      .map(([heading, within]) => ({ heading, ...bySide(within) })),
  }
}

/** The heading under which each unit stands, in reading order; a heading stands under itself. */
export function sectionsOfUnits(text: BilingualText): Map<UnitId, UnitId | null> {
  let heading: UnitId | null = null
  return new Map(
    unitsOf(text).map(unit => {
      if ([...unit.fr, ...unit.ja].some(({ kind }) => kind === 'heading')) heading = unit.id
      return [unit.id, heading]
    }),
  )
}

function bySide(brackets: readonly Bracket[]): Pick<BracketCounts, 'all' | 'nobody' | Side> {
  const of = (side: Side | '') => brackets.filter(({ by }) => by === side).length
  return { all: brackets.length, fra: of('fra'), jap: of('jap'), nobody: of('') }
}
