/** The columns of both tables: the standings, then what is said besides. */
import type { ConvergenceCounts, Standing, UnitConvergence } from '../../../shared/model/convergence.ts'
import type { ConvergenceView } from '../../../shared/protocol/convergence-views.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { useText } from '../../i18n/use-text.ts'
import { shownStandings } from './bar-parts.ts'
import { useStandingName } from './convergence-chart.tsx'

export type Column = {
  readonly key: Standing | 'amended' | 'discussed'
  readonly name: string
  readonly count: (counts: ConvergenceCounts) => number
  readonly holds: (unit: UnitConvergence) => boolean
}

export function useColumns(view: ConvergenceView): Column[] {
  const t = useText(convergence)
  const name = useStandingName(view)
  const standings = shownStandings(view).map(
    (standing): Column => ({
      key: standing,
      name: name(standing),
      count: counts => counts[standing],
      holds: unit => unit.standing === standing,
    }),
  )
  const besides = (['amended', ...(view.showsThreads ? (['discussed'] as const) : [])] as const).map(
    (key): Column => ({ key, name: t(key), count: counts => counts[key], holds: unit => unit[key] }),
  )
  return [...standings, ...besides]
}
