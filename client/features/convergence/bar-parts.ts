/** The parts of a bar: standings that add up to the units of a text or section. */
import { type ConvergenceCounts, STANDINGS, type Standing } from '../../../shared/model/convergence.ts'
import type { ConvergenceView } from '../../../shared/protocol/convergence-views.ts'

export type BarPart = {
  readonly standing: Standing
  readonly count: number
  /** Of the whole, from 0 to 1. */
  readonly from: number
  readonly to: number
}

/** Those that have units, from the most agreed to what is contested. */
export function barParts(counts: ConvergenceCounts): BarPart[] {
  let before = 0
  return STANDINGS.flatMap(standing => {
    const count = counts[standing]
    if (count === 0) return []
    const part = { standing, count, from: before / counts.units, to: (before + count) / counts.units }
    before += count
    return [part]
  })
}

/** The standings that a reader is shown: who does not know of agreement sees brackets or none. */
export function shownStandings({
  showsAgreement,
}: Pick<ConvergenceView, 'showsAgreement'>): readonly Standing[] {
  return showsAgreement ? STANDINGS : ['open', 'bracketed']
}
