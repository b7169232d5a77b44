/** Which units a reader asks to see by their agreement: `?agreement=ours`, or one of the counts above the text. */
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { Place } from '../../../shared/model/thread.ts'
import { goToMark } from './go-to-mark.ts'
import { AGREEMENT_FILTERS, type AgreementFilter, passes, type Standings } from './unit-standing.ts'

export type ChosenFilter = {
  readonly filter: AgreementFilter | null
  /** The units that passed when it was chosen: one that is agreed meanwhile does not vanish under the reader's hands. */
  readonly shown: ReadonlySet<UnitId> | null
  /** Returns the first of them. */
  readonly choose: (filter: AgreementFilter | null) => UnitId | undefined
}

export function useAgreementFilter(standings: Standings | undefined, ours: Side | null): ChosenFilter {
  const [query] = useSearchParams()
  const asked = AGREEMENT_FILTERS.find(filter => filter === query.get('agreement')) ?? null
  const [chosen, setChosen] = useState<Pick<ChosenFilter, 'filter' | 'shown'>>({ filter: null, shown: null })
  const choose = (filter: AgreementFilter | null): UnitId | undefined => {
    const shown =
      filter && standings
        ? [...standings.values()].filter(standing => passes(standing, filter, ours)).map(({ unit }) => unit)
        : null
    setChosen({ filter: shown && filter, shown: shown && new Set(shown) })
    return shown?.[0]
  }
  const known = standings !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it can be told which units these are.
  useEffect(() => {
    const first = known && asked ? choose(asked) : undefined
    if (first) goToMark(first)
  }, [known, asked])
  return { ...chosen, choose }
}

/** The address at which a text is opened with only these units. */
export function agreementAddress(place: Place, filter: AgreementFilter): string {
  const [where, id] = place.split(':')
  return `/${where}s/${id}?agreement=${filter}`
}
