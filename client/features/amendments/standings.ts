/** How the draft stands towards every amendment, computed anew only where the draft changed. */
import type { Amendment, AmendmentPlan } from '../../../shared/compare/amendments.ts'
import { type Standing, standingOf } from '../../../shared/compare/carry-out.ts'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { sameOrder } from '../../editor/live-text.ts'

export type Standings = ReadonlyMap<AmendmentKey, Standing>

/**
 * A function of the draft and of what was carried out in it, for one plan. It remembers its last answer: a block
 * that is the same object as before has not changed (see live-text.ts), and a draft with the same blocks in the same
 * order can only stand differently where one of them changed.
 */
export function standingsOf(
  plan: AmendmentPlan,
): (draft: BilingualText, accepted: ReadonlySet<AmendmentKey>) => Standings {
  const concerned = plan.amendments.map(amendment => concernedBy(plan, amendment))
  let last: { draft: BilingualText; accepted: string; standings: Standings } | undefined
  return (draft, accepted) => {
    const taken = [...accepted].sort().join(' ')
    const changed =
      last?.accepted === taken && sameOrder(last.draft, draft) ? changedBlocks(last.draft, draft) : null
    if (changed?.length === 0) return last!.standings
    const standings = new Map<AmendmentKey, Standing>()
    let same = last !== undefined
    plan.amendments.forEach((amendment, index) => {
      const known = last?.standings.get(amendment.key)
      const untouched = known !== undefined && changed !== null && !changed.some(concerned[index]!)
      const standing = untouched ? known : standingOf(draft, plan, amendment, accepted)
      if (standing !== known) same = false
      standings.set(amendment.key, standing)
    })
    last = { draft, accepted: taken, standings: same ? last!.standings : standings }
    return last.standings
  }
}

/** Whether a change of a block can change how the draft stands towards the amendment. */
function concernedBy(plan: AmendmentPlan, amendment: Amendment): (block: Block) => boolean {
  const units = new Set<string>([...amendment.oldUnits, ...amendment.newUnits])
  const ids = new Set<string>()
  for (const language of LANGUAGES)
    for (const item of plan.items[language])
      if (item.amendment === amendment.key)
        for (const block of [item.old, item.new]) if (block) ids.add(block.id)
  return ({ id, unit }) => units.has(unit) || ids.has(id)
}

function changedBlocks(a: BilingualText, b: BilingualText): Block[] {
  return LANGUAGES.flatMap(language => b[language].filter((block, index) => block !== a[language][index]))
}
