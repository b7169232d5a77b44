/** Which amendments the list shows. */
import type { ChangeKind } from '../../../shared/compare/change-kinds.ts'
import { CHANGE_KINDS } from '../../../shared/compare/change-kinds.ts'
import type { Language } from '../../../shared/model/language.ts'
import { type AmendmentItem, changesIn } from './amendment-desk.ts'

export type AmendmentFilters = {
  readonly state: 'all' | 'undecided' | 'decided'
  /** Null for every kind. */
  readonly kind: ChangeKind | null
  /** Those that change this language; null for either. */
  readonly language: Language | null
  /** Key of a section; null for all. */
  readonly section: string | null
  /** Only those that change one language and not the other. */
  readonly alarmsOnly: boolean
  readonly weight: 'all' | 'substance' | 'form'
}

export const ALL_AMENDMENTS: AmendmentFilters = {
  state: 'all',
  kind: null,
  language: null,
  section: null,
  alarmsOnly: false,
  weight: 'all',
}

/** In the order given. */
export function shownItems(items: readonly AmendmentItem[], filters: AmendmentFilters): AmendmentItem[] {
  return items.filter(item => isShown(item, filters))
}

/** How many filters besides the state narrow the list. */
export function countFilters({ kind, language, section, alarmsOnly, weight }: AmendmentFilters): number {
  return [kind !== null, language !== null, section !== null, alarmsOnly, weight !== 'all'].filter(Boolean)
    .length
}

/** The kinds of change that occur, in their usual order. */
export function kindsAmong(items: readonly AmendmentItem[]): ChangeKind[] {
  return CHANGE_KINDS.filter(kind => items.some(({ amendment }) => amendment.kinds.includes(kind)))
}

/** The next undecided one after `current`, going round at the end; undefined when all are decided. */
export function nextUndecided(
  items: readonly AmendmentItem[],
  current: string | null,
): AmendmentItem | undefined {
  const at = items.findIndex(({ amendment }) => amendment.key === current)
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(({ decision }) => decision === null)
}

function isShown(item: AmendmentItem, filters: AmendmentFilters): boolean {
  const { amendment, decision, section, substantial } = item
  const { state, weight, kind, language } = filters
  if (state !== 'all' && (decision === null) !== (state === 'undecided')) return false
  if (kind !== null && !amendment.kinds.includes(kind)) return false
  if (language !== null && !changesIn(item, language)) return false
  if (filters.section !== null && section !== filters.section) return false
  if (filters.alarmsOnly && amendment.alarm === null) return false
  return weight === 'all' || substantial === (weight === 'substance')
}
