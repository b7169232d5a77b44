import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { instantAt, isoDay } from '../../../shared/words/dates.ts'
import { useSession } from '../../session.tsx'

/** Since when one wants the news: the last visit, or the beginning of a day in one's own zone. */
export const SINCES = ['visit', 'yesterday', 'week'] as const
export type Since = (typeof SINCES)[number]

const DAYS_BACK = { yesterday: 1, week: 7 } as const
const DAY_MS = 86_400_000

/** The address says it, so that it is still chosen after a look at a text. `instant` is null for the last visit. */
export function useSince(): {
  readonly since: Since
  readonly choose: (since: Since) => void
  readonly instant: string | null
} {
  const [query, setQuery] = useSearchParams()
  const { zone } = useSession().person
  const since = SINCES.find(each => each === query.get('since')) ?? 'visit'
  const choose = useCallback(
    (wanted: Since) =>
      setQuery(wanted === 'visit' ? {} : { since: wanted }, { replace: true, preventScrollReset: true }),
    [setQuery],
  )
  const instant = useMemo(() => {
    if (since === 'visit') return null
    const day = new Date(Date.now() - DAYS_BACK[since] * DAY_MS).toISOString()
    return instantAt(isoDay(day, zone), '00:00', zone)
  }, [since, zone])
  return { since, choose, instant }
}
