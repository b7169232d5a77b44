/** How often the fate of an amendment is the one that the generated round was made with. */
import { fatesOf } from '../../../shared/compare/fate.ts'
import type { Language } from '../../../shared/model/language.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { seeded } from '../../support/seeded.ts'
import { withoutIds } from './generated-revision.ts'
import { generatedTriple } from './generated-triple.ts'

export type FateCount = {
  judged: number
  right: number
  /** Taken for not taken, or the reverse. */
  confused: number
}
export type FateMeasure = { readonly [L in Language]: FateCount } & {
  /** Amendments that the comparison of base and answer does not show under their row: it read the answer otherwise. */
  readonly otherwise: number
}

export type Rounds = {
  readonly seeds: number
  readonly units: number
  readonly touched: number
  readonly own: number
  /** Whether the following version has the ids of the others. */
  readonly ids: boolean
}

export function measureFates({ seeds, units, touched, own, ids }: Rounds): FateMeasure {
  const count = (): FateCount => ({ judged: 0, right: 0, confused: 0 })
  const counts = { fr: count(), ja: count() }
  let otherwise = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const { base, answer, following, fates } = generatedTriple(seeded(seed), units, touched, own)
    const found = fatesOf({ base, answer, following: ids ? following : withoutIds(following) })
    const byRow = new Map(found.map(fate => [fate.key, fate]))
    for (const truth of fates) {
      const fate = byRow.get(truth.row)
      if (!fate) otherwise++
      for (const language of fate ? LANGUAGES : []) {
        const into = counts[language]
        into.judged++
        if (fate![language] === truth[language]) into.right++
        else if (fate![language] !== 'in-part' && truth[language] !== 'in-part') into.confused++
      }
    }
  }
  return { ...counts, otherwise }
}
