/**
 * What a reader asks to see of a comparison. Pure: rows that do not pass are folded like unchanged ones, and their
 * fold says so; nothing of the text is ever left out without a word.
 */
import { type ChangeKind, type ComparisonRow, SUBSTANTIAL_KINDS } from '../../../shared/compare/comparison.ts'
import type { Language } from '../../../shared/model/language.ts'

/**
 * `substance`: what changes what the text says or its order; typography and formatting are then printed as the new
 * text has them, unmarked. `form`: everything else.
 */
export const CHANGE_WEIGHTS = ['substance', 'form'] as const
export type ChangeWeight = (typeof CHANGE_WEIGHTS)[number]

export type ComparisonFilters = {
  /** Units with at least one of these; none stands for every kind. */
  readonly kinds: readonly ChangeKind[]
  /** Null for both. */
  readonly weight: ChangeWeight | null
  /** Units that changed in this language; null for either. */
  readonly changedIn: Language | null
  /** Only the units changed in one language. */
  readonly alarmsOnly: boolean
  /** Only the changes that the reader has not ticked as seen. */
  readonly unseenOnly: boolean
  /** Key of a section (comparison-sections.ts); null for the whole text. */
  readonly section: string | null
}

export const NO_FILTERS: ComparisonFilters = {
  kinds: [],
  weight: null,
  changedIn: null,
  alarmsOnly: false,
  unseenOnly: false,
  section: null,
}

/** The kinds of change that are marked and named. */
export function shownKinds(
  kinds: readonly ChangeKind[],
  { weight }: Pick<ComparisonFilters, 'weight'>,
): readonly ChangeKind[] {
  return weight === 'substance' ? kinds.filter(kind => !QUIET.includes(kind)) : kinds
}

/** Marked by strokes within the words: without them the text reads as the new one. */
const QUIET: readonly ChangeKind[] = ['formatting', 'typographic']

/** Whether the row has a change that this reader asked to see. `seen`: keys of the rows not to be shown again. */
export function passes(
  row: ComparisonRow,
  filters: ComparisonFilters,
  seen: ReadonlySet<string> = NOTHING,
): boolean {
  const { kinds, weight, changedIn, alarmsOnly, unseenOnly } = filters
  if (alarmsOnly && row.alarm === null) return false
  if (unseenOnly && seen.has(row.key)) return false
  return (changedIn ? row[changedIn].kinds : row.kinds).some(
    kind =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      (weight === null || SUBSTANTIAL_KINDS.includes(kind) === (weight === 'substance')),
  )
}

const NOTHING: ReadonlySet<string> = new Set()
