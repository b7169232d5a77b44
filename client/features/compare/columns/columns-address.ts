/** The address of successive versions in columns: which states, in order, and which languages. */
import type { ComparisonRef, TextView } from '../../../../shared/protocol/views.ts'
import { addressWith, isRef, readLanguages, type ShownLanguages } from '../comparison-address.ts'

export type ColumnsAddress = {
  /** Two or more, from the oldest to the newest. */
  readonly refs: readonly ComparisonRef[]
  readonly languages: ShownLanguages
}

/** What fits on a sheet and a screen. */
export const MOST_COLUMNS = 6

/** What a query string asks for; undefined when it names no two states. */
export function readColumnsAddress(query: URLSearchParams): ColumnsAddress | undefined {
  const asked = (query.get('refs') ?? '').split(',').filter(isRef)
  const refs = [...new Set(asked)].slice(0, MOST_COLUMNS)
  return refs.length < 2 ? undefined : { refs, languages: readLanguages(query) }
}

export function columnsAddress({ refs, languages }: ColumnsAddress): string {
  return addressWith('/compare/columns', {
    refs: refs.join(','),
    lang: languages === 'both' ? null : languages,
  })
}

/** The states of a text that its reader may put in columns, the draft last. */
export function statesOf({ versions, draft }: Pick<TextView, 'versions' | 'draft'>): ComparisonRef[] {
  return [...versions.map(({ id }) => `version:${id}`), ...(draft ? [`draft:${draft.id}`] : [])]
}

/** What is read by default: the last three versions of a text. Undefined when there are not two. */
export function lastVersions({ versions }: Pick<TextView, 'versions'>): ComparisonRef[] | undefined {
  const last = versions.slice(-3).map(({ id }) => `version:${id}`)
  return last.length < 2 ? undefined : last
}

/**
 * The chain around two states that are being compared: from one to the other through all between them, and with
 * the one before when they are neighbours, so that three are read.
 */
export function chainAround(
  states: readonly ComparisonRef[],
  from: ComparisonRef,
  to: ComparisonRef,
): readonly ComparisonRef[] {
  const [a, b] = [states.indexOf(from), states.indexOf(to)].sort((x, y) => x - y) as [number, number]
  if (a === -1 || a === b) return [from, to]
  const chain = states.slice(b - a === 1 ? Math.max(0, a - 1) : a, b + 1)
  return chain.length > MOST_COLUMNS ? [from, to] : chain
}
